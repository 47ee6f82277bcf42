"""What can be done to reminders, private addresses and slips, one verb a file."""

from dieuhanh.apps.notices.actions.plan_reminders import plan_reminders
from dieuhanh.apps.notices.actions.renew_address import renew_address
from dieuhanh.apps.notices.actions.send_again import send_again, send_news_again
from dieuhanh.apps.notices.actions.set_schedule import set_schedule
from dieuhanh.apps.notices.actions.tell_steps import tell_steps
from dieuhanh.apps.notices.actions.urge import urge

__all__ = ["plan_reminders", "renew_address", "send_again", "send_news_again", "set_schedule", "tell_steps", "urge"]
