"""The frame of a command that acts on the register: a database that is up to date, and one line where it cannot be done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

import typer
from django.db import DatabaseError

from dieuhanh.cli.messages import Status, complaint, say
from dieuhanh.config.migrating import bring_up_to_date
from dieuhanh.errors import DatabaseUnreachableError, DieuhanhError


@contextmanager
def acting(name: str) -> Iterator[dt.datetime]:
    """The moment of the act; what goes wrong in the block is said of `name` and ends the command with 1."""
    at = dt.datetime.now(dt.UTC)
    try:
        bring_up_to_date(at)
        yield at
    except (DieuhanhError, OSError) as error:
        say(complaint(name, error))
        raise typer.Exit(int(Status.NOT_READ)) from error
    except DatabaseError as error:
        say(complaint(name, DatabaseUnreachableError()))
        raise typer.Exit(int(Status.NOT_READ)) from error
