"""Lists of agencies: canonical full names, collectives in their words, each member once."""

from __future__ import annotations

import pytest

from dieuhanh.extract.agencies import read_agencies
from tests.extract.one_item import anchors_of


def names_in(text: str, province: str | None = "langson", *, strict: bool = False) -> list[str]:
    """The members of the list that opens a text."""
    anchors = anchors_of(text, province)
    found = read_agencies(anchors, 0, len(anchors.text), strict=strict)
    return list(found.names) if found else []


NAMES = [
    pytest.param("Sở TN&MT", ["Sở Tài nguyên và Môi trường"], id="an abbreviation is opened"),
    pytest.param("Sở NN&PTNT", ["Sở Nông nghiệp và Phát triển nông thôn"], id="two abbreviations in one name"),
    pytest.param("Sở Nông nghiệp và PTNT", ["Sở Nông nghiệp và Phát triển nông thôn"], id="half an abbreviation"),
    pytest.param("Sở NN&MT", ["Sở Nông nghiệp và Môi trường"], id="a department of 2025"),
    pytest.param("Sở LĐ-TB&XH", ["Sở Lao động - Thương binh và Xã hội"], id="hyphen and ampersand"),
    pytest.param("Sở Lao động – Thương binh và Xã hội", ["Sở Lao động - Thương binh và Xã hội"], id="a long dash"),
    pytest.param("Sở Văn hoá, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"], id="commas within the name, old tone placement"),
    pytest.param("Sở VHTT&DL", ["Sở Văn hóa, Thể thao và Du lịch"], id="an abbreviation for a name with commas"),
    pytest.param("Bộ GD&ĐT", ["Bộ Giáo dục và Đào tạo"], id="a ministry"),
    pytest.param("Sở Tài chính tỉnh Lạng Sơn", ["Sở Tài chính"], id="the own province falls away"),
    pytest.param("Sở Tài chính tỉnh", ["Sở Tài chính"], id="tỉnh after a department falls away"),
    pytest.param("Công an tỉnh Lạng Sơn", ["Công an tỉnh"], id="tỉnh stays where it is part of the name"),
    pytest.param("Ủy ban nhân dân tỉnh", ["UBND tỉnh"], id="the committee is abbreviated"),
    pytest.param("Uỷ ban nhân dân huyện Cao Lộc", ["UBND huyện Cao Lộc"], id="a district, old tone placement"),
    pytest.param("Hội đồng nhân dân tỉnh", ["HĐND tỉnh"], id="the council is abbreviated"),
    pytest.param("Chủ tịch Ủy ban nhân dân huyện Bình Gia", ["Chủ tịch UBND huyện Bình Gia"], id="a chairman who must act is named"),
    pytest.param("UBND xã Thất Khê", ["UBND xã Thất Khê"], id="a commune of 2025"),
    pytest.param("UBND xã Quang Lang, huyện Chi Lăng", ["UBND xã Quang Lang, huyện Chi Lăng"], id="a commune with its district"),
    pytest.param(
        "UBND phường Hoàng Văn Thụ thành phố Lạng Sơn", ["UBND phường Hoàng Văn Thụ thành phố Lạng Sơn"], id="a ward with its city"
    ),
    pytest.param("UBND phường Kỳ Lừa", ["UBND phường Kỳ Lừa"], id="a ward of 2025"),
    pytest.param("Ủy ban MTTQ Việt Nam tỉnh", ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"], id="the Front"),
    pytest.param("Ban Quản lý KKTCK Đồng Đăng - Lạng Sơn", ["Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn"], id="a board"),
    pytest.param("Cục QLTT tỉnh", ["Cục Quản lý thị trường tỉnh"], id="a branch of the centre"),
    pytest.param("Bộ CHQS tỉnh", ["Bộ Chỉ huy Quân sự tỉnh"], id="the military command"),
    pytest.param("BHXH tỉnh", ["Bảo hiểm xã hội tỉnh"], id="social insurance"),
    pytest.param("Đoàn TNCS Hồ Chí Minh tỉnh", ["Tỉnh đoàn"], id="the youth union has one name"),
    pytest.param(
        "Ngân hàng Nhà nước chi nhánh tỉnh Lạng Sơn", ["Ngân hàng Nhà nước chi nhánh Lạng Sơn"], id="a branch is called after the place"
    ),
    pytest.param("Trường Cao đẳng Kỹ thuật Đông Bắc", ["Trường Cao đẳng Kỹ thuật Đông Bắc"], id="a school that no list knows"),
    pytest.param("Công ty TNHH Thành Phát", ["Công ty TNHH Thành Phát"], id="a company that no list knows"),
    pytest.param("Sở TN&MT (cơ quan thường trực)", ["Sở Tài nguyên và Môi trường"], id="a bracket is no name"),
]

