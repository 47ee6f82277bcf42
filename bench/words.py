"""Words that the corpus draws from: each group holds names that can stand in for one another."""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent

# One group a line: departments of the province, ministries, districts.
AGENCY_GROUPS = tuple(tuple(line.split("; ")) for line in (HERE / "agency_groups.txt").read_text("utf-8").splitlines())
GROUP_OF = {name: group for group in AGENCY_GROUPS for name in group}
AGENCY_ALTERNATION = "|".join(re.escape(name) for name in sorted(GROUP_OF, key=len, reverse=True))

DEPARTMENTS = ("KT", "KGVX", "NC", "TH", "KTN")

FAMILY_NAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Nông", "Vi", "Lương")
MIDDLE_NAMES = ("Văn", "Thị", "Đức", "Minh", "Quang", "Hữu", "Xuân", "Thanh", "Ngọc", "Công", "Đình", "Hải")
GIVEN_NAMES = ("An", "Bình", "Cường", "Dũng", "Giang", "Hà", "Hùng", "Khánh", "Lan", "Mai", "Nam", "Phương", "Quân", "Sơn", "Tùng", "Yến")

# Syllables that carry the grammar of a directive: cues, kinds of documents, posts, units of time, link words. They are never
# replaced, so that a varied page holds as many facts as the page that it comes from; the report prints both densities.
KEPT_SYLLABLES = frozenset((HERE / "kept_syllables.txt").read_text("utf-8").split())
