"""The rules of the order and what they look at, said in plain words."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from dieuhanh.apps.digests.scheme import rules_in_force, topics_in_force
from dieuhanh.display.wording import RELATIONS, one_line
from dieuhanh.domain.composing import Rule
from dieuhanh.domain.topics import Topic

# What each measure looks at, what its value is, and the sentence of a rule of it.
MEASURES: dict[str, tuple[str, str, str]] = {
    "type": ("Loại văn bản", "Tên loại, ví dụ Chỉ thị", "văn bản được đưa tin là {}"),
    "legal": ("Văn bản quy phạm pháp luật", "Để trống", "số của văn bản có năm, như 04/2024/QĐ-UBND"),
    "agencies": ("Số cơ quan được giao việc", "Con số tối thiểu", "mục giao việc cho ít nhất {} cơ quan"),
    "deadline": ("Thời hạn gần", "Số ngày tính từ cuối kỳ", "có thời hạn rơi vào kỳ này hoặc {} ngày sau đó"),
    "targets": ("Số chỉ tiêu", "Con số tối thiểu", "mục nêu ít nhất {} chỉ tiêu"),
    "relation": ("Quan hệ với văn bản khác", "Một trong các quan hệ bên dưới", "văn bản {} một văn bản khác"),
    "body": ("Ban, tổ, hội đồng", "Để trống", "văn bản lập hoặc kiện toàn ban, tổ, hội đồng"),
    "effective": ("Ngày hiệu lực", "Để trống", "mục nêu ngày có hiệu lực"),
    "topic": ("Lĩnh vực", "Mã lĩnh vực", "mục thuộc lĩnh vực {}"),
    "position": ("Người chỉ đạo", "Chức vụ, ví dụ Chủ tịch UBND tỉnh", "{} trực tiếp chỉ đạo"),
}


class RuleLine(msgspec.Struct, frozen=True):
    """A rule, and the sentence that says when it is met."""

    rule: Rule
    when: str


class SchemePage(msgspec.Struct, frozen=True):
    """All topics and all rules, the weightiest first."""

    topics: list[Topic]
    rules: list[RuleLine]


def scheme_page() -> SchemePage:
    """Three queries."""
    topics = topics_in_force()
    names = {topic.code: topic.name for topic in topics}
    rules = sorted(rules_in_force(), key=lambda rule: (-rule.points, rule.code))
    return SchemePage(topics, [RuleLine(rule, sentence(rule, names)) for rule in rules])


def sentence(rule: Rule, topics: Mapping[str, str]) -> str:
    """When the rule is met: "văn bản được đưa tin là Công điện"."""
    said: dict[str, Mapping[str, str]] = {"topic": topics, "relation": {str(code): words for code, words in RELATIONS.items()}}
    value = said.get(rule.measure, {}).get(rule.value, rule.value)
    return MEASURES[rule.measure][2].format(one_line(value))
