"""The short way: single plain words exchanged one for one need no reading of the clause.

It must say what the long way says; a test holds the two together.
"""

from __future__ import annotations

from stmtdiff.judge.context import why
from stmtdiff.judge.rulebook import rule
from stmtdiff.judge.stretches import MINOR_TABLES, is_content
from stmtdiff.judge.trivial import same_word
from stmtdiff.language.lexicon import Lexicon
from stmtdiff.model import Aspect, Clause, Cue, Direction, Edit, Effect, Op
from stmtdiff.reading.scan import words_alone

# Tables whose words are content like any other, or say nothing: no rule of their own looks for them in a commitment.
_INERT = MINOR_TABLES | {"issuer", "policy", "degree", "development", "personnel", "limit", "central_bank", "grades"}
_INERT -= {"due", "until", "from", "best_effort", "bound", "savings", "concession", "issuer"}
_APART = 5  # words
_NEAR, _TAIL = 7, 60  # words and characters around a change in which a cue could hold it
_SPACE = " "
_ISSUER, _SUBJECT = {"issuer"}, 2  # words after which the issuers are no subject


class _Word:
    """One changed word with what it is."""

    __slots__ = ("content", "degree", "verb")

    def __init__(self, word: str, tables: set[str], lexicon: Lexicon | None) -> None:
        """Judge a word by itself and by the cues that cover it."""
        if lexicon is None:
            self.content = self.degree = self.verb = False
            return
        self.content = (
            is_content(word, lexicon) and word not in lexicon.grammar["going_on"] and tables.isdisjoint(MINOR_TABLES)
        )
        self.degree = "degree" in tables
        self.verb = "development" in tables or (word in lexicon.verbs and word not in lexicon.nouns)


def plain_exchanges(
    old: Clause, new: Clause, edits: tuple[Edit, ...], lexicon: Lexicon, *, directed: bool, central: bool
) -> list[Effect] | None:
    """Return the effects of single plain words exchanged one for one; ``None`` where the clauses must be read."""
    if not _are_single(edits):
        return None
    effects: list[Effect] = []
    old_at = new_at = 0
    texts = [text for _, text in edits]
    turns = zip(texts[::3], texts[1::3], texts[2::3], [*texts[3::3], _SPACE], strict=False)
    for before, struck, inserted, after in turns:
        old_at, new_at = old_at + len(before), new_at + len(before)
        found = _exchange(struck, inserted, (before, after), lexicon)
        outcome = _outcome(*found, directed=directed, central=central) if found else None
        if found is None or outcome is None:
            return None
        rule_id, direction = outcome
        if rule_id:
            gone = _cue(old, struck, old_at) if found[0].content else None
            came = _cue(new, inserted, new_at) if found[1].content else None
            effects.append(_effect(rule_id, direction, gone, came))
        old_at, new_at = old_at + len(struck), new_at + len(inserted)
    return effects


_TURNS = (Op.KEEP, Op.STRIKE, Op.INSERT)


def _are_single(edits: tuple[Edit, ...]) -> bool:
    """Say whether the edits exchange single words in lower case, far enough apart that no cue holds two of them."""
    if any(op is not _TURNS[place % 3] for place, (op, _) in enumerate(edits)) or len(edits) % 3 == len("=-"):
        return False
    if any(text.count(_SPACE) <= _APART for _, text in edits[3:-1:3]):
        return False
    return all(text.isalpha() and text.islower() for turn in (1, 2) for _, text in edits[turn::3])


def _cue(clause: Clause, word: str, start: int) -> Cue:
    return Cue(clause=clause.id, text=word, start=start, end=start + len(word))


Found = tuple[
    _Word, _Word, bool, bool
]  # the two words, whether they join a list, whether they only qualify what follows
_NOTHING = _Word("", set(), None)
_SAME = _NOTHING, _NOTHING, False, False


