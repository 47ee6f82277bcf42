"""All names in memory, for resolving the thousands of names of a batch of pages with two queries."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from dieuhanh.apps.agencies.models import AgencyName, Succession
from dieuhanh.apps.agencies.naming import name_key
from dieuhanh.extract.posts import agency_headed


class AgencyDirectory:
    """Which agency a name means on a day, as ids of `Agency`."""

    def __init__(self) -> None:
        self._held: dict[str, list[tuple[int, dt.date | None, dt.date | None]]] = defaultdict(list)
        for key, agency, begin, end in AgencyName.objects.values_list("key", "agency_id", "valid_from", "valid_to"):
            self._held[key].append((agency, begin, end))
        self._successors: dict[int, list[int]] = defaultdict(list)
        for old, later in Succession.objects.values_list("predecessor_id", "successor_id"):
            self._successors[old].append(later)

    def resolve(self, name: str | None, on: dt.date | None) -> int | None:
        """The only agency that held the name on that day; None where there is none, or more than one.

        A name that an agency bore before that day means whoever alone took over from it.
        """
        held = self._held.get(name_key(name), []) if name else []
        agencies = {agency for agency, begin, end in held if on is None or ((begin is None or begin <= on) and (end is None or end >= on))}
        if not agencies and on is not None:
            ended = {agency for agency, _, end in held if end is not None and end < on}
            agencies = {later for agency in ended for later in self._successors[agency]}
        return agencies.pop() if len(agencies) == 1 else None

    def given_work(self, name: str, on: dt.date | None) -> int | None:
        """The agency that must act where this name is given work: its own, or the one whose head is named."""
        agency = self.resolve(name, on)
        return agency if agency is not None else self.resolve(agency_headed(name), on)
