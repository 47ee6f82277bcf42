"""What the docs say is so: commands, options, targets, statuses, names, links and examples."""

from __future__ import annotations

import ast
import doctest
import re
import tomllib
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from dieuhanh import DEFAULT_LIMIT
from dieuhanh.cli import app
from dieuhanh.cli.later import LATER, loaded
from dieuhanh.cli.messages import MEGABYTE, Status

ROOT = Path(__file__).resolve().parents[1]
DOCS = [ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")] + sorted((ROOT / "docs").rglob("*.md"))
USER_DOCS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FACTS = ROOT / "src" / "dieuhanh" / "extract" / "facts.py"

SHELL_BLOCK = re.compile(r"^```(?:sh|bash|console)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?://)([^)#]+)(?:#[^)]*)?\)")
TARGET = re.compile(r"^([a-z]+):.*## ", re.MULTILINE)
OPTION = re.compile(r"(?<![\w-])-{1,2}[a-z][\w-]*")
CODE = re.compile(r"`([^`\n]+)`")

COMMAND = get_command(app)
COMMANDS = getattr(COMMAND, "commands", {}) | {name: loaded(name) for name in LATER}
GLOBAL_OPTIONS = {option for parameter in COMMAND.params for option in parameter.opts if option.startswith("--")}
OPTIONS = {
    name: {
        option
        for part in (command, *getattr(command, "commands", {}).values())
        for parameter in part.params
        for option in parameter.opts
        if option.startswith("--")
    }
    for name, command in COMMANDS.items()
}
SUBCOMMANDS = [f"{name} {part}" for name, command in COMMANDS.items() for part in getattr(command, "commands", {})]


def docs_text(paths: list[Path]) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def shell_lines(page: str) -> list[str]:
    """The commands of a page's shell blocks, prompts, comments and output dropped."""
    lines = (line.strip() for block in SHELL_BLOCK.findall(page) for line in block.splitlines())
    return [line.removeprefix("$ ").partition(" #")[0].strip() for line in lines if line and not line.startswith("#")]


def faults(line: str, targets: set[str]) -> list[str]:
    """What a shell line names that is not there: make targets, commands of ours, their options."""
    tool, *words = line.rpartition("| ")[2].partition(">")[0].split()
    if tool == "make":
        return [word for word in words if word not in targets]
    if not tool.endswith("dieuhanh"):
        return []
    known = {"--help"} | (OPTIONS.get(words[0], set()) or GLOBAL_OPTIONS)
    missing = [word for word in words[:1] if word not in COMMANDS and not word.startswith("-")]
    return missing + [option for option in OPTION.findall(" ".join(words)) if option not in known]


def test_the_command_has_commands() -> None:
    """Guards the tables below: an app of one command would leave them empty."""
    assert {"read", "schema"} <= set(COMMANDS)


@pytest.mark.parametrize("name", [*sorted(COMMANDS), *SUBCOMMANDS])
def test_command_is_documented(name: str) -> None:
    assert f"dieuhanh {name}" in docs_text(USER_DOCS)


@pytest.mark.parametrize(("command", "option"), [(name, option) for name, options in sorted(OPTIONS.items()) for option in sorted(options)])
def test_option_is_documented(command: str, option: str) -> None:
    mentioned = {word for span in CODE.findall(docs_text(USER_DOCS)) for word in OPTION.findall(span)}
    assert option in mentioned, f"dieuhanh {command} {option}"


@pytest.mark.parametrize("option", sorted(GLOBAL_OPTIONS))
def test_option_before_the_commands_is_documented(option: str) -> None:
    assert f"`dieuhanh {option}`" in docs_text(USER_DOCS)


def test_limit_is_documented() -> None:
    assert f"the usual {DEFAULT_LIMIT // MEGABYTE} MB" in docs_text([ROOT / "README.md"])


@pytest.mark.parametrize("path", [pytest.param(path, id=path.relative_to(ROOT).as_posix()) for path in DOCS])
def test_shell_lines_name_what_exists(path: Path) -> None:
    targets = set(TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8")))
    assert [fault for line in shell_lines(path.read_text(encoding="utf-8")) for fault in faults(line, targets)] == []


@pytest.mark.parametrize("path", [pytest.param(path, id=path.relative_to(ROOT).as_posix()) for path in DOCS])
def test_links_lead_somewhere(path: Path) -> None:
    assert [link for link in LINK.findall(path.read_text(encoding="utf-8")) if not (path.parent / link).exists()] == []


def test_exit_statuses_are_documented() -> None:
    rows = re.findall(r"^\| (\d+) \|", docs_text([ROOT / "README.md"]), re.MULTILINE)
    assert [int(row) for row in rows] == [status.value for status in Status]


def test_every_make_target_is_documented() -> None:
    targets = TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8"))
    assert [target for target in targets if f"make {target}" not in docs_text([ROOT / "README.md", ROOT / "CONTRIBUTING.md"])] == []


def test_fact_names_are_in_the_glossary() -> None:
    classes = [node.name for node in ast.parse(FACTS.read_text(encoding="utf-8")).body if isinstance(node, ast.ClassDef)]
    glossary = set(CODE.findall((ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")))
    assert [name for name in classes if name not in glossary] == []


def test_relation_types_are_in_the_glossary() -> None:
    types = re.search(r"^RelationType = Literal\[(.*?)\]", FACTS.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert types is not None
    glossary = set(CODE.findall((ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")))
    assert [name for name in re.findall(r'"(\w+)"', types[1]) if name not in glossary] == []


def test_every_word_list_is_documented() -> None:
    """Who wants to add a word learns from CONTRIBUTING which list it belongs to."""
    lists = {path.name for path in (ROOT / "src" / "dieuhanh" / "extract" / "data").rglob("*.csv")}
    assert lists - set(CODE.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))) == set()


def test_decisions_are_in_their_index() -> None:
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    assert [page.name for page in folder.glob("[0-9]*.md") if f"]({page.name})" not in index] == []


def test_changelog_knows_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_examples_in_the_readme_hold() -> None:
    results = doctest.testfile(str(ROOT / "README.md"), module_relative=False, encoding="utf-8", optionflags=doctest.ELLIPSIS)
    assert results.attempted > 0
    assert results.failed == 0


def test_the_excerpt_is_what_the_command_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every line of the README's tree stands in the output of the command above it, in order."""
    monkeypatch.setenv("COLUMNS", "110")
    monkeypatch.chdir(ROOT)
    shown = re.search(r"^```console\n\$ dieuhanh (read .*?)\n(.*?)^```", docs_text([ROOT / "README.md"]), re.MULTILINE | re.DOTALL)
    assert shown is not None
    printed = iter(CliRunner().invoke(app, shown[1].split()).stdout.splitlines())
    lines = [line.rstrip() for line in shown[2].splitlines() if line.strip() not in ("", "…")]
    missing = [line for line in lines if line not in (text.rstrip() for text in printed)]
    assert missing == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("make lint test", [], id="targets that exist"),
        pytest.param("make lint deploy", ["deploy"], id="a target that does not"),
        pytest.param("dieuhanh schema > digest.schema.json", [], id="a command with its output sent away"),
        pytest.param("dieuhanh raed page.html", ["raed"], id="a command misspelt"),
        pytest.param("dieuhanh read page.html --colour", ["--colour"], id="an option that nobody has"),
        pytest.param(".venv/bin/dieuhanh read --format json page.html", [], id="the command by its path"),
        pytest.param("cat page.txt | dieuhanh read - --quick", ["--quick"], id="the command at the end of a pipe"),
        pytest.param("dieuhanh --version", [], id="an option before the commands"),
    ],
)
def test_faults_are_seen(line: str, expected: list[str]) -> None:
    assert faults(line, {"lint", "test"}) == expected
