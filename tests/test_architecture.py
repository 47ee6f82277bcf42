"""The shape of the house: what the linters cannot say about names, sizes, patterns and parts."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted(
    path
    for folder in ("src", "bench")
    for path in (ROOT / folder).rglob("*.py")
    if path.parent.name != "migrations"  # Django wrote those
)
TESTS = sorted((ROOT / "tests").rglob("*.py"))

# A drawer takes anything, so everything lands in it; a module is named for a concept of the glossary instead.
DRAWERS = frozenset({"common", "helper", "helpers", "manager", "managers", "misc", "service", "services", "shared", "util", "utils"})
DOORS = (
    ROOT / "src" / "dieuhanh" / "__init__.py",  # loads the reader at its first use, so that importing the package stays cheap
    ROOT / "src" / "dieuhanh" / "cli" / "later.py",  # loads a command of the register when it is called, so that the others start at once
)
BY_NAME = {"psycopg", "whitenoise"}  # Django loads them: where DATABASE_URL names a server, and from its list of middleware
MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 60  # the habit is a screen of 40; the margin is for a docstring or a table
PATTERN_CALLS = frozenset({"compile", "findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn"})


def drawer_words(path: Path) -> set[str]:
    """The drawer words among the parts of a path: {"utils"} for text/html_utils.py."""
    return {word for part in path.with_suffix("").parts for word in part.lower().split("_")} & DRAWERS


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a module, nested ones too."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def long_functions(source: str) -> list[str]:
    """Names of the functions with more lines than fit, first to last line."""
    sizes = ((node.name, (node.end_lineno or node.lineno) - node.lineno + 1) for node in functions(ast.parse(source)))
    return [name for name, lines in sizes if lines > MAX_FUNCTION_LINES]


def buried_patterns(source: str) -> list[str]:
    """The literal patterns that a function compiles for itself, where nobody can find, name or share them."""
    calls = (node for function in functions(ast.parse(source)) for node in ast.walk(function) if isinstance(node, ast.Call))
    return [
        ast.unparse(call.args[0])
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "re"
        and call.func.attr in PATTERN_CALLS
        and call.args
        and isinstance(call.args[0], ast.Constant | ast.JoinedStr)
    ]


def outside_imports(source: str) -> set[str]:
    """Top-level names of the imported modules that are neither ours nor Python's."""
    nodes = list(ast.walk(ast.parse(source)))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    taken = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level}
    return {name.partition(".")[0] for name in plain | taken} - set(sys.stdlib_module_names) - {"dieuhanh"}


def dynamic_imports(source: str) -> list[str]:
    """Imports that are calls: import-linter cannot see them, so they would bend the arrow unseen."""
    calls = (ast.unparse(node.func) for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [call for call in calls if call.rpartition(".")[2] in {"__import__", "import_module", "exec_module"}]


def named(paths: list[Path]) -> list[object]:
    """One test parameter a file, with its path from the root of the repository as id."""
    return [pytest.param(path, id=path.relative_to(ROOT).as_posix()) for path in paths]


@pytest.mark.parametrize("path", named(SOURCES + TESTS))
def test_module_is_named_for_a_concept(path: Path) -> None:
    assert drawer_words(path.relative_to(ROOT)) == set()


@pytest.mark.parametrize("path", named(SOURCES))
def test_file_has_one_subject(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_FILE_LINES


@pytest.mark.parametrize("path", named(SOURCES))
def test_functions_fit_a_screen(path: Path) -> None:
    assert long_functions(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", named(SOURCES))
def test_patterns_are_named_constants(path: Path) -> None:
    assert buried_patterns(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", named([path for path in SOURCES if path.is_relative_to(ROOT / "src") and path not in DOORS]))
def test_only_the_doors_load_by_name(path: Path) -> None:
    assert dynamic_imports(path.read_text(encoding="utf-8")) == []


def test_declared_parts_are_the_imported_ones() -> None:
    """A part that nobody imports is dropped from pyproject.toml; one that is imported is declared there."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    modules = importlib.metadata.packages_distributions()
    package = [path for path in SOURCES if path.is_relative_to(ROOT / "src")]
    used = {part for path in package for name in outside_imports(path.read_text(encoding="utf-8")) for part in modules[name]}
    assert {part.lower().replace("_", "-") for part in used} | BY_NAME == {
        re.split(r"[^\w.-]", part, maxsplit=1)[0].lower().replace("_", "-") for part in declared
    }


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-bench.lock"])
def test_lock_pins_hashes_and_names_no_host(name: str) -> None:
    """An install from the lock is the same everywhere: each line pinned and hashed, from whatever index the place has."""
    lock = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", re.sub(r"(?m)^\s*#.*\n?", "", lock).strip())
    assert [entry for entry in entries if not re.match(r"[\w.-]+==\S+ \\\n\s+--hash=sha256:[0-9a-f]{64}", entry)] == []
    assert re.findall(r"\S*(?:://|--(?:extra-)?index-url|--find-links)\S*", lock) == []


@pytest.mark.parametrize(
    ("path", "words"),
    [
        pytest.param("src/dieuhanh/text/html_utils.py", {"utils"}, id="a drawer word hides behind an underscore"),
        pytest.param("src/dieuhanh/helpers/dates.py", {"helpers"}, id="a folder can be a drawer"),
        pytest.param("src/dieuhanh/extract/deadlines.py", set(), id="a concept is a name"),
        pytest.param("src/dieuhanh/extract/utilities_list.py", set(), id="a word that only begins alike is none"),
    ],
)
def test_drawer_words_are_seen(path: str, words: set[str]) -> None:
    assert drawer_words(Path(path)) == words


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        pytest.param(MAX_FUNCTION_LINES - 1, [], id="the limit itself fits"),
        pytest.param(MAX_FUNCTION_LINES, ["f"], id="one line more does not"),
    ],
)
def test_long_functions_are_seen(lines: int, names: list[str]) -> None:
    assert long_functions("def f():\n" + "    x = 1\n" * lines) == names


@pytest.mark.parametrize(
    ("source", "patterns"),
    [
        pytest.param("def f(s):\n    return re.search(r'\\d', s)", ["'\\\\d'"], id="a literal pattern in a function"),
        pytest.param("def f(s):\n    return re.compile('|'.join(s))", [], id="a pattern built from words is data"),
        pytest.param("NUMBER = re.compile(r'\\d')", [], id="a named constant is where it belongs"),
    ],
)
def test_buried_patterns_are_seen(source: str, patterns: list[str]) -> None:
    assert buried_patterns(source) == patterns


@pytest.mark.parametrize(
    ("source", "names"),
    [
        pytest.param("import rich.tree", {"rich"}, id="the top-level name counts"),
        pytest.param("from typer import Typer", {"typer"}, id="a from-import counts"),
        pytest.param("import re\nfrom dieuhanh import errors", set(), id="Python and ourselves do not"),
    ],
)
def test_outside_imports_are_seen(source: str, names: set[str]) -> None:
    assert outside_imports(source) == names


@pytest.mark.parametrize(
    ("source", "calls"),
    [
        pytest.param("import importlib\nimportlib.import_module('x')", ["importlib.import_module"], id="by the module"),
        pytest.param("from importlib import import_module\nimport_module('x')", ["import_module"], id="by the function"),
        pytest.param("import re\nre.compile('x')", [], id="an ordinary call"),
    ],
)
def test_dynamic_imports_are_seen(source: str, calls: list[str]) -> None:
    assert dynamic_imports(source) == calls
