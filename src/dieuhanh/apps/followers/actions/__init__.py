"""What is done for those who follow, one subject a file. What visitors do has no entries in the audit chain, as their ratings have none:
it forgets nobody. That somebody of the desk sent a letter again has one."""

from dieuhanh.apps.followers.actions.again import send_letter_again
from dieuhanh.apps.followers.actions.ask import ask_to_follow
from dieuhanh.apps.followers.actions.tell import tell_followers

__all__ = ["ask_to_follow", "send_letter_again", "tell_followers"]
