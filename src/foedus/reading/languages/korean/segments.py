"""What Korean writes at the head of a caption, a byline, a list of notes or a field."""

from foedus.reading.passages import SegmentWords

__all__ = ["SEGMENT_WORDS"]

SEGMENT_WORDS = SegmentWords(
    notes=r"각주|미주|참고 ?문헌|출처|주석|주",
    caption=r"사진(?: ?설명)?|그림 ?\d*|지도|표 ?\d+|캡션|자료 ?사진|[▲△▶]",
    byline=r"글쓴이|기자|특파원",
    field=r"(?:입력|수정|등록|작성|게시|발행)(?:일시?|시간)?|날짜|작성자|글쓴이|저자|"
    r"키워드|태그|분류|출처|"
    r"링크|주제|담당(?:자|부서)?|배포(?:일시)?|보도(?:일시)?",
    biography=r"은|는",
    months=r"1월|2월|3월|4월|5월|6월|7월|8월|9월|10월|11월|12월",
    abbreviations=r"No|vs|art|p|pp|cf|vol|Mr|Dr|U\.S",
)
