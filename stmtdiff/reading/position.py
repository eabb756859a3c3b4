"""Where a word stands: main verb of the issuers, complement, or noun. Small rules over the words beside it."""

from __future__ import annotations

from stmtdiff.language.lexicon import Lexicon

_ASIDE_LEAST, _ASIDE = 3, 8  # words of an aside between two commas


def is_head(words: list[str], first: int, form: str, lexicon: Lexicon, heads: set[str], *, noun: bool) -> bool:
    """Say whether a phrase is a main verb of the issuers, or a noun that names their act."""
    grammar = lexicon.grammar
    between, going_on = grammar["between"], grammar["going_on"]
    at = first - 1
    while at >= 0 and words[at] in between:
        if words[at] == "to" and words[at - 1] not in going_on:
            return False
        at -= 1
    if at >= 0 and words[at] == ")" and "(" in words[:at]:  # the subject stands before the brackets
        at = max(place for place in range(at) if words[place] == "(") - 1
    if at >= _ASIDE_LEAST and words[at] == ",":  # "the parties, in this context, agreed"
        opening = next((place for place in range(at - 1, max(0, at - _ASIDE), -1) if words[place] == ","), 0)
        if opening and words[opening - 1] in grammar["subjects"]:
            at = opening - 1
    if at < 0:
        return True
    word = words[at]
    if noun:
        return word in grammar["subjects"] or at == first - 1 or word in grammar["joints"]
    if word in grammar["subjects"]:
        if word in grammar["impersonal"] and words[first + 1 : first + 2] == ["be"]:
            return False
        carried = form != "g" or not grammar["auxiliary"].isdisjoint(words[at + 1 : first])
        return carried and not _governed(words, at, grammar)
    if word in grammar["joints"]:
        return (
            form in heads
            or (form == "s" and bool(heads))
            or (at == first - 1 and word in grammar["breaks"] and form in {"b", "-"})
        )
    return word in grammar["breaks"] or word.isdigit()


def _governed(words: list[str], subject: int, grammar: dict[str, frozenset[str]]) -> bool:
    """Say whether the subject stands in a clause about others: "calls on the parties to", "for States to"."""
    return words[subject] not in grammar["own"] and any(
        word in grammar["governing"] for word in words[max(0, subject - 3) : subject]
    )


def is_nominal(words: list[str], first: int, form: str, lexicon: Lexicon) -> bool:
    """Say whether a verb form is used as a noun or adjective here."""
    if words[first] not in lexicon.nouns:
        return False
    if form == "d":
        return True
    before = words[first - 1] if first else ""
    if before in lexicon.grammar["before_verb"]:
        return False
    return before in lexicon.grammar["determiners"] or (
        before not in lexicon.grammar["subjects"] and before not in lexicon.grammar["joints"] and before != ""
    )


def organ_follows(words: list[str], last: int, lexicon: Lexicon) -> bool:
    """Say whether the addressee is an organ under the issuers."""
    for at in range(last, min(last + 3, len(words))):
        for length in (5, 4, 3, 2, 1):
            key = " ".join(words[at : at + length])
            if key in lexicon.phrases and any(sense.table == "organ" for sense in lexicon.senses(key)):
                return True
    return False


def that_follows(words: list[str], last: int, lexicon: Lexicon) -> bool:
    """Say whether a clause follows that states something."""
    return last < len(words) and words[last] in lexicon.grammar["that"]
