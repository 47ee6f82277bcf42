"""A letter as its lines on paper: words, breaks and lengths of rules, settled once for every kind of file."""

from __future__ import annotations

import msgspec

from dieuhanh.letters import measures, wording
from dieuhanh.letters.flow import Grid, Line, flow
from dieuhanh.letters.letter import Letter
from dieuhanh.letters.measures import balanced, rule
from dieuhanh.letters.wording import one_line


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """Clean lines in the places that the decree gives them; lengths in millimetres. A công văn has `regarding` and no `kind`."""

    title: str
    parent: list[str]
    agency: list[str]
    agency_rule: float
    country: str
    motto: str
    motto_rule: float
    number: str
    regarding: list[str]
    place: str
    kind: str
    subject: list[str]
    subject_rule: float
    addressed: list[str]
    body: list[Line | Grid]
    recipients_title: str
    recipients: list[str]
    capacity: list[str]
    signer: str


def laid_out(letter: Letter) -> Sheet:
    """What stands where on the paper of this letter."""
    subject = one_line(letter.subject)
    titled = letter.kind is not None
    agency = balanced(one_line(letter.issuer.name).upper(), measures.AGENCY_SIZE, measures.AGENCY_ROOM)
    under_kind = balanced(subject, measures.KIND_SIZE, measures.TEXT_WIDTH) if titled else []
    return Sheet(
        title=wording.title(letter),
        parent=balanced(one_line(letter.issuer.parent or "").upper(), measures.AGENCY_SIZE, measures.AGENCY_ROOM),
        agency=agency,
        agency_rule=rule(agency, measures.AGENCY_SIZE, measures.AGENCY_ROOM),
        country=wording.COUNTRY,
        motto=wording.MOTTO,
        motto_rule=measures.motto_rule(),
        number=wording.number_line(letter),
        regarding=[] if titled else balanced(f"V/v {subject}", measures.SUBJECT_SIZE, measures.AGENCY_ROOM),
        place=wording.place_and_date(letter),
        kind=one_line(letter.kind or "").upper(),
        subject=under_kind,
        subject_rule=rule(under_kind, measures.KIND_SIZE, measures.TEXT_WIDTH),
        addressed=wording.addressed([one_line(name) for name in letter.addressees]),
        body=flow(letter.body),
        recipients_title=wording.RECIPIENTS,
        recipients=wording.recipients(letter),
        capacity=[one_line(line).upper() for line in letter.signature.capacity],
        signer=one_line(letter.signature.name or ""),
    )
