"""The tables: pages, documents, and the facts of a digest, named as the contract names them."""

from dieuhanh.apps.documents.models.bodies import Body, Member
from dieuhanh.apps.documents.models.changes import Change, note_changes
from dieuhanh.apps.documents.models.digests import Digest, Effective, Item, Official, Warning  # noqa: A004  the contract's word
from dieuhanh.apps.documents.models.documents import Designation, Document, Knowledge
from dieuhanh.apps.documents.models.mentions import Mention, Relation, Role, items_reporting
from dieuhanh.apps.documents.models.pages import Original, Page, Source
from dieuhanh.apps.documents.models.standings import Standing
from dieuhanh.apps.documents.models.work import AssignedAgency, Assignment, Deadline, Part, Target

__all__ = [
    "AssignedAgency",
    "Assignment",
    "Body",
    "Change",
    "Deadline",
    "Designation",
    "Digest",
    "Document",
    "Effective",
    "Item",
    "Knowledge",
    "Member",
    "Mention",
    "Official",
    "Original",
    "Page",
    "Part",
    "Relation",
    "Role",
    "Source",
    "Standing",
    "Target",
    "Warning",
    "items_reporting",
    "note_changes",
]
