"""What Chinese writes at the head of a caption, a byline, a list of notes or a field."""

from foedus.reading.passages import SegmentWords

__all__ = ["SEGMENT_WORDS"]

SEGMENT_WORDS = SegmentWords(
    notes=r"注释|注|脚注|尾注|参考文献|参考资料|引用文献|注釋|腳註|參考文獻",
    caption=r"图|图片|照片|资料图|资料图片|图为|图说|图表|地图|摄影|圖|圖片|資料圖|圖為",
    byline=r"记者|作者|撰文|编辑|责任编辑|編輯|記者",
    field=r"日期|时间|发布时间|发布日期|发表时间|更新时间|来源|作者|关键词|关键字|标签|"
    r"分类|栏目|责任编辑|编辑|"
    r"链接|时间|發布時間|來源|關鍵詞|標籤|編輯|責任編輯|翻译|译者|摘要",
    biography=r"系|现任|是|任教于|曾任",
    months=r"\d{1,2}月",
    abbreviations=r"No|no|p|pp|vol|vs|al",
)
