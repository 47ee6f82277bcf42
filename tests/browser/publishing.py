"""A script: publishes the issues of all digests of the installation that the environment names; the newest is corrected."""

from __future__ import annotations

import datetime as dt

from dieuhanh.config.startup import start

start()

import msgspec  # noqa: E402  models need Django started

from dieuhanh.apps.audit.actors import Operator  # noqa: E402
from dieuhanh.apps.digests.actions import approve_issue, compile_issue, correct_issue, publish_issue, submit_issue  # noqa: E402
from dieuhanh.apps.digests.contents import content_of  # noqa: E402
from dieuhanh.apps.digests.models import Issue  # noqa: E402
from dieuhanh.apps.documents.models import Digest  # noqa: E402
from dieuhanh.extract.facts import Period  # noqa: E402

NOW = dt.datetime(2026, 3, 9, 1, 0, tzinfo=dt.UTC)
TESTER = Operator("người thử")


def publish() -> None:
    days = set(Digest.objects.values_list("period_start", "period_end"))
    for first, last in sorted((first, last) for first, last in days if first and last):
        issue = compile_issue(Period(first, last), today=NOW.date(), actor=TESTER, at=NOW)
        submit_issue(issue.pk, actor=TESTER, at=NOW)
        approve_issue(issue.pk, issue.version, actor=TESTER, at=NOW)
        publish_issue(issue.pk, actor=TESTER, at=NOW)
    newest = Issue.objects.published()[0]
    content = content_of(newest)
    shorter = msgspec.structs.replace(content, entries=content.entries[:-1])
    correct_issue(newest.pk, 1, shorter, "Bỏ mục cuối vì đã đăng ở kỳ trước.", actor=TESTER, at=NOW)


if __name__ == "__main__":
    publish()
