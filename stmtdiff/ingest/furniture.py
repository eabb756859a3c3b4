"""Where a page's own text is, and what the rest is: navigation, header, footer, forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from stmtdiff.ingest.joining import squeeze
from stmtdiff.model import Omission

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MAIN = (
    ".//*[@role='main']",
    ".//main",
    ".//*[@itemprop='articleBody']",
    ".//article",
    ".//*[@id='main-content' or @id='content' or @id='main' or @id='bodyContent']",
)
_ENOUGH = 0.25  # of a page's words: less is a teaser, not the text
_TAGS = {
    "nav": "navigation",
    "header": "page header",
    "footer": "page footer",
    "aside": "beside the main content",
    "form": "form",
    "button": "form",
    "select": "form",
    "textarea": "form",
    "noscript": "for browsers without scripts",
    "head": "page head",
    "template": "hidden",
    "svg": "picture",
    "object": "picture",
    "iframe": "picture",
}
_CODE = frozenset({"script", "style"})
FURNITURE_WORDS = {
    "nav": "navigation",
    "navigation": "navigation",
    "navbar": "navigation",
    "breadcrumb": "navigation",
    "breadcrumbs": "navigation",
    "menu": "navigation",
    "pagination": "navigation",
    "skip": "navigation",
    "sidebar": "beside the main content",
    "related": "beside the main content",
    "share": "sharing links",
    "sharing": "sharing links",
    "social": "sharing links",
    "follow": "sharing links",
    "subscribe": "sharing links",
    "cookie": "cookie notice",
    "cookies": "cookie notice",
    "enquiries": "contact details",
    "contact": "contact details",
    "contacts": "contact details",
    "footer": "page footer",
    "byline": "publication data",
    "dateline": "publication data",
    "article-data": "publication data",
    "article-info": "publication data",
    "hidden": "hidden",
    "sr-only": "hidden",
}
_ROLES = {"navigation": "navigation", "banner": "page header", "contentinfo": "page footer", "search": "form"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SHOWN = 120


def find_main(root: HtmlElement) -> HtmlElement:
    """Return the element that holds the page's own text; the body where none stands out."""
    body = root.find("body")
    whole = body if body is not None else root
    total = len(whole.text_content())
    for path in _MAIN:
        found = whole.xpath(path)
        if len(found) == 1 and len(found[0].text_content()) >= _ENOUGH * _own_length(whole, total):
            return found[0]
    return whole


def _own_length(whole: HtmlElement, total: int) -> int:
    code = sum(len(element.text_content()) for element in whole.iter(*_CODE, "nav", "footer"))
    return max(0, total - code)


def outside(root: HtmlElement, main: HtmlElement) -> Iterator[Omission]:
    """Yield what stands before and after the main content, one omission for each part of the page."""
    if main is root:
        return
    inside = {main, *main.iterancestors()}
    yield from _outside(root, main, inside)


def _outside(element: HtmlElement, main: HtmlElement, inside: set[HtmlElement]) -> Iterator[Omission]:
    yield from _omission(element.text or "", "outside the main content")
    for child in element:
        if child is main:
            pass
        elif child in inside:
            yield from _outside(child, main, inside)
        else:
            yield from describe(child, reason_of(child) or "outside the main content")
        yield from _omission(child.tail or "", "outside the main content")


def reason_of(element: HtmlElement) -> str:
    """Why an element is no text of the document, ``""`` where it may be."""
    tag = element.tag
    if tag in _CODE:
        return str(tag)
    if tag in _TAGS:
        return _TAGS[tag]
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")):
        return "hidden"
    role = _ROLES.get(element.get("role", ""))
    return role or _reason_of_name(f"{element.get('class', '')} {element.get('id', '')}")


def _reason_of_name(names: str) -> str:
    """By class and id: the whole name, or the part of it after a prefix such as ``box-`` or ``page-``."""
    for name in names.lower().split():
        parts = [name, name.partition("-")[2], name.partition("-")[0] if name.startswith(("nav-", "skip-")) else ""]
        found = next((FURNITURE_WORDS[part] for part in parts if part in FURNITURE_WORDS), "")
        if found:
            return found
    return ""


def describe(element: HtmlElement, reason: str) -> Iterator[Omission]:
    """Yield the element's words as left out; of code, which has none, its beginning and its length."""
    if element.tag in _CODE:
        code = squeeze(element.text_content())
        size = f"{element.tag}, {len(code)} characters"
        yield from _omission(code[:_SHOWN], size if len(code) <= _SHOWN else f"{size}, the beginning shown")
        return
    for code_element in list(element.iter(*_CODE)):
        yield from describe(code_element, code_element.tag)
    yield from _omission(" ".join(_words(element)), reason)


def _words(element: HtmlElement) -> Iterator[str]:
    for part in element.iter():
        if part.tag not in _CODE and part.text:
            yield part.text
        if part.tail and part is not element:
            yield part.tail


def _omission(text: str, reason: str) -> Iterator[Omission]:
    words = squeeze(text)
    if words:
        yield Omission(text=words, reason=reason)
