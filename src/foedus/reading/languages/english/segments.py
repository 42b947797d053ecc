"""What English writes at the head of a caption, a byline, a list of notes or a field."""

from foedus.reading.passages import SegmentWords

__all__ = ["SEGMENT_WORDS"]

SEGMENT_WORDS = SegmentWords(
    notes=r"(?:foot|end)?notes?|references|sources|bibliography|works cited",
    caption=r"caption|photo(?:graph)?s?|image|illustration|figure \d+|fig\. \d+|map|"
    r"(?:photo )?credits?|chart \d*|table \d+",
    byline=r"by|reported by|written by",
    field=r"date(?: created| published)?|published(?: on)?|(?:last )?updated(?: on)?|posted on|"
    r"authors?|keywords?|tags?|categor(?:y|ies)|section|source|topics?|link|reference|"
    r"for immediate release",
    biography=r"is|was|are|teaches|works|directs|serves|covers",
    months=r"january|february|march|april|may|june|july|august|september|october|november|"
    r"december",
    abbreviations=r"Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Maj|Capt|Sen|Rep|Gov|St|Jr|Sr|vs|art|"
    r"al|p|pp|cf|ed|vol|no|No|Inc|Corp|Co|Ltd|U\.S|U\.K|U\.N|e\.g|i\.e|etc|approx",
)
