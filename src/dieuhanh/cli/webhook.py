"""`dieuhanh webhook`: who is told of what, and what could not be told; twins of the actions of `webhooks`."""

from __future__ import annotations

from typing import Annotated

import typer
from django.db.models import Count, Q

from dieuhanh.apps.outbox.models import State
from dieuhanh.apps.webhooks.actions import pause, redeliver, resume, subscribe, unsubscribe
from dieuhanh.apps.webhooks.events import EventName
from dieuhanh.apps.webhooks.models import Delivery, Subscription
from dieuhanh.cli.acting import acting
from dieuhanh.cli.operator import operator
from dieuhanh.cli.output import write_out
from dieuhanh.cli.usage import OPTIONS, UsageProblem
from dieuhanh.display.wording import one_line

HELP = """Báo tự động cho hệ thống khác khi có việc được giao, báo cáo, xác nhận, gia hạn, quá hạn.

Ví dụ: [bold]dieuhanh webhook add https://vi-du.gov.vn/nhan --event task.assigned[/bold]"""

ADD_HELP = """Đăng ký một nơi nhận; khóa bí mật để kiểm tra chữ ký chỉ hiện một lần.

ĐỊA_CHỈ là địa chỉ http, https trên mạng công cộng.

Ví dụ: [bold]dieuhanh webhook add https://vi-du.gov.vn/nhan --event task.assigned --event task.overdue[/bold]"""

LIST_HELP = "Liệt kê các nơi nhận, mỗi nơi một dòng: số, sự kiện, đã gửi, chờ gửi, không gửi được; rồi từng lần không gửi được."
STOP_HELP = "Ngừng gửi cho một nơi nhận. SỐ là số của nơi nhận trong danh sách."
PAUSE_HELP = "Tạm ngừng gửi cho một nơi nhận; thông báo được giữ lại chờ gửi. SỐ là số của nơi nhận trong danh sách."
RESUME_HELP = "Gửi tiếp cho một nơi nhận đã tạm ngừng, kể cả những gì đang chờ. SỐ là số của nơi nhận trong danh sách."
RETRY_HELP = "Gửi lại một lần không gửi được. SỐ là số của lần gửi trong danh sách."

NAMES = ", ".join(EventName)
SHOWN = 50  # deliveries that were given up, the newest

Url = Annotated[str, typer.Argument(metavar="ĐỊA_CHỈ", hidden=True, show_default=False)]
Number = Annotated[int, typer.Argument(metavar="SỐ", hidden=True, show_default=False)]
Events = Annotated[
    list[EventName] | None,
    typer.Option(
        "--event",
        metavar="SỰ_KIỆN",
        help=f"Sự kiện, nêu được nhiều lần: {', '.join(EventName)}.",
        show_default=False,
        rich_help_panel=OPTIONS,
    ),
]


def add(url: Url, event: Events = None) -> None:
    """Subscribe, and show the secret."""
    if not event:
        raise UsageProblem("thiếu --event: cần nêu ít nhất một sự kiện")

    with acting(url) as at:
        made = subscribe(url, event, actor=operator(), at=at)
    _tell(f"Nơi nhận số {made.subscription.pk}: {one_line(url)}")
    _tell(f"Khóa bí mật (chỉ hiện lần này): {made.secret}")


def list_subscriptions() -> None:
    """One line a subscription, then one a delivery that was given up."""
    with acting("dieuhanh"):
        _list()


def stop(number: Number) -> None:
    """Unsubscribe."""
    with acting(f"nơi nhận số {number}") as at:
        unsubscribe(number, actor=operator(), at=at)


def hold(number: Number) -> None:
    """Pause."""
    with acting(f"nơi nhận số {number}") as at:
        pause(number, actor=operator(), at=at)


def go_on(number: Number) -> None:
    """Resume."""
    with acting(f"nơi nhận số {number}") as at:
        resume(number, actor=operator(), at=at)


def retry(number: Number) -> None:
    """Deliver again."""
    with acting(f"lần gửi số {number}") as at:
        redeliver(number, actor=operator(), at=at)


SUBCOMMANDS = {
    "add": (add, ADD_HELP, "Đăng ký một nơi nhận."),
    "list": (list_subscriptions, LIST_HELP, "Liệt kê các nơi nhận."),
    "stop": (stop, STOP_HELP, "Ngừng gửi cho một nơi nhận."),
    "pause": (hold, PAUSE_HELP, "Tạm ngừng gửi cho một nơi nhận."),
    "resume": (go_on, RESUME_HELP, "Gửi tiếp cho một nơi nhận đã tạm ngừng."),
    "retry": (retry, RETRY_HELP, "Gửi lại một lần không gửi được."),
}


def _list() -> None:
    counts = {state.value: Count("deliveries", filter=Q(deliveries__state=state)) for state in (State.SENT, State.WAITING, State.DEAD)}
    for row in Subscription.objects.standing().annotate(**counts).order_by("pk"):
        numbers = "; ".join(f"{getattr(row, state.value)} {state.label}" for state in (State.SENT, State.WAITING, State.DEAD))
        resting = "\ttạm ngừng" if row.paused_at else ""
        _tell(f"{row.pk}\t{one_line(row.url)}\t{', '.join(row.events)}\t{numbers}{resting}")
    for dead in Delivery.objects.dead().filter(subscription__ended_at=None).select_related("event").order_by("-pk")[:SHOWN]:
        _tell(f"không gửi được\t{dead.pk}\t{dead.event.name}\t{one_line(dead.fault)}")


def _tell(line: str) -> None:
    write_out(f"{line}\n".encode("utf-8", "replace"))
