"""A script: append so many entries, one action each, to the chain of the installation."""

from __future__ import annotations

import datetime as dt
import sys

import django

django.setup()

from dieuhanh.apps.audit.actions import action  # noqa: E402  models need Django set up
from dieuhanh.apps.audit.actors import Operator  # noqa: E402


def append_many(entries: int) -> None:
    for number in range(entries):
        with action(Operator("người thử"), "audit.try", dt.datetime.now(dt.UTC)) as ledger:
            ledger.append("audit.Try", str(number), {"number": number})


if __name__ == "__main__":
    append_many(int(sys.argv[1]))
