"""What is done for those who follow, one subject a file. As ratings, these writes have no entries in the audit chain: it forgets nobody."""

from dieuhanh.apps.followers.actions.ask import ask_to_follow
from dieuhanh.apps.followers.actions.tell import tell_followers

__all__ = ["ask_to_follow", "tell_followers"]
