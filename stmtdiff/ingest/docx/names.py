"""The names of WordprocessingML (ISO/IEC 29500), in both of its namespaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_OFF = frozenset({"0", "false", "off", "none"})


def name_of(element: Element) -> str:
    """Return the element's name without its namespace: ``p``, ``r``, ``t``."""
    return str(element.tag).rpartition("}")[2]


def value(element: Element | None, attribute: str = "val") -> str:
    """Return an attribute whatever its namespace, ``""`` where there is none."""
    if element is None:
        return ""
    return next((str(found) for name, found in element.attrib.items() if _local(str(name)) == attribute), "")


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first element down a path of names."""
    for name in path:
        if element is None:
            return None
        element = next((found for found in element if name_of(found) == name), None)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Yield the direct children of that name."""
    if element is not None:
        yield from (found for found in element if name_of(found) == name)


def is_on(properties: Element | None, name: str) -> bool:
    """Whether a toggle such as ``b``, ``i`` or ``vanish`` is set."""
    toggle = child(properties, name)
    return toggle is not None and value(toggle).lower() not in _OFF


def number(text: str, otherwise: int) -> int:
    """Return an integer attribute, ``otherwise`` where it is none."""
    try:
        return int(text)
    except ValueError:
        return otherwise


def _local(name: str) -> str:
    return name.rpartition("}")[2]
