"""The numbers that stand before paragraphs and items: read, taken out of the text, put in order."""

from __future__ import annotations

import re
from typing import NamedTuple

from stmtdiff.text import words_of

BULLETS = "•‣◦▪▫●○■□◾◼·∙*–—-\uf0b7\uf0a7\u2043"
_BIS = r"(?:\s?(?:bis|ter|quater|quat|[Aa]lt)\b)*"
# Shape, pattern of the label; the first that fits wins. Shapes are named by their first label.
_LABELS = (
    ("option", r"(?P<mark>(?:Sub-?)?Options? (?P<n>\d{1,2}|[A-Z]|[IVX]{1,5}))\s?[:.]"),
    ("Pp1", r"(?P<mark>[Pp]p\s?(?P<n>\d{1,2}))[.:]?(?=\s)"),
    ("1.1", rf"(?P<mark>(?P<n>\d{{1,3}}(?:\.(?:\d{{1,3}}|x))+{_BIS}))[.:)]?(?=\s+[\[({{\"“*A-Z])"),
    ("1.", rf"(?P<mark>(?P<n>\d{{1,3}}){_BIS})(?:[.)](?=\s|[A-Z\[(“\"*]|$)|、|．)"),
    ("(1)", rf"(?P<mark>[(（](?P<n>\d{{1,3}}){_BIS}[)）])"),
    ("(a)", r"(?P<mark>\((?P<n>[a-z]{1,2})\))"),
    ("a.", r"(?P<mark>(?P<n>[a-z]))(?:\)|\.(?=\s))"),
    ("(i)", r"(?P<mark>\((?P<n>[ivxl]+)\))"),
    ("i.", r"(?P<mark>(?P<n>[ivxl]+))(?:\)|\.(?=\s))"),
    ("I.", r"(?P<mark>(?P<n>[IVXL]+))(?:\)|\.(?=\s))"),
    ("A.", r"(?P<mark>(?P<n>[A-Z]))(?:\)|\.(?=\s))(?!\s[A-Z]\.)"),
    ("一、", r"(?P<mark>(?P<n>[一二三四五六七八九十]{1,3}))、"),
    ("（一）", r"(?P<mark>[(（](?P<n>[一二三四五六七八九十]{1,3})[)）])"),
    ("•", rf"(?P<mark>[{re.escape(BULLETS)}])(?P<n>)(?=\s)"),
)
_READERS = tuple((shape, re.compile(rf"\s*{pattern}\s*(?=\S|$)")) for shape, pattern in _LABELS)
_ROMAN_SHAPES = {"(i)": "(a)", "i.": "a.", "I.": "A."}
_CJK_SHAPES = frozenset({"一、", "（一）"})
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_HAN = {c: n for n, c in enumerate("一二三四五六七八九", start=1)}
_DEPTH = {
    "Pp1": 2,
    "I.": 0,
    "一、": 0,
    "A.": 1,
    "（一）": 1,
    "1.": 2,
    "(1)": 3,
    "1.1": 3,
    "option": 3,
    "(a)": 4,
    "a.": 4,
    "(i)": 5,
}
_DEEPEST = 6
_LETTERS = 26
_SMALL_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split()


class Label(NamedTuple):
    """A number or bullet as it stands: its shape, its place in the count (None for bullets), how it is stored."""

    shape: str
    ordinal: int | None
    number: str | None

    @property
    def depth(self) -> int:
        """How deep labels of this shape usually stand: 0 for chapters, 6 for bullets."""
        return _DEPTH.get(self.shape, _DEEPEST)


class Labelled(NamedTuple):
    """A text without its label, and the readings of the label: "(i)" may be one, or the letter after h."""

    labels: tuple[Label, ...]
    text: str


def take_label(text: str) -> Labelled | None:
    """Take a leading number or bullet out of the text; None where there is none or nothing else."""
    found: list[Label] = []
    rest = text
    for shape, reader in _READERS:
        match = reader.match(text)
        if match and (not found or shape in _ROMAN_SHAPES) and _whole_words(text, match):
            found.append(_label(shape, match["mark"], match["n"]))
            rest = text[match.end() :]
    return Labelled(tuple(found), rest) if found and words_of(rest) else None


def after(label: Label) -> str:
    """Return the mark that comes next in a list of numbers, letters or small Roman numbers; empty where none does."""
    count = label.ordinal or 0
    if label.shape == "1." and count:
        return f"{count + 1}."
    if label.shape == "(a)" and 0 < count < _LETTERS:
        return f"({chr(ord('a') + count)})"
    if label.shape == "(i)" and 0 < count < len(_SMALL_ROMAN):
        return f"({_SMALL_ROMAN[count]})"
    return ""


def read_number(number: str) -> tuple[Label, ...]:
    """Read a number that the source gives outside the text; a strange one counts as a bullet that is kept."""
    taken = take_label(f"{number.strip()} x") or take_label(f"{number.strip()}. x")
    if taken:
        return taken.labels
    return (Label("•", None, number.strip() if words_of(number) else None),)


def _label(shape: str, mark: str, count: str) -> Label:
    if shape == "•":
        return Label(shape, None, None)
    return Label(shape, _ordinal(shape, count), mark)


def _ordinal(shape: str, count: str) -> int | None:
    if count.isdigit():
        return int(count)
    if shape == "1.1":
        return None
    if shape in _CJK_SHAPES:
        return _from_han(count)
    if shape in _ROMAN_SHAPES or shape == "option":
        return _from_roman(count.lower())
    return ord(count[0].lower()) - ord("a") + 1 + 26 * (len(count) - 1)


def _from_roman(count: str) -> int | None:
    values = [_ROMAN.get(c, 0) for c in count]
    if 0 in values:
        return ord(count[0]) - ord("a") + 1
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


def _from_han(count: str) -> int:
    tens, ten, ones = count.partition("十")
    return (_HAN.get(tens, 1) * 10 if ten else _HAN.get(tens, 0)) + _HAN.get(ones, 0)


def _whole_words(text: str, match: re.Match[str]) -> bool:
    """Say whether the label can be cut off without cutting a word in two."""
    return words_of(text) == words_of(match["mark"]) + words_of(text[match.end() :])
