"""An agency, its names, and who took over from whom."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.db.models import F, Q

from dieuhanh.apps.agencies.naming import name_key
from dieuhanh.text import slug as slug_of


def held_on(day: dt.date, prefix: str = "") -> Q:
    """A condition: valid on that day; an end that is not known is open."""
    began = Q(**{f"{prefix}valid_from": None}) | Q(**{f"{prefix}valid_from__lte": day})
    goes_on = Q(**{f"{prefix}valid_to": None}) | Q(**{f"{prefix}valid_to__gte": day})
    return began & goes_on


class AgencyQuerySet(models.QuerySet["Agency"]):
    """Agencies by what is known of them."""

    def named(self, name: str, on: dt.date | None = None) -> AgencyQuerySet:
        """Those that held the name on that day, on any day without one; several where a name was shared."""
        called = Q(names__key=name_key(name))
        return self.filter(called & held_on(on, "names__") if on else called).distinct()

    def called(self, slug: str) -> AgencyQuerySet:
        """Those of that name as addresses write it: "so-tai-chinh"; names that differ only in their accents share an address."""
        return self.filter(id__in=[id_ for id_, name in self.values_list("id", "name") if slug_of(name) == slug])

    def meant_by(self, typed: str) -> list[Agency]:
        """By any of the names that they ever held, or by the present one typed without accents; by name."""
        return list(self.named(typed).order_by("name")) or list(self.called(slug_of(typed)).order_by("name"))

    def existing(self, on: dt.date) -> AgencyQuerySet:
        return self.filter(held_on(on))


class Agency(models.Model):
    """An agency or unit (cơ quan, đơn vị) of the State, the Party, the Front, or a company that is given work."""

    place = models.CharField(max_length=50)  # folder of its data: "vn", or a province's
    code = models.CharField(max_length=50)
    name = models.CharField(max_length=300, unique=True)  # canonical, as the reader writes it
    kind = models.CharField(max_length=50)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)  # its last day
    successors = models.ManyToManyField("self", through="Succession", symmetrical=False, related_name="predecessors")

    objects = AgencyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "code"], name="agencies_agency_code_in_place"),
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_from__lte=F("valid_to")), name="agencies_agency_from_before_to"
            ),
        ]
        permissions = [("load_agencies", "Nạp danh mục cơ quan")]

    def __str__(self) -> str:
        return self.name


class AgencyName(models.Model):
    """A name or abbreviation that an agency goes by, with the days between which it held."""

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300, db_index=True)  # name_key(name)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "name"], name="agencies_name_once_an_agency")]

    def __str__(self) -> str:
        return self.name


class Succession(models.Model):
    """One agency takes over from another; a district's work went to many communes."""

    predecessor = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="successions")
    successor = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="inheritances")
    on = models.DateField(null=True)  # first day of the successor; None where no source gives it

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="agencies_succession_once"),
            models.CheckConstraint(condition=~Q(predecessor=F("successor")), name="agencies_succession_of_another"),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"