COLLECTIVES = [
    pytest.param("Các Sở, Ban, Ngành", ["các sở, ban, ngành"], id="lower case"),
    pytest.param("các  sở,  ban,  ngành", ["các sở, ban, ngành"], id="spaces are folded"),
    pytest.param("Thủ trưởng các Sở, Ban, ngành", ["thủ trưởng các sở, ban, ngành"], id="their heads"),
    pytest.param("Ủy ban nhân dân các huyện, thành phố", ["UBND các huyện, thành phố"], id="committees of districts"),
    pytest.param(
        "Chủ tịch Ủy ban nhân dân các huyện, thành phố", ["Chủ tịch UBND các huyện, thành phố"], id="their chairmen keep the capital"
    ),
    pytest.param("Ủy ban nhân dân các xã, phường", ["UBND các xã, phường"], id="committees of communes"),
    pytest.param("UBND các xã, phường, thị trấn", ["UBND các xã, phường, thị trấn"], id="communes before 2025"),
    pytest.param("UBND cấp xã", ["UBND cấp xã"], id="a level"),
    pytest.param("Các cơ quan liên quan", ["các cơ quan liên quan"], id="those concerned"),
    pytest.param("các cơ quan, đơn vị liên quan", ["các cơ quan, đơn vị liên quan"], id="agencies and units concerned are one"),
    pytest.param("các sở, ban, ngành liên quan", ["các sở, ban, ngành liên quan"], id="departments concerned are one"),
    pytest.param("Các sở, ngành, cơ quan liên quan", ["các sở, ngành, cơ quan liên quan"], id="a longer collective is one"),
    pytest.param("UBND các tỉnh, thành phố trực thuộc Trung ương", ["UBND các tỉnh, thành phố trực thuộc Trung ương"], id="all provinces"),
    pytest.param("các chủ đầu tư", ["các chủ đầu tư"], id="investors"),
    pytest.param("các tổ chức chính trị - xã hội tỉnh", ["các tổ chức chính trị - xã hội tỉnh"], id="mass organisations"),
    pytest.param(
        "Các cơ quan thông tấn, báo chí trên địa bàn", ["các cơ quan thông tấn, báo chí trên địa bàn"], id="the press of the place"
    ),
    pytest.param("Các hợp tác xã sản xuất rau an toàn", ["các hợp tác xã sản xuất rau an toàn"], id="cooperatives of a kind"),
]

