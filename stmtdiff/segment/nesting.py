"""Where a labelled paragraph hangs: lists inside lists, by labels, by the levels of the source and by colons."""

from __future__ import annotations

from dataclasses import dataclass, field

from stmtdiff.segment.numbering import Label


@dataclass(slots=True)
class _List:
    """One open list: shape, level and last ordinal of its labels; the clause indexes of its chapeau and last item."""

    shape: str
    level: int
    last: int | None
    parent: int | None
    item: int


@dataclass(slots=True)
class Nesting:
    """The lists that are open while a document is read from top to bottom."""

    _open: list[_List] = field(default_factory=list)

    def place(self, labels: tuple[Label, ...], level: int, item: int, chapeau: int | None) -> tuple[Label, int | None]:
        """Choose the reading of a label and the parent of its clause.

        ``item`` is the index that the clause will have, ``chapeau`` that of the clause before it when that ends
        with a colon.
        """
        continued = self._continued(labels, level, skip_bullets=chapeau is not None)
        if continued:
            depth, label = continued
            del self._open[depth + 1 :]
            current = self._open[depth]
            current.last, current.item = label.ordinal, item
            return label, current.parent
        label = _first_of_list(labels)
        parent = chapeau if chapeau is not None else self._parent_of(label, level)
        self._open.append(_List(label.shape, level, label.ordinal, parent, item))
        return label, parent

    def interrupt(self, *, by_heading: bool) -> None:
        """Close what a paragraph without a label closes (bullets), or a heading (all but the outermost count)."""
        self._open = [one for one in self._open if one.last is not None and not (by_heading and one.parent is not None)]

    def _continued(self, labels: tuple[Label, ...], level: int, *, skip_bullets: bool) -> tuple[int, Label] | None:
        """Find the open list, innermost first, that a label continues: by the next ordinal, else by a later one."""
        begins = any(label.ordinal == 1 for label in labels)
        for fits in (_is_next,) if begins else (_is_next, _is_later):
            for depth in range(len(self._open) - 1, -1, -1):
                for label in labels:
                    one = self._open[depth]
                    if one.shape == label.shape and one.level == level and fits(one.last, label.ordinal):
                        if skip_bullets and label.ordinal is None:
                            return None
                        return depth, label
        return None

    def _parent_of(self, label: Label, level: int) -> int | None:
        """Close the lists that the new one is not inside of, and return the item it hangs from."""
        while self._open and not _is_inside(label, level, self._open[-1]):
            closed = self._open.pop()
            if closed.shape == label.shape and closed.level == level:
                return closed.parent
        return self._open[-1].item if self._open else None


def _is_next(last: int | None, ordinal: int | None) -> bool:
    return ordinal is None if last is None else ordinal == last + 1


def _is_later(last: int | None, ordinal: int | None) -> bool:
    return last is not None and ordinal is not None and ordinal > last


def _is_inside(label: Label, level: int, outer: _List) -> bool:
    if level and outer.level and level != outer.level:
        return level > outer.level
    return label.depth > Label(outer.shape, None, None).depth


def _first_of_list(labels: tuple[Label, ...]) -> Label:
    """Choose a reading for the first item of a list: the one that counts as its first, else the plainest."""
    return min(labels, key=lambda label: label.ordinal or 0)
