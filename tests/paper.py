"""Documents made to measure: small PDF and DOCX files written from scratch."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FONTS = {"plain": "Times-Roman", "slanted": "Times-Italic", "bold": "Times-Bold"}


class Set(NamedTuple):
    """A piece of type: where it starts, in points from the lower left corner, and how it is set."""

    x: float
    y: float
    text: str
    size: float = 10
    font: str = "plain"


def make_pdf(pages: Sequence[Sequence[Set]], *, protected: bool = False) -> bytes:
    """Return a PDF file of Letter pages with the pieces of type given."""
    fonts = "".join(f"/{name} << /Type /Font /Subtype /Type1 /BaseFont /{base} >> " for name, base in FONTS.items())
    kids = " ".join(f"{3 + 2 * place} 0 R" for place in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>"]
    for place, page in enumerate(pages):
        content = "\n".join(f"BT /{p.font} {p.size} Tf {p.x} {p.y} Td ({_escaped(p.text)}) Tj ET" for p in page)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {4 + 2 * place} 0 R"
            f" /Resources << /Font << {fonts}>> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    key = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <{0}> /U <{0}> >> /ID [<00> <00>]".format("5a" * 32)
    return _numbered(objects, key if protected else "")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _numbered(objects: Sequence[str], trailer: str) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    end = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<< /Size {count} /Root 1 0 R {trailer} >>\n"
    return data + f"{end}startxref\n{len(data)}\n%%EOF\n".encode()


def make_docx(body: str, **parts: str) -> bytes:
    """Return a DOCX file with this body; ``numbering="<w:abstractNum .../>"`` gives another part its content."""
    roots = {"comments": "comments", "header1": "hdr", "footer1": "ftr"}
    contents = {"document": f"<w:body>{body}</w:body>", **parts}
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in contents.items():
            root = roots.get(name, name)
            file.writestr(f"word/{name}.xml", f'<w:{root} xmlns:w="{WORD}">{content}</w:{root}>')
    return archive.getvalue()


def paragraph(*runs: str, properties: str = "") -> str:
    """Return the XML of a paragraph; runs that are no XML become plain ones."""
    inner = "".join(text if text.startswith("<") else run(text) for text in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def run(text: str, properties: str = "", *, tag: str = "t") -> str:
    """Return the XML of a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'
