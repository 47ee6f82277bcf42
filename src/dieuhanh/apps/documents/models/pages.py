"""Where pages come from, their bytes, and their versions."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.db.models import Q

SHA256_LENGTH = 64


class SourceQuerySet(models.QuerySet["Source"]):
    """Sources by their freshness."""

    def stale(self, before: dt.datetime) -> SourceQuerySet:
        """Not looked at since that moment."""
        return self.filter(fetched_at__lt=before)


class Source(models.Model):
    """An address that a page was read from (nguồn): "https://…", "file:///…", or "stdin:" and the hash of the bytes."""

    address = models.TextField(unique=True)
    fetched_at = models.DateTimeField()  # when its bytes were last looked at

    objects = SourceQuerySet.as_manager()

    class Meta:
        permissions = [("mark_fresh", "Ghi nhận nguồn không thay đổi")]

    def __str__(self) -> str:
        return self.address

    @property
    def public_address(self) -> str | None:
        """Its address on the web; None of a file: where it lay on somebody's machine is nobody's business."""
        return self.address if self.address.startswith(("http://", "https://")) else None


class Original(models.Model):
    """The bytes of a page as they came, once for all addresses that served them."""

    sha256 = models.CharField(max_length=SHA256_LENGTH, primary_key=True)
    content = models.BinaryField()

    def __str__(self) -> str:
        return self.sha256


class PageQuerySet(models.QuerySet["Page"]):
    """Pages by their place among the versions of an address."""

    def current(self) -> PageQuerySet:
        """The newest version of each address; only these have a digest."""
        return self.filter(is_current=True)

    def superseded(self) -> PageQuerySet:
        return self.filter(is_current=False)


class Page(models.Model):
    """One version of what an address holds: its original, its canonical text, and by which reader it was read."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="pages")
    version = models.PositiveIntegerField()
    original = models.ForeignKey(Original, on_delete=models.PROTECT, related_name="pages")
    text = models.TextField()  # every span counts code points in it
    reader_version = models.CharField(max_length=50)
    registered_at = models.DateTimeField()
    is_current = models.BooleanField(default=True)

    objects = PageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "version"], name="documents_page_version_of_source"),
            models.UniqueConstraint(fields=["source"], condition=Q(is_current=True), name="documents_page_one_current_of_source"),
            models.CheckConstraint(condition=Q(version__gte=1), name="documents_page_version_from_one"),
        ]
        permissions = [("register_page", "Đưa trang vào sổ đăng ký"), ("rebuild_pages", "Đọc lại các trang trong sổ")]

    def __str__(self) -> str:
        return f"{self.source} ({self.version})"

    @property
    def superseded_by(self) -> Page | None:
        """The next version of the same address; None of the current one."""
        return Page.objects.filter(source=self.source_id, version=self.version + 1).first()
