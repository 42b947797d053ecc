"""Which release of which dataset an answer rests on, and how far it reaches, in one line."""

from typing import TYPE_CHECKING

from foedus.cli.output import say

if TYPE_CHECKING:
    import pyarrow as pa

    from foedus.dossier.words.catalogue import Words

__all__ = ["say_counted", "say_whence"]


def say_whence(words: "Words", *tables: tuple[str, str], years: bool = True) -> None:
    """Tell, for each table (dataset, table) that is held, title, release and `years` covered.

    Not the years of a store of events, of which any part may be loaded.
    """
    from foedus.datasets.holdings import holdings_of
    from foedus.sources.registry import dataset

    for name, table in tables:
        held = holdings_of(name).get(table)
        if held is None:
            continue
        first, last = held.covers if any(held.covers) else dataset(name).years
        say(
            words.text(
                "rows.whence",
                title=dataset(name).title,
                dataset=name,
                release=f" {held.release}" if held.release else "",
                reach=f", {first or '…'}–{last or '…'}" if years and (first or last) else "",
            )
        )


def say_counted(rows: "pa.Table", words: "Words") -> None:
    """Tell how many rows and columns were written."""
    from foedus.dossier.words.days import number_words

    number = number_words(words, rows.num_rows)
    say(words.text("rows.counted", rows=number, columns=rows.num_columns))
