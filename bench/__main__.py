"""`python -m bench`: measure, print, and with `--write` put the figures into bench/README.md."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from bench import compare, leader, limits, load_public, opendata, profile, quality, register, reports, search, speed
from bench.pages import ROOT

README = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
PARTS: dict[str, tuple[str, Callable[[], str]]] = {
    "quality": ("Quality", quality.report),
    "speed": ("Speed", speed.report),
    "limits": ("Limits", limits.report),
}


def main() -> None:
    """Measure the parts that the command line names, all three without a name."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "part",
        nargs="?",
        choices=[*PARTS, "register", "search", "opendata", "leader", "reports", "public", "profile", "compare"],
        help="measure this alone",
    )
    parser.add_argument("revision", nargs="?", default="HEAD", help="with compare: gains and losses against this revision")
    parser.add_argument("--digests", type=int, default=register.DIGESTS, help="with register: load so many, and half of them")
    parser.add_argument("--documents", type=int, help="with search and opendata: in a register of so many")
    parser.add_argument("--tasks", type=int, default=leader.TASKS, help="with leader: in a register of so many, and of a tenth of them")
    parser.add_argument("--people", type=int, default=reports.PEOPLE, help="with reports: so many report at once")
    parser.add_argument("--issues", type=int, default=load_public.ISSUES, help="with public: in a register of so many")
    parser.add_argument("--write", action="store_true", help="put the figures of all parts into bench/README.md")
    args = parser.parse_args()
    if args.write and args.part:
        parser.error("--write takes all parts of one run")
    if args.part == "profile":
        print(profile.report())
    elif args.part == "register":
        print(f"{conditions()}\n\n{register.report(args.digests)}")
    elif args.part == "search":
        print(f"{conditions()}\n\n{search.report(args.documents or search.DOCUMENTS)}")
    elif args.part == "opendata":
        print(f"{conditions()}\n\n{opendata.report(args.documents or opendata.DOCUMENTS)}")
    elif args.part == "leader":
        print(f"{conditions()}\n\n{leader.report(args.tasks)}")
    elif args.part == "reports":
        print(f"{conditions()}\n\n{reports.report(args.people)}")
    elif args.part == "public":
        print(f"{conditions()}\n\n{load_public.report(args.issues)}")
    elif args.part == "compare":
        print(compare.report(args.revision))
    else:
        measure([args.part] if args.part else list(PARTS), write=args.write)


def measure(names: list[str], *, write: bool) -> None:
    """Print each part as soon as it is measured."""
    sections = [conditions()]
    print(sections[0], flush=True)
    for name in names:
        title, report = PARTS[name]
        sections.append(f"### {title}\n\n{report()}")
        print(f"\n{sections[-1]}", flush=True)
    if write:
        before, rest = README.read_text("utf-8").split(BEGIN)
        after = rest.split(END)[1]
        README.write_text(f"{before}{BEGIN}\n" + "\n\n".join(sections) + f"\n{END}{after}", "utf-8")


def conditions() -> str:
    """What the figures depend on: command, day, revision, processor, interpreter."""
    command = shlex.join(["python", "-m", "bench", *sys.argv[1:]])
    day = dt.datetime.now(dt.UTC).date()
    machine = f"{processor()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    return f"`{command}` on {day}, revision {revision()}: {machine}."


def revision() -> str:
    """The commit that was measured, marked where the files differ from it."""
    done = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607
    return done.stdout.strip() or "unknown"


def processor() -> str:
    """The processor's name as the system tells it."""
    information = Path("/proc/cpuinfo")
    if not information.exists():
        return platform.processor() or platform.machine()
    models = [line.split(":", 1)[1].strip() for line in information.read_text().splitlines() if line.startswith("model name")]
    return models[0] if models else platform.machine()


if __name__ == "__main__":
    main()
