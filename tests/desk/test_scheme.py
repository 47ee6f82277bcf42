"""The scheme of topics and the rules of the order at the desk: said in plain words, changed by those who may."""

from __future__ import annotations

import pytest
from django.test import Client

from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.digests.models import Topic, WeightRule
from dieuhanh.apps.digests.scheme import given_rules, given_topics, rules_in_force, topics_in_force
from dieuhanh.desk.scheme_words import MEASURES, sentence
from dieuhanh.domain.composing import Rule
from dieuhanh.domain.composing.weight import MEASURES as MEASURED
from tests.desk.conftest import SignedIn

pytestmark = pytest.mark.django_db

SCHEME = "/ban-lam-viec/diem-tin/quy-tac/"
RULE = {"xet": "type", "dieu_kien": "Chỉ thị", "diem": "30", "loi": "là chỉ thị"}


@pytest.fixture
def leader(signed_in: SignedIn) -> Client:
    return signed_in(Role.LEADER)


def test_every_measure_has_its_words() -> None:
    assert set(MEASURES) == set(MEASURED)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        pytest.param(Rule("a", "type", "Công điện", 1, "l"), "văn bản được đưa tin là Công điện", id="a kind"),
        pytest.param(Rule("a", "deadline", "7", 1, "l"), "có thời hạn rơi vào kỳ này hoặc 7 ngày sau đó", id="a near deadline"),
        pytest.param(Rule("a", "relation", "repeals", 1, "l"), "văn bản bãi bỏ một văn bản khác", id="a relation by its word"),
        pytest.param(Rule("a", "topic", "y-te", 1, "l"), "mục thuộc lĩnh vực Y tế", id="a topic by its name"),
        pytest.param(Rule("a", "body", "", 1, "l"), "văn bản lập hoặc kiện toàn ban, tổ, hội đồng", id="a body"),
    ],
)
def test_a_rule_is_said_in_a_sentence(rule: Rule, said: str) -> None:
    assert sentence(rule, {"y-te": "Y tế"}) == said


def test_everybody_at_the_desk_reads_the_rules_and_who_may_changes_them(signed_in: SignedIn, leader: Client) -> None:
    for_readers = signed_in(Role.READER).get(SCHEME).content.decode()
    assert "Văn bản được đưa tin là Công điện" in for_readers
    assert "Thêm quy tắc" not in for_readers
    assert "Sửa<span" in leader.get(SCHEME).content.decode()


def test_the_first_change_keeps_all_that_came_with_the_product(leader: Client) -> None:
    said = {"ten": "Y tế, dân số", "thu_tu": "7", "tu_goi_y": "y tế\n\n  dân   số \ny tế"}
    assert leader.post(f"{SCHEME}linh-vuc/y-te/", said).status_code == 302
    assert len(topics_in_force()) == len(given_topics())
    assert (Topic.objects.get(code="y-te").name, Topic.objects.get(code="y-te").cues) == ("Y tế, dân số", ["y tế", "dân số"])
    assert len(rules_in_force()) == len(given_rules())


@pytest.mark.parametrize(
    ("changed", "value"),
    [
        pytest.param({"diem": "-5"}, "Chỉ thị", id="points below nought"),
        pytest.param({"diem": "0"}, "Chỉ thị", id="out of force"),
        pytest.param({"xet": "topic", "dieu_kien": "y tế"}, "y-te", id="a topic by its name"),
        pytest.param({"xet": "relation", "dieu_kien": "Bãi bỏ"}, "repeals", id="a relation by its word"),
        pytest.param({"xet": "agencies", "dieu_kien": "3"}, "3", id="a number"),
        pytest.param({"xet": "body", "dieu_kien": ""}, "", id="nothing to compare with"),
    ],
)
def test_a_rule_is_changed(leader: Client, changed: dict[str, str], value: str) -> None:
    assert leader.post(f"{SCHEME}sap-xep/chi-thi/", RULE | changed).status_code == 302
    row = WeightRule.objects.get(code="chi-thi")
    assert (row.value, str(row.points)) == (value, changed.get("diem", "30"))
    assert leader.get(f"{SCHEME}sap-xep/chi-thi/").status_code == 200


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        pytest.param({"xet": "agencies", "dieu_kien": "nhiều"}, "cần một con số", id="words for a number"),
        pytest.param({"xet": "deadline", "dieu_kien": "٣"}, "cần một con số", id="a number in other digits"),
        pytest.param({"xet": "topic", "dieu_kien": "vũ trụ"}, "Không có lĩnh vực hay quan hệ này", id="no topic"),
        pytest.param({"xet": "legal", "dieu_kien": "x"}, "hãy để trống", id="something for nothing"),
        pytest.param({"dieu_kien": " "}, "cần một điều kiện", id="nothing for something"),
        pytest.param({"diem": "100000"}, "1000", id="too many points"),
        pytest.param({"xet": "khác"}, 'id="id_xet_error"', id="no measure"),
    ],
)
def test_what_is_no_rule_is_said_at_its_field(leader: Client, changed: dict[str, str], told: str) -> None:
    response = leader.post(f"{SCHEME}sap-xep/chi-thi/", RULE | changed)
    assert response.status_code == 422
    assert told in response.content.decode()
    assert not WeightRule.objects.exists()


def test_new_ones_get_their_codes_from_their_words_and_take_nobody_else_s(leader: Client) -> None:
    assert leader.post(f"{SCHEME}linh-vuc/", {"ten": "Dân tộc, tôn giáo", "thu_tu": "12", "tu_goi_y": "dân tộc"}).status_code == 302
    assert Topic.objects.filter(code="dan-toc-ton-giao").exists()
    assert leader.post(f"{SCHEME}linh-vuc/", {"ten": "Y TẾ", "thu_tu": "12"}).status_code == 422
    assert Topic.objects.get(code="y-te").cues
    assert leader.post(f"{SCHEME}sap-xep/", RULE | {"dieu_kien": "Quyết định", "loi": "là quyết định"}).status_code == 302
    assert WeightRule.objects.get(code="la-quyet-dinh").value == "Quyết định"
    assert leader.post(f"{SCHEME}sap-xep/", RULE | {"loi": "là quyết định"}).status_code == 422
    assert leader.get(f"{SCHEME}linh-vuc/khong-co/").status_code == 404
    assert leader.get(f"{SCHEME}sap-xep/khong-co/").status_code == 404


def test_hostile_words_are_words(leader: Client) -> None:
    hostile = "<script>alert(1)</script> {0.__class__}"
    assert leader.post(f"{SCHEME}linh-vuc/", {"ten": hostile, "thu_tu": "1", "tu_goi_y": hostile}).status_code == 302
    assert leader.post(f"{SCHEME}sap-xep/", RULE | {"dieu_kien": hostile, "loi": hostile}).status_code == 302
    assert "<script>alert" not in leader.get(SCHEME).content.decode()