def _exchange(struck: str, inserted: str, around: tuple[str, str], lexicon: Lexicon) -> Found | None:
    """Return what was exchanged, or ``None`` where the clause must be read."""
    before, after = around
    plain = before[-1] == _SPACE and not after[0].isalnum()
    if not plain or struck in lexicon.carriers or inserted in lexicon.carriers:  # a verb may hang on them
        return None
    left, right = words_alone(before[-_TAIL:])[-_NEAR:], words_alone(after[:_TAIL])[:_NEAR]
    old, new = _word(struck, left, right, lexicon), _word(inserted, left, right, lexicon)
    if old is None or new is None or _is_beside_an_act(left, right, lexicon) or _leads_to_a_law(left, right, lexicon):
        return None
    if same_word(struck, inserted, lexicon):
        return _SAME
    joined = bool(left) and left[-1] in lexicon.grammar["list_joints"]
    return old, new, joined, bool(right) and is_content(right[0], lexicon)


def _word(word: str, left: list[str], right: list[str], lexicon: Lexicon) -> _Word | None:
    """Return what a word is, ``None`` where it is or may be part of a cue that a rule looks for."""
    if word not in lexicon.vocabulary:
        return _Word(word, set(), lexicon)
    if word in lexicon.figures or word in lexicon.term_words or word in lexicon.words["multipliers"]:
        return None
    tables = _tables_over(word, left, right, lexicon)
    inert = tables <= _INERT or (tables == _ISSUER and len(left) > _SUBJECT)
    return _Word(word, tables, lexicon) if inert else None


def _is_beside_an_act(left: list[str], right: list[str], lexicon: Lexicon) -> bool:
    """Say whether the exchange may be who is asked, or may carry an act that follows."""
    asked = not lexicon.grammar["infinitive"].isdisjoint(right[:_ASKED])
    return (asked and not lexicon.anchors.isdisjoint(left[-_ASKED:])) or (bool(right) and right[0] in lexicon.anchors)


def _leads_to_a_law(left: list[str], right: list[str], lexicon: Lexicon) -> bool:
    """Say whether the exchange may stand between "in line with" and the law that follows."""
    leads = lexicon.grammar["leads"]
    at = next((at for at, word in enumerate(right) if word not in leads), len(right))
    keys = (" ".join(right[first:last]) for first in range(at + 1) for last in range(first + 1, first + _LAW + 1))
    law = any(
        sense.table == "national_rules" for key in keys if key in lexicon.phrases for sense in lexicon.senses(key)
    )
    return law and bool(left) and left[-1] in leads


_ASKED, _LAW = 3, 4


def _outcome(
    old: _Word, new: _Word, joined: bool, qualifies: bool, *, directed: bool, central: bool
) -> tuple[str, Direction] | None:
    """Return the rule that an exchange raises and its direction, as content.py and narrative.py have it."""
    if not directed and (old.degree or new.degree):
        return None
    if old.content and new.content:
        return "other-verb" if old.verb and new.verb else "scope", Direction.CHANGED
    if not old.content and not new.content:
        return "", Direction.CHANGED
    if not directed:
        word = old if old.content else new
        return "other-verb" if word.verb else "scope", Direction.CHANGED
    if not joined and (central or qualifies):
        return "scope", Direction.CHANGED
    return "scope", Direction.STRONGER if new.content else Direction.WEAKER


def _tables_over(word: str, left: list[str], right: list[str], lexicon: Lexicon) -> set[str]:
    """Return the tables of every phrase that could hold a word between its neighbours."""
    words = [*left, word, *right]
    here = len(left)
    tables: set[str] = set()
    for first in range(here + 1):
        size = (
            lexicon.longest.get(f"{words[first]} {words[first + 1]}", 1)
            if first + 1 < len(words) and words[first] in lexicon.openers
            else 1
        )
        for last in range(here + 1, first + size + 1):
            key = " ".join(words[first:last])
            if key in lexicon.phrases:
                tables.update(sense.table for sense in lexicon.senses(key))
    return tables


def _effect(rule_id: str, direction: Direction, old: Cue | None, new: Cue | None) -> Effect:
    entry = rule(rule_id)
    told = {"old": old.text if old else "", "new": new.text if new else "", "old_rung": "", "new_rung": ""}
    return Effect(
        aspect=Aspect(entry["aspect"]),
        direction=direction,
        rule=rule_id,
        why=why(entry, direction, told),
        old=old,
        new=new,
    )
