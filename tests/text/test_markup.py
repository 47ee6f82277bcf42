"""HTML to paragraphs: what breaks them, what is furniture, and pages that no validator would pass."""

from __future__ import annotations

import time

import pytest

from dieuhanh.text import canonicalise
from dieuhanh.text.tags import DEEP_TRIES, is_html

ORDER = "Sở Y tế báo cáo trước ngày 15/6/2024."
PAGE = f"<!DOCTYPE html><html><head><title>Cổng thông tin</title></head><body>{{}}<p>{ORDER}</p></body></html>"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param("<p>Sở Y tế</p><p>Sở Tư pháp</p>", "Sở Y tế\nSở Tư pháp", id="paragraphs"),
        pytest.param("<p>Sở Y tế<p>Sở Tư pháp", "Sở Y tế\nSở Tư pháp", id="paragraphs without their ends"),
        pytest.param("<div>Sở Y tế<div>Sở Tư pháp</div>Công an</div>", "Sở Y tế\nSở Tư pháp\nCông an", id="nested blocks"),
        pytest.param("<p>Sở Y tế<br>Sở Tư pháp<BR/>Công an</p>", "Sở Y tế\nSở Tư pháp\nCông an", id="br"),
        pytest.param("<ul><li>a) Rà soát;<li>b) Báo cáo.</ul>", "a) Rà soát;\nb) Báo cáo.", id="items of a list"),
        pytest.param("<p>Sở\n   Y\r\n\ttế</p>", "Sở Y tế", id="line ends of the source are spaces"),
        pytest.param("<p>S<b>ở</b> <i>Y</i> t<span class=x>ế</span></p>", "Sở Y tế", id="inline elements join"),
        pytest.param("<pre>Sở Y tế\nSở Tư pháp</pre><p>Công\nan</p>", "Sở Y tế\nSở Tư pháp\nCông an", id="pre keeps its lines"),
        pytest.param("Kính gửi: <b>Sở Y tế</b>\n\nYêu cầu\nbáo cáo", "Kính gửi: Sở Y tế\nYêu cầu\nbáo cáo", id="plain page with some tags"),
        pytest.param("<p>T&agrave;i ch&#237;nh &#x111;&#7845;t</p>", "Tài chính đất", id="entities"),
        pytest.param("<p>Y&nbsp;t&#7871 NN&PTNT &amp TN&MT</p>", "Y tế NN&PTNT & TN&MT", id="entities without their ends, and none"),
        pytest.param("<p>tỷ lệ < 5%, x<y và >= 3</p>", "tỷ lệ < 5%, x<y và >= 3", id="signs that are no tags"),
        pytest.param("<p>Tên: <Tên cơ quan>, <a@b.vn></p>", "Tên: <Tên cơ quan>, <a@b.vn>", id="names in angle brackets are no tags"),
        pytest.param("<p>Sở <o:p>Y</o:p> <x-icon></x-icon>tế</p>", "Sở Y tế", id="elements of Word and of scripts"),
        pytest.param('<p title="a > b">Sở Y tế</p>', "Sở Y tế", id="a sign in a quoted attribute"),
        pytest.param('<p title="<b>x</b>">Sở Y tế</p>', "Sở Y tế", id="a tag in a quoted attribute"),
        pytest.param('<p class="a>Sở Y tế</p><p>Công an</p>', "Sở Y tế\nCông an", id="a quote that is never closed"),
        pytest.param("<p class=a <b>Sở Y tế</b></p>", "Sở Y tế", id="a tag that is never closed"),
        pytest.param("<p>Sở<!-- <p>bỏ</p> --> Y tế</p>", "Sở Y tế", id="a comment"),
        pytest.param("<!-- trang <p>Sở Y tế</p>", "Sở Y tế", id="a comment that is never closed does not swallow the page"),
        pytest.param("<!--[if mso]><p>bỏ</p><![endif]--><p>Sở Y tế</p>", "Sở Y tế", id="a conditional comment of Word"),
        pytest.param("<p><![if !supportLists]>-<![endif]> Sở Y tế</p>", "- Sở Y tế", id="a bare conditional of Word"),
        pytest.param("<p><![CDATA[Sở <b>Y tế</b>]]></p>", "Sở Y tế", id="a CDATA section"),
        pytest.param("<?xml version='1.0'?><html><body>Sở Y tế</body></html>", "Sở Y tế", id="an XML declaration"),
        pytest.param("<P ALIGN=CENTER>Sở Y tế</P>", "Sở Y tế", id="capitals"),
    ],
)
def test_paragraphs_of_html(html: str, text: str) -> None:
    assert canonicalise(html).text == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param(
            "<table><tr><td>Sở Y tế</td><td>Báo cáo</td></tr><tr><td>Công an</td><td>Kiểm tra</td></tr></table>",
            "Sở Y tế | Báo cáo\nCông an | Kiểm tra",
            id="a row is a line",
        ),
        pytest.param("<table><tr><th>Việc<th>Hạn<tr><td>Báo cáo<td>15/6</table>", "Việc | Hạn\nBáo cáo | 15/6", id="without end tags"),
        pytest.param(
            "<tr><td><p>Sở Y tế</p></td> <td> <p>Báo cáo</p> </td></tr>", "Sở Y tế | Báo cáo", id="cells of one paragraph, as Word"
        ),
        pytest.param("<tr><td>1</td><td></td><td>&nbsp;</td><td>Báo cáo</td></tr>", "1 | | Báo cáo", id="a cell that holds a space"),
        pytest.param("<tr><td>1</td><td></td><td>Báo cáo</td></tr>", "1 | Báo cáo", id="an empty cell"),
        pytest.param(
            "<tr><td><p>Sở Y tế</p><p>Công an</p></td><td>Báo cáo</td></tr>", "Sở Y tế\nCông an\nBáo cáo", id="a cell of many paragraphs"
        ),
        pytest.param(
            "<table><tr><td><table><tr><td>Việc</td><td>Hạn</td></tr></table></td><td>Cột phải</td></tr></table><p>Hết</p>",
            "Việc | Hạn\nCột phải\nHết",
            id="a table in a table",
        ),
        pytest.param("<table><caption>Phụ lục</caption><tr><td>Sở Y tế</td></tr></table>Hết", "Phụ lục\nSở Y tế\nHết", id="text around"),
    ],
)
def test_rows_of_tables(html: str, text: str) -> None:
    assert canonicalise(html).text == text


