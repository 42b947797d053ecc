"""Documentation that cannot drift: it names what exists, and nothing of any one machine."""

import inspect
import re
from pathlib import Path

import pytest

from foedus import errors
from foedus.cli import app

LINK = re.compile(r"\[[^\]]+\]\((?!https?:|#)([^)#\s]+)")


def tracked_text(repository: Path) -> list[Path]:
    suffixes = {".py", ".md", ".toml", ".yaml", ".csv", ".lock", ".html", ".css", ".js", ".j2"}
    skipped = {".venv", "build", ".git", ".hypothesis", ".mypy_cache", ".ruff_cache"}
    return [
        path
        for path in repository.rglob("*")
        if path.suffix in suffixes and not skipped & set(path.relative_to(repository).parts)
    ]


def pages(repository: Path) -> list[Path]:
    return [*repository.glob("*.md"), *(repository / "docs").rglob("*.md")]


def commands() -> list[str]:
    """Every command as typed, groups opened."""
    names = []
    for command in app.registered_commands:
        names.append(command.name or str(command.callback and command.callback.__name__))
    for group in app.registered_groups:
        assert group.typer_instance is not None
        inner = group.typer_instance.registered_commands
        names += [f"{group.name} {command.name}" for command in inner]
    return names


def test_every_command_stands_in_the_reference(repository: Path) -> None:
    reference = (repository / "docs/reference/commands.md").read_text(encoding="utf-8")
    absent = [name for name in commands() if f"`foedus {name}" not in reference]
    assert not absent


def test_every_exit_code_is_explained(repository: Path) -> None:
    conventions = (repository / "docs/conventions.md").read_text(encoding="utf-8")
    kinds = inspect.getmembers(errors, inspect.isclass)
    codes = {kind.exit_code for _, kind in kinds if issubclass(kind, errors.FoedusError)}
    assert codes <= {int(code) for code in re.findall(r"^\| (\d+) \|", conventions, re.MULTILINE)}


def test_every_error_stands_in_the_tree_at_the_top_of_its_module() -> None:
    tree = inspect.getdoc(errors) or ""
    kinds = inspect.getmembers(errors, inspect.isclass)
    absent = [name for name, kind in kinds if issubclass(kind, Exception) and name not in tree]
    assert not absent


def test_links_between_pages_lead_somewhere(repository: Path) -> None:
    broken = [
        f"{page.relative_to(repository)}: {target}"
        for page in pages(repository)
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert not broken


def test_every_package_and_stage_is_on_the_one_page_of_architecture(repository: Path) -> None:
    architecture = (repository / "ARCHITECTURE.md").read_text(encoding="utf-8")
    packages = [path.parent.name for path in (repository / "src/foedus").glob("*/__init__.py")]
    assert not [name for name in packages if name not in architecture]


@pytest.mark.parametrize("address", [r"pypi\.org", "pythonhosted", "--index-url", "--find-links"])
def test_no_file_says_where_packages_come_from(repository: Path, address: str) -> None:
    this = Path(__file__).resolve()
    named = [
        path.relative_to(repository)
        for path in tracked_text(repository)
        if path != this and re.search(address, path.read_text(encoding="utf-8"))
    ]
    assert not named


def test_every_locked_package_is_pinned_by_hash(repository: Path) -> None:
    for lock in (repository / "requirements").glob("*.lock"):
        blocks = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())
        assert len(blocks) > 50
        assert not [block for block in blocks if "==" not in block or "--hash=sha256:" not in block]
        assert "999.9.9" not in lock.read_text(encoding="utf-8")
