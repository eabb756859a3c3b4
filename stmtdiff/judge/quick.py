"""The short way: where every changed word is plain content exchanged for plain content, no reading is needed.

It must say what the long way says; a test holds the two together.
"""

from __future__ import annotations

from stmtdiff.judge.context import why
from stmtdiff.judge.rulebook import rule
from stmtdiff.judge.trivial import same_word
from stmtdiff.language.lexicon import Lexicon
from stmtdiff.model import Aspect, Clause, Cue, Direction, Edit, Effect, Op

_SPACE = " "


def plain_exchanges(old: Clause, new: Clause, edits: tuple[Edit, ...], lexicon: Lexicon) -> list[Effect] | None:
    """Return the effects of single plain words exchanged one for one; ``None`` where the clauses must be read."""
    vocabulary, effects = lexicon.vocabulary, []
    old_at = new_at = 0
    struck = ""
    kept = _SPACE
    for op, text in edits:
        if op is Op.KEEP:
            if struck or not (text[0] == _SPACE or not old_at) or (effects and _bridges(text, lexicon)):
                return None
            kept = text
            old_at += len(text)
            new_at += len(text)
            continue
        if not text.isalpha() or not text.islower() or text in vocabulary or kept[-1] != _SPACE:
            return None
        if op is Op.STRIKE:
            struck = text
            old_at += len(text)
            continue
        if not struck:
            return None
        if not same_word(struck, text, lexicon):
            cues = Cue(clause=old.id, text=struck, start=old_at - len(struck), end=old_at), Cue(clause=new.id, text=text, start=new_at, end=new_at + len(text))
            effects.append(_effect(struck, text, cues, lexicon))
        struck = ""
        new_at += len(text)
    return None if struck else effects


def _bridges(text: str, lexicon: Lexicon) -> bool:
    """Say whether the words kept between two changes are too few to set them apart."""
    words = text.split()
    return len(words) <= 2 and all(word in lexicon.function or not word.isalnum() for word in words)  # noqa: PLR2004 - as in pairing


def _effect(struck: str, inserted: str, cues: tuple[Cue, Cue], lexicon: Lexicon) -> Effect:
    verbs = all(word in lexicon.verbs and word not in lexicon.nouns for word in (struck, inserted))
    rule_id = "other-verb" if verbs else "scope"
    entry = rule(rule_id)
    told = {"old": struck, "new": inserted, "old_rung": "", "new_rung": ""}
    return Effect(aspect=Aspect(entry["aspect"]), direction=Direction.CHANGED, rule=rule_id, why=why(entry, Direction.CHANGED, told), old=cues[0], new=cues[1])