@pytest.mark.parametrize(
    "furniture",
    [
        pytest.param("<nav><ul><li>Giới thiệu</li><li>Tin tức</li></ul></nav>", id="menu"),
        pytest.param("<header><div>Cổng thông tin điện tử</div></header>", id="page header"),
        pytest.param("<footer>Cơ quan chủ quản: UBND tỉnh</footer>", id="footer"),
        pytest.param("<aside>Liên kết</aside>", id="aside"),
        pytest.param("<form><label>Từ khóa</label><input value='x'></form>", id="a small form"),
        pytest.param("<select><option>Sở Y tế<option>Sở Tư pháp</select>", id="select"),
        pytest.param("<button type=button>Gửi</button>", id="button"),
        pytest.param("<script>var a = '<p>x</p>' < 3;</script>", id="script"),
        pytest.param('<SCRIPT>document.write("<script src=\'x.js\'></scr"+"ipt><p>x</p>")</SCRIPT>', id="a script that writes a script"),
        pytest.param("<style>p > b { color: red }</style>", id="style"),
        pytest.param("<noscript>Hãy bật JavaScript</noscript>", id="noscript"),
        pytest.param("<template><p>Mẫu</p></template>", id="template"),
        pytest.param("<svg><text>Biểu tượng</text><path d='M0'/></svg>", id="svg"),
        pytest.param("<iframe src=x>Không hỗ trợ khung</iframe>", id="iframe"),
        pytest.param("<textarea>Ý kiến <p></textarea>", id="textarea"),
        pytest.param("<div><nav><ul><li>Menu</ul></div>", id="a menu that only its parent closes"),
        pytest.param("<nav><div>Menu</nav></div>", id="crossed tags"),
        pytest.param("<div></nav></form></header></div>", id="ends without beginnings"),
        pytest.param(
            "<ul class=menu><li><a href='/gt'>Giới thiệu</a><li><a href='/tt'>Tin tức</a><ul><li><a href='#'>Tin tỉnh</a></ul><li>"
            "<a href=/lh><div>Liên hệ</div></a></ul>",
            id="a menu that is a list of links",
        ),
        pytest.param("<div /><span/><svg/>", id="elements closed in themselves"),
    ],
)
def test_furniture_of_html_goes(furniture: str) -> None:
    assert canonicalise(PAGE.format(furniture)).text == ORDER


