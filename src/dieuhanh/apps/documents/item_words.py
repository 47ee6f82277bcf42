"""The words of items, cut out of their pages by the database: a page is fifty times as long as one of them."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import ExpressionWrapper, F, IntegerField
from django.db.models.expressions import Combinable
from django.db.models.functions import Least, Substr

from dieuhanh.apps.documents.models import Item


def words_of_items(items: Collection[int], longest: int) -> dict[int, str]:
    """By item id, so many code points of each at most. One query."""
    words = Substr("digest__page__text", number(F("start") + 1), Least(number(F("end") - F("start")), longest))
    return dict(Item.objects.filter(id__in=items).annotate(words=words).values_list("id", "words"))


def number(expression: Combinable) -> ExpressionWrapper[Combinable]:
    """Places in a text are whole numbers, which the databases want to be told."""
    return ExpressionWrapper(expression, output_field=IntegerField())
