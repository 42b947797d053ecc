"""A case folder, read and checked: what `case.toml` says and which files stand beside it."""

from pathlib import Path
from typing import Final

from foedus.actors.states import actor
from foedus.errors import Fault, FaultyInput, UnknownActor
from foedus.evidence import EventType
from foedus.sources.beside import beside_faults
from foedus.sources.case import Case, Coverage
from foedus.sources.movements_asked import movements_asked
from foedus.sources.scenarios_asked import scenarios_asked
from foedus.sources.silences_asked import silences_asked
from foedus.sources.toml_file import Table, toml_at

__all__ = ["case_at"]

LANGUAGES: Final = ("en", "fr")
"""The languages a dossier is written in."""

DATASETS: Final = (
    "atop",
    "capitals",
    "contiguity",
    "democracy",
    "eu-sanctions",
    "exercises",
    "gdelt",
    "gml",
    "gsdb",
    "icb",
    "icews",
    "ideal-points",
    "majors",
    "mid",
    "minimum-distance",
    "missile-tests",
    "nmc",
    "polecat",
    "provocations",
    "reign",
    "rivalries",
    "sipri-milex",
    "sipri-transfers",
    "trade",
    "unga-votes",
)
"""The published datasets a case may name, each for a part of its dossier that rests on it."""

_ADMIRALTY: Final = "ABCDEF"


def case_at(folder: Path) -> Case:
    """Return the case a folder holds; its documents are listed, not opened.

    Raises FaultyInput with every fault of `case.toml`, of the `.toml` files beside documents, and
    of the tables of mentions that it asks about.
    """
    table = toml_at(_case_file(folder))
    case = _case(table, folder)
    table.faults += _folder_faults(folder)
    table.faults += {fault for document in case.documents for fault in beside_faults(document)}
    table.faults += _orphans(folder, case.documents)
    table.raise_faults()
    return case


def _case_file(folder: Path) -> Path:
    if folder.is_dir() and (folder / "case.toml").is_file():
        return folder / "case.toml"
    problem = "there is no case.toml in it" if folder.is_dir() else "there is no such folder"
    expected = f"a case folder: `foedus init {folder}` makes one"
    raise FaultyInput([Fault(str(folder), None, "the case", problem, expected)])


def _case(table: Table, folder: Path) -> Case:
    datasets = _datasets(table)
    case = Case(
        folder=folder,
        title=table.text("title") or "",
        question=table.text("question") or "",
        language=table.chosen("language", LANGUAGES) or "",
        focus=_actors(table, "focus", least=1),
        watch=_actors(table, "watch", required=False),
        period=table.closed_day("period"),
        compare=table.texts("compare", required=False),
        scenarios=scenarios_asked(table),
        coverage=tuple(_coverage(inner) for inner in table.tables("coverage")),
        silences=silences_asked(table, folder),
        movements=movements_asked(table, folder, datasets),
        escalation=_pairs(table, "escalation"),
        datasets=datasets,
        reliability=_reliability(table.table("reliability")),
        documents=_documents(folder),
        chronicle=_file(folder / "chronicle.csv"),
        treaties=tuple(sorted((folder / "treaties").glob("*.toml"))),
        judgements=_file(folder / "judgements.jsonl"),
        model=_model(table.table("reader")),
        sanctions_lists=_files(folder / "sanctions"),
        channels=_file(folder / "channels.csv"),
        mirror=_file(folder / "mirror.csv"),
    )
    table.faults_of_the_rest()
    return case


def _actors(table: Table, key: str, *, required: bool = True, least: int = 0) -> tuple[str, ...]:
    ids = table.texts(key, required=required, least=least)
    for index, actor_id in enumerate(ids):
        try:
            actor(actor_id)
        except UnknownActor as unknown:
            hint = f" (did you mean {' or '.join(unknown.nearest)}?)" if unknown.nearest else ""
            problem = f"'{actor_id}' is no actor's id{hint}"
            table.fault(problem, "ids such as RUS, PRK or NATO", key, index)
    return ids


def _pairs(table: Table, key: str) -> tuple[tuple[str, str], ...]:
    """Return the pairs of states a key names ("KOR-PRK"), ids in alphabetical order, once each."""
    pairs: dict[tuple[str, str], None] = {}
    for index, words in enumerate(table.texts(key, required=False)):
        ids = words.split("-")
        if len(ids) != 2 or ids[0] == ids[1]:
            problem = f"'{words}' is no pair of two states"
            table.fault(problem, "two ids and a hyphen, such as KOR-PRK", key, index)
            continue
        unknown = [one for one in ids if not _is_state(one)]
        for one in unknown:
            table.fault(f"'{one}' is no state's id", "ids of states such as KOR", key, index)
        if not unknown:
            pairs[min(ids), max(ids)] = None
    return tuple(pairs)


def _is_state(actor_id: str) -> bool:
    try:
        return actor(actor_id).kind == "state"
    except UnknownActor:
        return False


def _datasets(table: Table) -> tuple[str, ...]:
    names = table.texts("datasets", required=False)
    for index, name in enumerate(names):
        if name not in DATASETS:
            table.fault(
                f"'{name}' is no dataset that a dossier draws on",
                "any of " + ", ".join(DATASETS),
                "datasets",
                index,
            )
    return names


def _coverage(table: Table) -> Coverage:
    coverage = Coverage(
        what=table.text("what") or "",
        event_type=table.chosen("event_type", tuple(EventType)) or "",
        actors=_actors(table, "actors", least=1),
        spell=table.closed_day("spell"),
        how=table.text("how") or "",
        mode=table.text("mode", required=False),
    )
    table.faults_of_the_rest()
    return coverage


def _reliability(table: Table) -> dict[str, str]:
    letters = {}
    for source in table.fields():
        letter = table.text(source)
        if letter is not None and (len(letter) != 1 or letter not in _ADMIRALTY):
            table.fault(f"'{letter}' is no grade", "one letter from A (reliable) to F", source)
        letters[source] = letter or ""
    return letters


def _model(table: Table) -> str | None:
    model = table.text("model") if table.fields() else None
    table.faults_of_the_rest()
    return model


def _documents(folder: Path) -> tuple[Path, ...]:
    """Return what lies in sources/; folders and links too, as reading them says what is wrong."""
    found = (folder / "sources").glob("*")
    return tuple(sorted(path for path in found if path.suffix != ".toml" and path.name[0] != "."))


def _folder_faults(folder: Path) -> list[Fault]:
    """Return a fault for every part of the case that is a link out of its folder."""
    home = folder.resolve()
    folders = ("sources", "treaties", "answers", "sanctions")
    tables = ("chronicle.csv", "channels.csv", "mirror.csv", "judgements.jsonl")
    parts = (folder / name for name in (*folders, *tables))
    return [
        Fault(str(part), None, "the case", "is a link that leads outside the case", "a copy in it")
        for part in parts
        if not part.resolve().is_relative_to(home)
    ]


def _orphans(folder: Path, documents: tuple[Path, ...]) -> list[Fault]:
    stems = {document.stem for document in documents}
    return [
        Fault(str(path), None, "the file", "stands beside no document", "a document of that name")
        for path in sorted((folder / "sources").glob("*.toml"))
        if path.stem not in stems and path.name[0] != "."
    ]


def _files(folder: Path) -> tuple[Path, ...]:
    """Return the files of a folder by their names; those that a file manager hides left out."""
    return tuple(sorted(path for path in folder.glob("*") if path.name[0] != "."))


def _file(path: Path) -> Path | None:
    return path if path.is_file() else None
