"""The tables: issues with their versions, the scheme of topics and weights, and what the public says."""

from dieuhanh.apps.digests.models.issues import Correction, Entry, EntrySource, Issue, State, Version, Waiver
from dieuhanh.apps.digests.models.scheme import Topic, TopicChoice, WeightRule
from dieuhanh.apps.digests.models.voices import AddressCount, DaySalt, Question, Rating, Subject, Subscription

__all__ = [
    "AddressCount",
    "Correction",
    "DaySalt",
    "Entry",
    "EntrySource",
    "Issue",
    "Question",
    "Rating",
    "State",
    "Subject",
    "Subscription",
    "Topic",
    "TopicChoice",
    "Version",
    "Waiver",
    "WeightRule",
]
