"""The sentence that says what an entry reports: who directs, by which document, of what day, about what.

Reads: Material.  Writes: a sentence, where the source's own opening lacks a number or a day that the register knows.
"""

from __future__ import annotations

from dieuhanh.domain.composing.material import Material, label
from dieuhanh.domain.readings import days_in, find_figures, reference_value
from dieuhanh.extract import facts

# Kinds by which an agency or a person directs; all others are issued (NĐ 30/2020/NĐ-CP, Phụ lục III).
DIRECTING = frozenset({"Công văn", "Công điện", "Thông báo"})
DIRECTS, ISSUES = "chỉ đạo", "ban hành"
ABOUT = ("về ", "v/v ")


def opening_of(material: Material, core: str) -> str | None:
    """None where the core, the source's own paragraphs, says number and day of every document that is reported."""
    numbered = [document for document in material.item.instruments if document.number]
    days, numbers = days_in(core), {figure.value for figure in find_figures(core)}
    if all(reference_value(d.number or "") in numbers and (d.date is None or d.date in days) for d in numbered):
        return None
    main = numbered[0]
    verb = DIRECTS if main.type in DIRECTING else ISSUES
    brackets = "; ".join(label(document) for document in numbered)
    about = _about(main.title) if main.title else f": {' '.join(material.item.heading.split())}"
    return f"{_who(material.item, main)} {verb} ({brackets}){about}."


def _who(item: facts.Item, main: facts.Document) -> str:
    """A person with the post, else the post, else the issuer; where nothing is known the words of the law for it."""
    if item.officials:
        person = item.officials[0]
        return f"Đồng chí {person.name}, {person.position}" if person.name else person.position
    return main.issuer or "Cơ quan có thẩm quyền"


def _about(title: str) -> str:
    title = title.rstrip(" .;,")
    return f" {title}" if title.lower().startswith(ABOUT) else f" về {title}"
