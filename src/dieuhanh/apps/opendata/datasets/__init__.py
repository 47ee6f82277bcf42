"""Every dataset, those that others refer to first."""

from dieuhanh.apps.opendata.datasets.agencies import AGENCIES, SUCCESSIONS
from dieuhanh.apps.opendata.datasets.documents import DOCUMENTS, MENTIONS, RELATIONS
from dieuhanh.apps.opendata.datasets.pages import DIGESTS, ITEMS
from dieuhanh.apps.opendata.datasets.tasks import TASK_COUNTS
from dieuhanh.apps.opendata.datasets.work import ASSIGNED_AGENCIES, ASSIGNMENTS, DEADLINES, TARGETS

DATASETS = (
    AGENCIES,
    SUCCESSIONS,
    DIGESTS,
    ITEMS,
    DOCUMENTS,
    MENTIONS,
    RELATIONS,
    ASSIGNMENTS,
    ASSIGNED_AGENCIES,
    DEADLINES,
    TARGETS,
    TASK_COUNTS,
)

__all__ = ["DATASETS"]
