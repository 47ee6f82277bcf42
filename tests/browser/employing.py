"""A script: accounts for the installation that the environment names, one for each word "name:role"."""

from __future__ import annotations

import sys

from dieuhanh.config.startup import start

start()

from dieuhanh.apps.accounts.roles import Role  # noqa: E402  models need Django started
from tests.apps.people import person  # noqa: E402

if __name__ == "__main__":
    for word in sys.argv[1:]:
        name, _, role = word.partition(":")
        person(Role(role), name)
