"""What goes when a page is superseded: the facts of the old version, which its bytes would give again."""

from __future__ import annotations

from collections.abc import Sequence

from dieuhanh.apps.documents.models import Designation, Digest, Page


def forget(pages: Sequence[Page]) -> dict[int, str]:
    """Delete the digests of these versions; the designations that they used, by id, with their numbers."""
    if not pages:
        return {}
    digests = Digest.objects.filter(page__in=pages)
    used = dict(Designation.objects.filter(mentions__item__digest__in=digests).values_list("id", "number_key"))
    digests.delete()
    return used
