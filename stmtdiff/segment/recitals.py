"""The form of resolutions and treaties: the organ's line, and recitals by their first words."""

from __future__ import annotations

import re

from stmtdiff.segment import cues
from stmtdiff.segment.foreign import opens_recital

_WORD = re.compile(r"[\w’'-]+")
_ORGAN = re.compile(r"(?:Now, therefore,? )?(?:The|We, the) [A-Z“\"][^.:;]{3,240}(?:,|—)")
_KNOWN_ORGAN = re.compile(
    r"(?:Now, therefore,? )?The (?:Security Council|General Assembly|Economic and Social Council|Human Rights Council|"
    r"Conference of the Parties|European Council|Council of the European Union),?|"
    r"Le Conseil de sécurité,?|L['’]Assemblée générale,?|El Consejo de Seguridad,?|La Asamblea General,?|"
    r"Совет Безопасности,?|Генеральная Ассамблея,?|安全理事会，?|大会，?|(?:إن )?مجلس الأمن،?|(?:إن )?الجمعية العامة،?",
    re.IGNORECASE,
)
_ENACTING = re.compile(r"(?:now, therefore|(?:we )?have (?:agreed|decided)|hereby agree)\b", re.IGNORECASE)
_SHORT = 14


def organ_of(text: str, following: str = "") -> str | None:
    """Return the organ that opens a resolution or treaty by a line of its own ("The Security Council,").

    A long list of issuers counts only where a recital follows.
    """
    line = text.strip().strip("*_").lstrip("[ ")
    if _KNOWN_ORGAN.fullmatch(line):
        return line.rstrip(",— ，،")
    if _ORGAN.fullmatch(line) and (len(line.split()) <= _SHORT or is_recital(following)):
        return line.rstrip(",— ")
    return None


def is_recital(text: str) -> bool:
    """Say whether a paragraph opens like a recital: "Recalling", "Deeply concerned", "In pursuit of"."""
    words = [word.casefold() for word in _WORD.findall(text[:80].replace("*", ""))[:3]]
    while words and words[0] in cues.PREAMBLE_LEADS:
        words = words[1:]
    if not words:
        return False
    if words[0] in {"in", "on"}:
        return len(words) > 1 and " ".join(words[:2]) in cues.PREAMBLE_PHRASES
    return words[0] in cues.PREAMBULAR or opens_recital(text)


def is_known_organ(line: str) -> bool:
    """Say whether a line names an organ whose resolutions have the form of the United Nations."""
    return bool(_KNOWN_ORGAN.fullmatch(line.strip().strip("*_").lstrip("[ ")))


def opens_with_participle(text: str) -> bool:
    """Say whether a text opens with a word like "Reflecting"."""
    return _first_word(text).endswith("ing")


def opens_with_act(text: str) -> bool:
    """Say whether a text opens with a verb in the third person: "Decides", "Further requests"."""
    return _first_word(text).endswith("s") and not text.casefold().startswith(("this ", "his ", "its "))


def _first_word(text: str) -> str:
    words = (word.casefold() for word in _WORD.findall(text[:80].replace("*", "")))
    return next((word for word in words if word not in cues.PREAMBLE_LEADS), "")


def ends_preamble(text: str) -> bool:
    """Say whether a line turns from the preamble to what is agreed: "Have agreed as follows:"."""
    return bool(_ENACTING.match(text))
