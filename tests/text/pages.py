"""Sentences in the manner of provincial pages, and hypothesis strategies that mutate them."""

from __future__ import annotations

import textwrap
import unicodedata

from hypothesis import strategies as st

SENTENCES = (
    "Chủ tịch UBND tỉnh yêu cầu Sở Tài chính chủ trì, phối hợp với Sở Y tế rà soát kinh phí phòng dịch trước ngày 20/3/2024.",
    "Giao Văn phòng UBND tỉnh đôn đốc, tổng hợp kết quả thực hiện (Công văn số 415/VP-KGVX ngày 02/02/2024).",
    "Phấn đấu đến hết năm 2025, trên 92% hộ dân nông thôn được dùng nước hợp vệ sinh; giảm ít nhất 3 - 4% hộ nghèo mỗi năm.",
    "Uỷ ban nhân dân các huyện, thành phố khẩn trương hoàn thành việc kiểm kê, báo cáo về Sở Nông nghiệp và Môi trường.",
    "Kế hoạch số 61/KH-UBND ngày 14/3/2024 thực hiện Chỉ thị số 52-CT/TW của Ban Bí thư;",
    "1. Công an tỉnh",
    "a) Tăng cường tuần tra, kiểm soát tải trọng xe trên Quốc lộ 4B",
    "QUYẾT ĐỊNH về việc kiện toàn Ban Chỉ đạo chuyển đổi số",
)

# One sentence in TCVN3 and in VNI, as Latin-1 shows them.
LEGACY = (
    "\nKÕ ho¹ch thùc hiÖn ChØ thÞ cña Ban BÝ th\xad vÒ c«ng t\xb8c b¶o vÖ rõng, qu¶n lý ®Êt ®ai trªn ®Þa bµn tØnh\n",
    "\nKeá hoaïch thöïc hieän Chæ thò cuûa Ban Bí thö veà coâng taùc baûo veä röøng, quaûn lyù ñaát ñai treân ñòa baøn tænh\n",
)

# Pieces of dirt and of markup that a page can hold anywhere.
DIRT = (
    *("\xa0", "  ", "\t", "\u200b", "\xad", "\ufeff", "\x85", "\x96", "\x00", "\x07", "\x1c", "\u2028", "\r\n", "\r", "\n", "\n\n", "\f"),
    *("\uf0b7 ", "\ufffd", "Ð", "ð", "\u0301", "\u0323", "e\u0302\u0301", "\ud800", "İ", "ﬁ", "\u1100\u1161", "각\u11a8", "🙂"),
    *("<", ">", "<p>", "</p>", "<br>", "<b>", "<td>", "<tr>", "<table>", "</table>", "<form>", "<nav>", "</nav>", "<script>", "</script>"),
    *("<!--", "-->", "<p class='", '"', "&amp;", "&lt;p&gt;", "&#7879;", "&nbsp", "&", "]]>", "<![CDATA["),
    *("<pre>", "<title>", "<header>", "<h1>"),
    *("123\n", "\nẢnh minh họa\n", "A- A A+", " | ", "52-\nCT/TW", "-\n", "\n- "),
)

dirt = st.sampled_from(DIRT)
sentence = st.sampled_from(SENTENCES)
decomposed = sentence.map(lambda text: unicodedata.normalize("NFD", text))
cut_sentence = st.builds(lambda text, start, end: text[start : start + end], sentence, st.integers(0, 60), st.integers(0, 60))
legacy = st.sampled_from(LEGACY)
piece = st.one_of(sentence, dirt, dirt, decomposed, legacy, cut_sentence, st.text(max_size=8))
separator = st.sampled_from(("\n", "\n\n", " ", "", "\r\n"))

# Pages of mutated sentences: the parts of real pages in any order, with dirt between and inside.
pages = st.lists(st.tuples(piece, separator), max_size=25).map(lambda parts: "".join(text + after for text, after in parts))


def wrap(text: str, width: int) -> str:
    """`text` cut at `width` between words, as a mail program does."""
    return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)


wrapped_pages = st.builds(
    lambda texts, width, between: between.join(wrap(text, width) for text in texts),
    st.lists(st.builds(lambda first, second: f"{first} {second}", sentence, sentence), min_size=1, max_size=8),
    st.integers(55, 125),
    st.sampled_from(("\n", "\n\n")),
)
