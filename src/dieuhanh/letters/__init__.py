"""Office documents in the form of Nghị định 30/2020/NĐ-CP: from their parts to a file; knows no database and no clock."""

from dieuhanh.letters.docx_file import to_docx
from dieuhanh.letters.letter import Block, Clause, Clauses, Column, Heading, Issuer, Letter, Paragraph, Signature, Table
from dieuhanh.letters.pdf_file import to_pdf

__all__ = ["Block", "Clause", "Clauses", "Column", "Heading", "Issuer", "Letter", "Paragraph", "Signature", "Table", "to_docx", "to_pdf"]
