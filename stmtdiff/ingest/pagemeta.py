"""What a page says of itself: title, date, address, language, publisher."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from stmtdiff.ingest.joining import squeeze

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Names of <meta> elements, the surest first.
_META = {
    "title": ("dcterms.title", "dc.title", "citation_title", "og:title", "twitter:title"),
    "date": (
        "dcterms.issued",
        "dcterms.created",
        "dcterms.date",
        "dc.date",
        "article:published_time",
        "datepublished",
        "citation_publication_date",
        "pubdate",
        "date",
    ),
    "url": ("dcterms.identifier", "og:url"),
    "language": ("dcterms.language", "dc.language", "og:locale"),
    "publisher": ("dcterms.publisher", "dc.publisher", "og:site_name", "application-name"),
}
_DATE = re.compile(r"(\d{4})[-/](\d\d)[-/](\d\d)")
_CORPORATE = re.compile(r"corporateName=([^;]+)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def read_metadata(root: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield ``title``, ``date``, ``url``, ``language`` and ``publisher`` where the page gives them."""
    metas = _metas(root)
    for key, names in _META.items():
        found = _marked_up(root, key) or next((metas[name] for name in names if metas.get(name)), "")
        found = _tidy(key, found or _otherwise(root, key))
        if found:
            yield key, found


def _metas(root: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").lower()
        found.setdefault(name, squeeze(meta.get("content") or ""))
    return found


def _marked_up(root: HtmlElement, key: str) -> str:
    """Return what the page marks in its own text: the headline, the date of publication."""
    if key == "title":
        headlines = root.xpath("//*[@itemprop='headline']")
        return squeeze(headlines[0].text_content()) if headlines else ""
    if key == "date":
        times = root.xpath("//time[@itemprop='datePublished' or @pubdate]/@datetime")
        return str(times[0]) if times else ""
    return ""


def _otherwise(root: HtmlElement, key: str) -> str:
    if key == "title":
        first = next(root.iter("h1"), None)
        title = first if first is not None else next(root.iter("title"), None)
        return squeeze(title.text_content()) if title is not None else ""
    if key == "language":
        return str(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
    if key == "date":
        times = {str(value)[:10] for value in root.xpath("//time/@datetime")}
        return times.pop() if len(times) == 1 else ""
    if key == "url":
        canonical = root.xpath("//link[@rel='canonical']/@href")
        return str(canonical[0]) if canonical else ""
    return ""


def _tidy(key: str, found: str) -> str:
    if key == "date":
        match = _DATE.match(found)
        return "-".join(match.groups()) if match else ""
    if key == "publisher":
        match = _CORPORATE.search(found)
        return match[1].strip() if match else found
    if key == "language":
        match = _LANGUAGE.fullmatch(found)
        return match.group().replace("_", "-") if match else ""
    return found
