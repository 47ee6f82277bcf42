"""A published issue is corrected at the desk: an entry rewritten, dropped, added, and what the new words are answered for."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.audit.verification import verify_chain
from dieuhanh.apps.digests.contents import content_of
from dieuhanh.apps.digests.models import Correction, Waiver
from tests.apps.digests import weeks
from tests.apps.pages import digest_text, page, register
from tests.desk.conftest import SignedIn
from tests.desk.issue_writing import CHOICE, HOSTILE, WRONG_DAY, at, keys, now, read, tokens, typed, write

pytestmark = pytest.mark.django_db

FIELD = re.compile(r'name="(nhan-[0-9a-f]{16})"')
ADDING = "dinh-chinh/them-muc/"


@pytest.fixture
def leader(signed_in: SignedIn) -> Client:
    return signed_in(Role.LEADER)


def test_a_correction_drops_an_entry(leader: Client) -> None:
    issue = weeks.published()
    dropped = leader.post(at(issue, "muc/2/dinh-chinh/"), {"ban": 1, "bo": "1", "dinh_chinh": "Bỏ mục 2 vì đưa nhầm."})
    assert (dropped.status_code, keys(issue)) == (302, [1])


def test_words_that_no_source_bears_out_are_published_only_with_the_name_of_who_answers_for_them(leader: Client, client: Client) -> None:
    issue = weeks.published()
    said = typed(issue, 1, "31/5/2024", WRONG_DAY, dinh_chinh="Sửa thời hạn ở mục 1.", nguon=tokens(leader, issue, 1))
    refused = leader.post(at(issue, "muc/1/dinh-chinh/"), said)
    shown = refused.content.decode()
    assert (refused.status_code, now(issue).version) == (422, 1)
    assert f'<mark class="finding">{WRONG_DAY}</mark>' in shown
    assert "Mục 1, con số, ngày:" in shown
    assert "Sửa thời hạn ở mục 1." in shown
    (field,) = FIELD.findall(shown)
    assert leader.post(at(issue, "muc/1/dinh-chinh/"), said | {field: " "}).status_code == 422
    other = str(said["noi_dung"]).replace(WRONG_DAY, "29/5/2024")  # a reason is for the words that were shown, and no others
    assert leader.post(at(issue, "muc/1/dinh-chinh/"), said | {"noi_dung": other, field: "Sở đã báo lại."}).status_code == 422
    assert (now(issue).version, Waiver.objects.count()) == (1, 0)
    assert leader.post(at(issue, "muc/1/dinh-chinh/"), said | {field: "Sở đã báo lại."}).status_code == 302
    waiver = Waiver.objects.get()
    assert (waiver.words, waiver.reason, waiver.actor) == (WRONG_DAY, "Sở đã báo lại.", "leader")
    public = read(client, "/diem-tin/2024-W19/")
    assert WRONG_DAY in public
    assert "Sửa thời hạn ở mục 1." in public
    assert verify_chain().broken_at is None


def test_a_new_entry_is_composed_from_a_document_and_published_where_it_belongs(leader: Client, client: Client) -> None:
    issue = weeks.published(digest_text(weeks.DREDGING))
    register(page(digest_text(weeks.PLANTING), "https://langson.gov.vn/sau.html"))
    assert f"/ban-lam-viec/diem-tin/{issue.pk}/{ADDING}" in read(leader, at(issue))
    (choice,) = CHOICE.findall(read(leader, at(issue, f"{ADDING}?tim=91/KH-UBND")))
    shown = read(leader, at(issue, f"{ADDING}?nguon={choice}"))
    assert "Kế hoạch trồng rừng năm 2024</textarea>" in shown
    body = re.search(r'name="noi_dung"[^>]*>\s*(.*?)</textarea>', shown, re.DOTALL)
    assert body
    said = {"ban": 1, "nguon": choice, "ten": "Kế hoạch trồng rừng năm 2024", "noi_dung": body[1], "vi_tri": "1"}
    assert leader.post(at(issue, ADDING), said).status_code == 422  # nothing is told to the public
    said |= {"dinh_chinh": "Bổ sung một mục còn thiếu."}
    held = leader.post(at(issue, ADDING), said | {"noi_dung": "Phấn đấu trồng 9.700 ha rừng."})
    assert (held.status_code, Correction.objects.count()) == (422, 0)
    assert '<mark class="finding">9.700</mark>' in held.content.decode()
    assert leader.post(at(issue, ADDING), said)["Location"] == at(issue, "?trang=1#muc-2")
    assert keys(issue) == [2, 1]
    assert [one.address for one in content_of(now(issue)).entries[0].sources] == ["https://langson.gov.vn/sau.html"]
    public = read(client, "/diem-tin/2024-W19/")
    assert public.index("Bổ sung một mục còn thiếu.") < public.index("9.500 ha rừng")
    assert verify_chain().broken_at is None


def test_two_who_correct_at_once_lose_nothing(leader: Client, signed_in: SignedIn) -> None:
    issue = weeks.published(digest_text(weeks.DREDGING))
    register(page(digest_text(weeks.PLANTING), "https://langson.gov.vn/sau.html"))
    (choice,) = CHOICE.findall(read(leader, at(issue, f"{ADDING}?tim=91/KH-UBND")))
    assert write(signed_in(Role.ADMINISTRATOR), issue, 1, "rà soát kinh phí, ", "", verb="dinh-chinh", dinh_chinh="Bỏ một vế thừa.") == 302
    said = {"ban": 1, "nguon": choice, "ten": "Trồng rừng", "noi_dung": "Trồng rừng.", "vi_tri": "9", "dinh_chinh": "Bổ sung."}
    met = leader.post(at(issue, ADDING), said)
    assert met.status_code == 409
    assert 'name="ban" value="2"' in met.content.decode()
    assert leader.post(at(issue, ADDING), said | {"ban": 2}).status_code == 302
    assert keys(issue) == [1, 2]


@pytest.mark.parametrize(
    ("said", "status"),
    [
        pytest.param({"nguon": "1-" + "0" * 16}, 422, id="a source that is none"),
        pytest.param({"nguon": HOSTILE}, 422, id="hostile words"),
        pytest.param({}, 422, id="nothing"),
    ],
)
def test_no_entry_rests_on_nothing(leader: Client, said: dict[str, str], status: int) -> None:
    issue = weeks.published()
    response = leader.post(at(issue, ADDING), said | {"ban": "1", "ten": "Khác", "vi_tri": "1", "dinh_chinh": "Thêm."})
    assert (response.status_code, keys(issue)) == (status, [1, 2])
    assert "<script>alert" not in response.content.decode()


def test_a_draft_gets_its_entries_in_the_composer(leader: Client) -> None:
    issue = weeks.draft()
    assert leader.get(at(issue, ADDING))["Location"] == at(issue)
