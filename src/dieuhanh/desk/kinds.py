"""The kinds of facts that a person decides, as people are told of them."""

from __future__ import annotations

from dieuhanh.apps.corrections.models import Decision
from dieuhanh.display import marks, wording
from dieuhanh.domain.rulings import Fact, Kind, Value, Verdict, fact_of
from dieuhanh.extract import facts
from dieuhanh.extract.facts import Span

DISPLAYED = {Kind(kind.css): kind for kind in marks.KINDS if kind.css in set(Kind)}
VERDICTS = {
    Verdict.CONFIRMED: "đã xác nhận",
    Verdict.CORRECTED: "đã sửa",
    Verdict.REJECTED: "đã bác",
    Verdict.ADDED: "đã thêm",
}
NOWHERE: Span = (0, 0)

Names = dict[str, str]  # short names of the documents of an item by their keys


def said_of(kind: Kind, value: Value, names: Names) -> list[str]:
    """A value as lines of words; `names` makes the keys of documents readable."""
    return lines_of(fact_of(kind, value, NOWHERE), names)


def lines_of(fact: Fact, names: Names) -> list[str]:
    """The first line is what matters most."""
    match fact:
        case facts.Assignment():
            cooperating = [f"Phối hợp: {wording.names(fact.cooperating)}"] if fact.cooperating else []
            quoted = [f"Theo {wording.one_line(names.get(fact.source, fact.source))}"] if fact.source else []
            return [wording.lead(fact), *cooperating, wording.one_line(fact.action), *quoted]
        case facts.Deadline():
            return [wording.deadline(fact)]
        case facts.Target():
            by = f", {wording.horizon(fact.by)}" if fact.by else ""
            return [f"{wording.one_line(fact.subject)}: {wording.target_value(fact)}{by}"]
        case facts.Document():
            return [one for one in (wording.document(fact), wording.document_source(fact), _title(fact)) if one]
        case facts.Relation():
            acting, acted_on = (wording.one_line(names.get(key, key)) for key in (fact.source, fact.target))
            return [f"{acting} {wording.RELATIONS[fact.type]} {acted_on}"]
        case facts.Official():
            return [wording.official(fact)]
        case facts.Body():
            runs = [f"Cơ quan thường trực: {wording.one_line(fact.standing)}"] if fact.standing else []
            return [wording.one_line(fact.name), *wording.seats(fact.members), *runs]


def _title(document: facts.Document) -> str:
    return wording.one_line(document.title or "") if document.number else ""


def verdict_of(decision: Decision) -> str:
    return VERDICTS[Verdict(decision.verdict)]
