"""Saying what the reader missed: which words of which item, of which kind, and what they say."""

from __future__ import annotations

from typing import Any

import msgspec
from django import forms

from dieuhanh.desk.cards import kinds_in_order
from dieuhanh.desk.kinds import DISPLAYED
from dieuhanh.desk.quoting import BEGINNING, ENDING, Quote, occurrences, quote
from dieuhanh.display import wording
from dieuhanh.domain.rulings import Kind
from dieuhanh.extract.facts import Digest, Span

HEADING_LENGTH = 90
AROUND = 60  # code points on either side of each place that may be meant
WORDS_GONE = "Không thấy đúng lời văn này trong mục đã chọn. Hãy chép lại nguyên văn từ bản tin."
SEVERAL = "Lời văn này có {} chỗ trong mục; hãy chọn chỗ nào."


class Found(msgspec.Struct, frozen=True):
    """The words that are meant, with the text around them."""

    span: Span
    quote: Quote


class WordsForm(forms.Form):
    """Which words: by address, so that the next step can be reached and left without losing anything."""

    muc = forms.TypedChoiceField(coerce=int, label="Mục")
    loai = forms.TypedChoiceField(coerce=Kind, label="Loại dữ kiện")
    loi = forms.CharField(
        label="Lời văn",
        help_text="Chép nguyên văn, chỉ những chữ nói lên dữ kiện.",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    thu = forms.TypedChoiceField(coerce=int, label="Chỗ nào", required=False, widget=forms.RadioSelect)

    def __init__(self, digest: Digest, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._digest = digest
        self._found: list[Span] = []
        self._choices("muc", [(k, f"{k}. {wording.shortened(i.heading, HEADING_LENGTH)}") for k, i in enumerate(digest.items, 1)])
        self._choices("loai", [(kind.value, DISPLAYED[kind].label) for kind in kinds_in_order()])
        self._look()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "muc" in cleaned and "loi" in cleaned:
            if not self._found:
                self.add_error("loi", WORDS_GONE)
            elif len(self._found) > 1 and not cleaned.get("thu") and "thu" not in self.errors:
                self.add_error("thu", SEVERAL.format(len(self._found)))
        return cleaned

    @property
    def found(self) -> Found:
        """Of a valid form."""
        span = self._found[(self.cleaned_data.get("thu") or 1) - 1]
        return Found(span, quote(self._digest.text, span))

    def _look(self) -> None:
        """Find the words before the form is cleaned, for the choice between several places is one of its fields."""
        typed = self.data if self.is_bound else self.initial
        item, words = str(typed.get("muc", "")), str(typed.get("loi", ""))
        if item.isdecimal() and 1 <= int(item) <= len(self._digest.items):
            self._found = occurrences(self._digest.text, words, self._digest.items[int(item) - 1].span)
        if len(self._found) > 1:
            self._choices("thu", [(k, _shown(quote(self._digest.text, span))) for k, span in enumerate(self._found, 1)])
        else:
            del self.fields["thu"]

    def _choices(self, name: str, choices: list[tuple[Any, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices


def _shown(place: Quote) -> str:
    before, after = place.before[-AROUND:], place.after[:AROUND]
    if len(before) < len(place.before):
        before = "… " + BEGINNING.sub("", before)
    if len(after) < len(place.after):
        after = ENDING.sub("", after) + " …"
    return f"{before}[{place.marked}]{after}"