@pytest.mark.parametrize(
    "opening",
    [
        pytest.param("<form id='aspnetForm'>", id="a form around the whole page"),
        pytest.param("<form><form><form>", id="forms in forms"),
        pytest.param("<nav>", id="a menu that is never closed"),
        pytest.param("<header><aside>", id="two that are never closed"),
        pytest.param("<form><header><nav><a href='/'></a>", id="a form, a header and a menu that are never closed"),
        pytest.param("<script>", id="a script that is never closed"),
        pytest.param("<script>var a = 1;<div>", id="a script with code that is never closed"),
        pytest.param("<style><script><title><textarea><iframe>", id="all raw elements, never closed"),
        pytest.param("<svg><button><select><option>", id="small elements that are never closed"),
        pytest.param("<!--", id="a comment that is never closed"),
        pytest.param('<a href="x>', id="a quote that is never closed"),
    ],
)
def test_what_was_never_closed_does_not_swallow_the_page(opening: str) -> None:
    assert ORDER in canonicalise(PAGE.format(opening)).text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param("<ol><li>Rà soát;<li>Báo cáo;<li>Kiểm tra.</ol>", "Rà soát;\nBáo cáo;\nKiểm tra.", id="without links"),
        pytest.param(
            "<ul><li>Thực hiện <a href='/1'>Công văn số 5</a>;<li>Giao <a href='/2'>Sở Y tế</a> báo cáo;<li>Họp.</ul>",
            "Thực hiện Công văn số 5;\nGiao Sở Y tế báo cáo;\nHọp.",
            id="with links in its sentences",
        ),
        pytest.param(
            "<ul><li><a href='#m1'>Rà soát</a><li><a href='#m2'>Báo cáo</a><li><a href='#m3'>Họp</a></ul>",
            "Rà soát\nBáo cáo\nHọp",
            id="of links within the page",
        ),
        pytest.param(
            "<ul><li><a href='/1'>Công văn 5</a><li><a href='/2'>Công văn 6</a></ul>", "Công văn 5\nCông văn 6", id="of two links"
        ),
    ],
)
def test_list_of_the_page_itself_is_kept(html: str, text: str) -> None:
    assert canonicalise(html).text == text


def test_menu_inside_a_form_around_the_page_goes() -> None:
    page = f"<form><nav>Giới thiệu</nav><select><option>2024</select><p>{ORDER}</p><footer>Bản quyền</footer></form>"
    assert canonicalise(page).text == ORDER


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param(f"<header>Cổng<h1>Chỉ đạo, điều hành</h1></header><p>{ORDER}", f"Chỉ đạo, điều hành\n{ORDER}", id="in a page header"),
        pytest.param(f"<article><header><p>Chỉ đạo</p></header>{ORDER}</article>", f"Chỉ đạo\n{ORDER}", id="in the header of an article"),
    ],
)
def test_headline_in_a_header_is_kept(html: str, text: str) -> None:
    assert canonicalise(html).text == text


@pytest.mark.parametrize(
    "text",
    ["x < 5 và y > 3", "<Tên cơ quan>", "a <- b -> c", "thư <a@b.vn>", "< p >", "<>", "</ p>", "<pháp luật>", "< br>"],
)
def test_plain_text_with_angle_brackets_is_no_html(text: str) -> None:
    assert not is_html(text)
    assert canonicalise(text).text == text


SIZE = 40_000  # repetitions; each page takes a good second if a single step looks at the rest of the page


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("<div>", id="nested elements"),
        pytest.param("<form>", id="nested forms"),
        pytest.param("<nav>", id="nested menus"),
        pytest.param("<table><tr><td>", id="nested tables"),
        pytest.param("<b><div></b>", id="crossed elements"),
        pytest.param("<script>", id="scripts never closed"),
        pytest.param("<style><script><title>", id="raw elements never closed"),
        pytest.param('"<script>', id="scripts in quotes, never closed"),
        pytest.param("<!--", id="comments never closed"),
        pytest.param("<!d", id="declarations never closed"),
        pytest.param("<![CDATA[", id="CDATA sections never closed"),
        pytest.param('<a href="', id="quotes never closed"),
        pytest.param("<a \"'", id="quotes in quotes, never closed"),
        pytest.param('<a title="<', id="tags in quotes, never closed"),
        pytest.param("<a ", id="tags never closed"),
        pytest.param("</", id="ends of nothing"),
        pytest.param("<", id="signs alone"),
        pytest.param("&", id="ampersands"),
        pytest.param("&amp;", id="entities"),
        pytest.param("\u200b ", id="invisible signs and spaces"),
        pytest.param("e\u0302\u0301", id="decomposed letters"),
        pytest.param("Sở\n", id="short lines"),
    ],
)
def test_time_grows_with_the_page_whatever_it_holds(piece: str) -> None:
    def seconds(count: int) -> float:
        start = time.process_time()
        canonicalise(f"<p>{ORDER}</p>" + piece * count + f"<p>{ORDER}</p>")
        return time.process_time() - start

    small = min(seconds(SIZE // 4) for _ in range(2))
    # Four times the page; quadratic work would need sixteen times as long. A busy machine gets a second and a third try.
    assert any(seconds(SIZE) < 8 * small + 0.05 for _ in range(3))


def test_many_tags_in_attributes_stay_cheap() -> None:
    page = f"<p>{ORDER}</p>" + '<a title="<b>x</b>">y</a> ' * (DEEP_TRIES + 500)
    assert canonicalise(page).text.startswith(ORDER)
