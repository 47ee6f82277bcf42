"""Who acts: a signed-in user, or the operator of the machine."""

from __future__ import annotations

from typing import Protocol

import msgspec


class Actor(Protocol):
    """What an action asks of whoever acts; Django's users answer both."""

    def get_username(self) -> str: ...

    def has_perm(self, perm: str) -> bool: ...


class Operator(msgspec.Struct, frozen=True):
    """Whoever runs our commands on the machine of the register: the database is in their hands, so nothing is refused."""

    name: str

    def get_username(self) -> str:
        return self.name

    def has_perm(self, perm: str) -> bool:  # noqa: ARG002  the protocol's argument
        return True
