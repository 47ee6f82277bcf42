"""The tables: what people are told, by which schedule, where agencies read along, what they were urged to do."""

from dieuhanh.apps.notices.models.addresses import PrivateAddress
from dieuhanh.apps.notices.models.news import StepNews, ToldUntil
from dieuhanh.apps.notices.models.notices import Notice, NoticeKind
from dieuhanh.apps.notices.models.schedules import PlannedDay, ReminderSchedule
from dieuhanh.apps.notices.models.slips import UrgingSlip

__all__ = ["Notice", "NoticeKind", "PlannedDay", "PrivateAddress", "ReminderSchedule", "StepNews", "ToldUntil", "UrgingSlip"]
