"""What a visitor typed, where it identifies a document."""

from __future__ import annotations

import re

from dieuhanh.apps.documents.addresses import addressed
from dieuhanh.apps.documents.models import Document
from dieuhanh.text import slug

FROM_NUMBER = re.compile(r"\d.*", re.DOTALL)


def documents_typed(words: str) -> list[Document]:
    """As a number ("238 vp kgvx", "Công văn số 238/VP-KGVX") or as the name of a law; none where it is neither."""
    number = FROM_NUMBER.search(words)
    spellings = {slug(words), slug(number.group()).lstrip("0") if number else ""} - {""}
    return list(addressed(Document.objects.filter(slug__in=spellings)).order_by("-date", "issuer_key"))
