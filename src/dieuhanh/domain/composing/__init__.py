"""The week as an issue: from what the register holds of its documents to a title, a summary list and one entry a document.

Every sentence of an entry is one of the source's own, or an opening put together from number, day, issuer and title by fixed words. So
an issue says nothing that its sources do not say, and the same documents always give the same issue.
"""

from dieuhanh.domain.composing.compose import ComposedEntry, ComposedIssue, compose
from dieuhanh.domain.composing.material import Material
from dieuhanh.domain.composing.weeks import title_of, week_of
from dieuhanh.domain.composing.weight import Reason, Rule

__all__ = ["ComposedEntry", "ComposedIssue", "Material", "Reason", "Rule", "compose", "title_of", "week_of"]
