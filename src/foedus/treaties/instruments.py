"""The register: every instrument this package carries, and those a case adds."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

from foedus.errors import Fault, FaultyInput, UnknownInstrument
from foedus.treaties.clauses import Instruments
from foedus.treaties.instrument import Instrument
from foedus.treaties.instrument_file import instrument_at

__all__ = ["instrument", "instruments_in", "instruments_of", "register", "register_with"]


@cache
def register() -> Instruments:
    """Return the instruments of the register by id, in the order they were signed."""
    with as_file(files("foedus.treaties").joinpath("register")) as folder:
        return instruments_in(folder)


def instrument(
    instrument_id: str, instruments: Mapping[str, Instrument] | None = None
) -> Instrument:
    """Return one instrument, of the register unless others are given.

    Raises UnknownInstrument with the nearest ids.
    """
    known = register() if instruments is None else instruments
    try:
        return known[instrument_id]
    except KeyError:
        near = get_close_matches(instrument_id, known, n=3, cutoff=0.5)
        raise UnknownInstrument(instrument_id, near) from None


def register_with(own: Instruments) -> Instruments:
    """Return the instruments of the register and those of a case.

    Raises FaultyInput for an id of the case's that the register has: nothing is replaced unseen.
    """
    faults = [
        Fault(one.file, None, "id", f"'{name}' is in the register", "a new id")
        for name, one in own.items()
        if name in register()
    ]
    if faults:
        raise FaultyInput(faults)
    return Instruments({**register(), **own}) if own else register()


def instruments_in(folder: Path) -> Instruments:
    """Return the instruments of a folder's .toml files by id, in the order they were signed.

    Raises FaultyInput with the faults of all its files.
    """
    return instruments_of(sorted(folder.glob("*.toml")))


def instruments_of(paths: Iterable[Path]) -> Instruments:
    """Return the instruments of these files by id, in the order they were signed.

    Raises FaultyInput with the faults of all the files, an id used twice among them.
    """
    faults: list[Fault] = []
    found: dict[str, Instrument] = {}
    for path in paths:
        try:
            read = instrument_at(path)
        except FaultyInput as faulty:
            faults.extend(faulty.faults)
            continue
        if read.id in found:
            other = found[read.id].file
            faults.append(
                Fault(str(path), None, "id", f"'{read.id}' is used by {other}", "a new id")
            )
        found[read.id] = read
    if faults:
        raise FaultyInput(faults)
    in_order = sorted(found.items(), key=lambda item: (str(item[1].signed.earliest), item[0]))
    return Instruments(dict(in_order))
