"""Who wrote a document, when, and what it is called: every value with where it was found.

Order of belief: the `.toml` beside the document, the file's own properties and markup, what the
text states. A language that none of them names is recognised from the text.
"""

from foedus.sources.language import language_of, written_in
from foedus.sources.snapshot import Metadata, Stated
from foedus.sources.stated import stated_in

__all__ = ["metadata_of"]


def metadata_of(text: str, beside: Metadata, own: Metadata, *, prose: bool = True) -> Metadata:
    """Return a document's metadata, field by field from the best place that has it.

    `own` is what the file says of itself. A text that is not `prose` (a table) states nothing. A
    language that the markup names is not believed when the text is in another script.
    """
    language = beside.language or _believed(own.language, text) or _recognised(text)
    said = stated_in(text, language.value if language else None) if prose else Metadata()
    places = (beside, own, said)
    return Metadata(
        title=_first(*(place.title for place in places)),
        authors=next((place.authors for place in places if place.authors), ()),
        publisher=_first(*(place.publisher for place in places)),
        published=_first(*(place.published for place in places)),
        language=language,
        url=_first(*(place.url for place in places)),
    )


def _first(*stated: Stated | None) -> Stated | None:
    return next((one for one in stated if one is not None), None)


def _believed(language: Stated | None, text: str) -> Stated | None:
    return language if language and written_in(text, language.value) else None


def _recognised(text: str) -> Stated | None:
    language = language_of(text)
    return Stated(language, "recognised") if language else None