LISTS = [
    pytest.param("Sở Tài chính, Sở Y tế và Công an tỉnh", ["Sở Tài chính", "Sở Y tế", "Công an tỉnh"], id="three"),
    pytest.param(
        "các sở, ban, ngành, UBND các huyện, thành phố", ["các sở, ban, ngành", "UBND các huyện, thành phố"], id="two collectives"
    ),
    pytest.param(
        "Sở Văn hóa, Thể thao và Du lịch, Sở Công Thương và các cơ quan liên quan",
        ["Sở Văn hóa, Thể thao và Du lịch", "Sở Công Thương", "các cơ quan liên quan"],
        id="a name with commas among others",
    ),
    pytest.param(
        "Sở Nông nghiệp và Phát triển nông thôn và Sở Tài nguyên và Môi trường",
        ["Sở Nông nghiệp và Phát triển nông thôn", "Sở Tài nguyên và Môi trường"],
        id="và within and between names",
    ),
    pytest.param(
        "Các Sở: Tài chính, Xây dựng, Y tế",
        ["Sở Tài chính", "Sở Xây dựng", "Sở Y tế"],
        id="the word Sở said once, with a colon",
    ),
    pytest.param(
        "Sở Tài chính, Xây dựng và Công Thương",
        ["Sở Tài chính", "Sở Xây dựng", "Sở Công Thương"],
        id="the word Sở said once",
    ),
    pytest.param(
        "các Sở Kế hoạch và Đầu tư, Tài nguyên và Môi trường, Công an tỉnh",
        ["Sở Kế hoạch và Đầu tư", "Sở Tài nguyên và Môi trường", "Công an tỉnh"],
        id="departments without Sở before another agency",
    ),
    pytest.param(
        "UBND các huyện Bắc Sơn, Chi Lăng và thành phố Lạng Sơn",
        ["UBND huyện Bắc Sơn", "UBND huyện Chi Lăng", "UBND thành phố Lạng Sơn"],
        id="districts by name",
    ),
    pytest.param(
        "UBND các huyện: Cao Lộc, Lộc Bình, Đình Lập",
        ["UBND huyện Cao Lộc", "UBND huyện Lộc Bình", "UBND huyện Đình Lập"],
        id="districts by name after a colon",
    ),
    pytest.param("UBND các xã Thất Khê, Na Sầm", ["UBND xã Thất Khê", "UBND xã Na Sầm"], id="communes by name"),
    pytest.param(
        "Thủ trưởng các sở, ban, ngành, Chủ tịch UBND các huyện, thành phố; các cơ quan Trung ương trên địa bàn tỉnh",
        ["thủ trưởng các sở, ban, ngành", "Chủ tịch UBND các huyện, thành phố", "các cơ quan Trung ương trên địa bàn tỉnh"],
        id="a semicolon between members",
    ),
    pytest.param(
        "Các sở, ban, ngành, đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội tỉnh",
        ["các sở, ban, ngành", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "các tổ chức chính trị - xã hội tỉnh"],
        id="đề nghị carries the list on",
    ),
    pytest.param(
        "Sở Công Thương, Cục Quản lý thị trường tỉnh (cơ quan thường trực), Công an tỉnh",
        ["Sở Công Thương", "Cục Quản lý thị trường tỉnh", "Công an tỉnh"],
        id="a bracket between members",
    ),
    pytest.param("Sở Tài chính, Sở Y tế, Sở Tài chính", ["Sở Tài chính", "Sở Y tế"], id="a member said twice counts once"),
    pytest.param(
        "Bộ Chỉ huy Bộ đội Biên phòng tỉnh, Bộ Chỉ huy Quân sự tỉnh, Công an tỉnh",
        ["Bộ Chỉ huy Bộ đội Biên phòng tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "Công an tỉnh"],
        id="names that begin alike",
    ),
    pytest.param(
        "Văn phòng UBND tỉnh, Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh",
        ["Văn phòng UBND tỉnh", "Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh"],
        id="two offices",
    ),
    pytest.param(
        "Báo Lạng Sơn, Đài Phát thanh và Truyền hình tỉnh và UBND huyện Văn Quan",
        ["Báo Lạng Sơn", "Đài Phát thanh và Truyền hình tỉnh", "UBND huyện Văn Quan"],
        id="press, radio, a district",
    ),
]

ENDS = [
    pytest.param("Sở Tài chính để tổng hợp", ["Sở Tài chính"], id="để ends the list"),
    pytest.param("Sở Tài chính, Sở Y tế rà soát kinh phí", ["Sở Tài chính", "Sở Y tế"], id="a verb ends the list"),
    pytest.param("Sở Tài chính. Sở Y tế rà soát", ["Sở Tài chính"], id="a stop ends the list"),
    pytest.param("các cơ quan liên quan tham mưu phương án", ["các cơ quan liên quan"], id="a verb ends a collective"),
    pytest.param("UBND huyện Chi Lăng và nhân dân rất phấn khởi", ["UBND huyện Chi Lăng"], id="people are no agency"),
    pytest.param("cơ sở sản xuất, ban ngày và ban đêm", [], id="small letters that only look like agencies"),
    pytest.param("trên địa bàn tỉnh", [], id="no agency begins here"),
]

OTHER_PROVINCES = [
    pytest.param("Sở NN&PTNT, Công an tỉnh", ["Sở Nông nghiệp và Phát triển nông thôn", "Công an tỉnh"], id="national names"),
    pytest.param("UBND huyện Đắk R'lấp", ["UBND huyện Đắk R'lấp"], id="a district with an apostrophe"),
    pytest.param("UBND các huyện, thị xã, thành phố", ["UBND các huyện, thị xã, thành phố"], id="towns among the districts"),
    pytest.param("UBND các quận, huyện, thị xã", ["UBND các quận, huyện, thị xã"], id="a city's districts"),
    pytest.param(
        "UBND thành phố Yên Bái, UBND thị xã Nghĩa Lộ", ["UBND thành phố Yên Bái", "UBND thị xã Nghĩa Lộ"], id="a city and a town"
    ),
    pytest.param("Ban Quản lý các khu công nghiệp tỉnh", ["Ban Quản lý các khu công nghiệp tỉnh"], id="a board with a collective inside"),
    pytest.param("Công an thành phố, Sở Du lịch", ["Công an thành phố", "Sở Du lịch"], id="a centrally run city"),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_canonical_name(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(("text", "names"), COLLECTIVES)
def test_collective_keeps_its_words(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(("text", "names"), LISTS)
def test_list_is_split_into_its_members(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(("text", "names"), ENDS)
def test_where_a_list_ends(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(("text", "names"), OTHER_PROVINCES)
def test_province_without_data_of_its_own(text: str, names: list[str]) -> None:
    assert names_in(text, None) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Sở Tài chính rà soát kinh phí.", ["Sở Tài chính"], id="a predicate follows"),
        pytest.param("Sở Tài chính, Sở Y tế có trách nhiệm phối hợp.", ["Sở Tài chính", "Sở Y tế"], id="có trách nhiệm follows"),
        pytest.param("Sở Tài chính là cơ quan thường trực.", [], id="what they are is no order"),
        pytest.param("Sở Tài chính đã rà soát kinh phí.", [], id="what they did is no order"),
        pytest.param("Sở Tài chính được giao 12 biên chế.", [], id="what they are given is no order"),
    ],
)
def test_subject_of_an_order_has_something_to_do(text: str, names: list[str]) -> None:
    assert names_in(text, strict=True) == names


def test_span_gives_back_the_words_of_the_list() -> None:
    anchors = anchors_of("giao Sở Tài chính, Công an tỉnh rà soát")
    found = read_agencies(anchors, 5, len(anchors.text), strict=True)
    assert found is not None
    assert anchors.text[slice(*found.span)] == "Sở Tài chính, Công an tỉnh"
