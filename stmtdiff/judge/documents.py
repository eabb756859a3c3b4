"""What the two documents allow: verdicts at all, and how dates and figures are to be read."""

from __future__ import annotations

from stmtdiff.language.lexicon import load
from stmtdiff.model import Comparable, Instrument, Statement, Status, TextStatus

# A text is a central bank's where these stand at least so often in its first clauses.
_BANK_WORDS = (
    "monetary policy",
    "federal funds rate",
    "inflation",
    "price stability",
    "target range",
    "cash rate",
    "treasury securities",
    "mortgage-backed securities",
    "policy accommodation",
    "economic outlook",
    "bank rate",
)
_ENOUGH, _FIRST = 3, 40
_SEEN: list[tuple[Statement, bool]] = []  # the last statement asked about: asked for every link of a comparison

_NAMES = {
    TextStatus.VERBATIM: "the official wording",
    TextStatus.TRANSLATION: "a translation",
    TextStatus.PARAPHRASE: "a paraphrase",
    TextStatus.REPORT: "a report",
}
_RETOLD = frozenset({TextStatus.PARAPHRASE, TextStatus.REPORT})
_UNKNOWN = "not known"  # how a note of a statement begins that says what its text does not tell
_BINDING = frozenset({Instrument.RESOLUTION, Instrument.TREATY})


def comparable(old: Statement, new: Statement) -> Comparable:
    """Say whether the two texts allow verdicts on wording, and what a reader must know about them."""
    against = _against_verdicts(old, new)
    notes = [against] if against else _caveats(old, new)
    return Comparable(verdicts=not against, notes=(*notes, *_gaps(old, new)))


def _against_verdicts(old: Statement, new: Statement) -> str:
    """Return the reason why no verdict may be given, empty where there is none."""
    languages = [side.language.split("-")[0].lower() for side in (old, new)]
    if languages[0] != languages[1]:
        both = f"{old.language}, {new.language}"
        return f"the texts are in different languages ({both}): a difference of wording says nothing"
    if load(new.language) is None:
        return f"the wording of commitments in this language ({new.language}) is not known to the tool"
    statuses = {old.text_status, new.text_status}
    if len(statuses) > 1:
        both = f"{_NAMES[old.text_status]} against {_NAMES[new.text_status]}"
        return f"{both}: wording may differ without a change of commitment"
    if statuses == {TextStatus.REPORT}:
        return "two reports: the words are the reporters', wording may differ without a change of commitment"
    if statuses == {TextStatus.TRANSLATION} and old.date == new.date:
        return "two translations of texts of one date: the words are the translators', not the issuers'"
    return ""


def _gaps(old: Statement, new: Statement) -> list[str]:
    """Return what a reader must know of clauses that only one text has: a text in others' words leaves things out."""
    retold = [(side, name) for side, name in ((old, "old"), (new, "new")) if side.text_status in _RETOLD]
    if not retold:
        return []
    unknown = [f"{name}: {note}" for side, name in retold for note in side.notes if note.lower().startswith(_UNKNOWN)]
    if len(unknown) >= len(retold):
        return unknown
    where = "either text" if len(retold) > 1 else f"the {retold[0][1]} text"
    return [f"{where} may leave out what the statement said: a clause that is missing there is no proof", *unknown]


def _caveats(old: Statement, new: Statement) -> list[str]:
    """Return what does not stand against verdicts but bears on them."""
    notes = []
    if old.text_status is not TextStatus.VERBATIM:
        what = _NAMES[old.text_status].removeprefix("a ")
        notes.append(f"both texts are {what}s: a difference of wording need not be the issuers'")
    if old.instrument and new.instrument and (old.instrument in _BINDING) != (new.instrument in _BINDING):
        notes.append(f"a {old.instrument} against a {new.instrument}: the same word does not bind alike in both")
    for side, name in ((old, "old"), (new, "new")):
        if side.status is Status.DRAFT:
            notes.append(f"the {name} text is a draft: nothing in it is agreed")
    return notes


def is_central_bank(statement: Statement) -> bool:
    """Say whether a statement is a central bank's: its figures and guidance are judged by other conventions."""
    if not _SEEN or _SEEN[0][0] is not statement:
        text = " ".join([clause.text for clause in statement.clauses[:_FIRST]]).lower()
        _SEEN[:] = [(statement, sum(text.count(word) for word in _BANK_WORDS) >= _ENOUGH)]
    return _SEEN[0][1]


def year_of(date: str) -> float:
    """Return an ISO date, or the beginning of one, as years; 0 where it is none."""
    parts = date.split("-")
    try:
        month = int(parts[1]) if len(parts) > 1 else 7
        day = int(parts[2]) if len(parts) > len("ym") else 15
        return int(parts[0]) + (month - 1 + (day - 1) / 31) / 12
    except ValueError:
        return 0.0
