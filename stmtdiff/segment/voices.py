"""Who speaks in a clause, when it is not all the issuers: dissenters, reserving parties, the clerk of the meeting."""

from __future__ import annotations

import re

_PROCEDURE = re.compile(
    r"(?:voting (?:for|against)\b|in favou?r\s*:|abstain|present\s*:|"
    r"(?:we )?have agreed (?:as follows|on the following|upon)|"
    r"(?:adopted|approved|issued) (?:by|at|on)\b|the meeting (?:was (?:adjourned|suspended|held)|rose|closed)|"
    r"(?:the )?(?:following )?(?:members|participants|attendees) (?:were )?present|attendance\b|signed\b)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:(?:done|signed) (?:at|in)\b.{3,80}?(?:\b\d{4}\b|\bthis\b)|in witness whereof|in faith whereof)",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:met|convened|gathered|assembled|attended|represented by|chaired|hosted|took part|participated|"
    r"(?:meeting|session|summit|talks) (?:was|were|will be) (?:held|opened|adjourned|closed|suspended))\b",
    re.IGNORECASE,
)
SINCE_MET = re.compile(r"\b(?:since|when|after|before|as) (?:[\w’'-]+ ){1,6}(?:met|convened|gathered)\b", re.IGNORECASE)
_SOMEBODY = (
    r"(?:the |one |an? |some |several |many |most |a few |a number of |other )?(?:[\w-]+ ){0,3}?"
    r"(?:delegations?|representatives?|members?|parties|party|participants|countries|states|groups? of parties|"
    r"governments?)(?: of [A-Z][\w-]+(?: [A-Z][\w-]+){0,6})?"
)
_VIEWS = (
    r"said that|stated that|dissent\w*|dissociat\w*|disassociat\w*|(?:is|are|was|were) of the view|"
    r"(?:express\w*|enter\w*|made|makes?|place[ds]?) (?:a |its |their |the following )?reservations?|reserv(?:es?|ed)|"
    r"would (?:like|prefer)|wish(?:es)? (?:its|their)|argued|felt|held the view|prefer(?:s|red)?|objected"
)
_SOME = r"(?:some|several|many|most|a few|other) (?:members|parties|delegations|participants|countries|ministers)"
_STANDS = (
    r"condemn\w*|express\w*|stress\w*|note[sd]?|call\w*|support\w*|believe\w*|consider\w*|view\w*|favou?r\w*|oppose\w*|"
    r"welcom\w*|suggest\w*|urge\w*|emphasi\w*|question\w*|propose\w*"
)
_AGAINST = r"(?:dissent\w*|voting against|those voting against|votes? against)"
_SPEAKERS = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (rf"{_AGAINST}\b[^.]*?\b(?:was|were|by)?:?\s+(?P<who>(?-i:[A-Z])[^,;.]+(?:\.\s[^,;.]+)?)", re.IGNORECASE),
        (rf"(?P<who>{_SOMEBODY})\s(?:\w+ )?(?:{_VIEWS})\b", re.IGNORECASE),
        (rf"(?P<who>{_SOME})\s(?:also |\w+ly )?(?:{_STANDS})\b", re.IGNORECASE),
        (r"\[?(?P<who>[A-Z][\w .-]{2,40}?) (?:wishes|reserves|dissociates|objects|dissented|preferred|abstained)\b", 0),
    )
)


# "Accordingly, he believed", "In addition, Mr. Hale did not think".
_GOES_ON = re.compile(
    r"(?:[A-Z][^.;]{0,80}?,\s)?(?:(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey)|(?:Mr|Ms|Mrs|Dr|President|Governor)\.?\s(?P<surname>[A-Z][\w’'-]+))\s"
    r"(?:also |further |did not |does not |would )?(?:believe|judge|prefer|favou?r|oppose|object|support|think|thought|"
    r"felt|(?:was|is|were|are) (?:\w+ )?concerned|argue|dissent|express|expect|anticipate|disagree)"
)


def speaker_of(text: str) -> str | None:
    """Name who holds a view that not all adopt: a dissenter, a reserving party; None for everybody's text."""
    for pattern in _SPEAKERS:
        match = pattern.match(text)
        if match:
            return match["who"].strip()
    return None


def is_continued(text: str, speaker: str) -> bool:
    """Say whether a sentence gives more of the speaker's view: "He believed ...", "President Fisher was concerned"."""
    match = _GOES_ON.match(text)
    return bool(match and (match["pronoun"] or match["surname"] in speaker))


def is_procedure(text: str) -> bool:
    """Say whether a sentence opens like a vote, an attendance list, an enacting formula or a signature."""
    return bool(_PROCEDURE.match(text)) or is_closing(text)


def is_closing(text: str) -> bool:
    """Say whether a paragraph opens the signatures: "Done at Minsk on ..."."""
    return bool(_CLOSING.match(text))


def is_meeting(text: str) -> bool:
    """Say whether a sentence tells who met, attended or took part."""
    return bool(_MET.search(SINCE_MET.sub(" ", text)))
