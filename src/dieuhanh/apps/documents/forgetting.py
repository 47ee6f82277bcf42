"""What goes when a page is superseded: the facts of the old version, which its bytes would give again."""

from __future__ import annotations

from collections.abc import Sequence

from dieuhanh.apps.documents.models import Assignment, Designation, Digest, Mention, Page, Relation


def forget(pages: Sequence[Page]) -> set[str]:
    """Delete the digests of these versions and the designations that nobody uses any more; the numbers that this touches."""
    if not pages:
        return set()
    digests = Digest.objects.filter(page__in=pages)
    used = set(Mention.objects.filter(item__digest__in=digests, designation__isnull=False).values_list("designation", flat=True))
    digests.delete()
    still_used = {
        *Mention.objects.filter(designation__in=used).values_list("designation", flat=True).distinct(),
        *Relation.objects.filter(source__in=used).values_list("source", flat=True).distinct(),
        *Relation.objects.filter(target__in=used).values_list("target", flat=True).distinct(),
        *Assignment.objects.filter(source__in=used).values_list("source", flat=True).distinct(),
    }
    touched = Designation.objects.filter(id__in=used)
    numbers = set(touched.values_list("number_key", flat=True))
    touched.exclude(id__in=still_used).delete()
    return numbers
