"""Language tags in words, and the way their texts run."""

from __future__ import annotations

_LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "pl": "Polish",
    "ps": "Pashto",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "zh": "Chinese",
}
_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he ks ku-arab nqo ps sd syr ug ur yi".split())
_RIGHT_TO_LEFT_SCRIPTS = frozenset("arab hebr nkoo syrc thaa".split())


def name_of(tag: str) -> str:
    """Return the English name of a language by its tag; a tag without one stays as it is."""
    return _LANGUAGES.get(tag.partition("-")[0], tag)


def direction_of(tag: str) -> str:
    """Return ``rtl`` or ``ltr`` for a language tag; a script in the tag wins over the language."""
    parts = tag.lower().split("-")
    scripts = [part for part in parts[1:] if len(part) == 4 and part.isalpha()]  # noqa: PLR2004 - a script subtag
    if scripts:
        return "rtl" if scripts[0] in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if parts[0] in _RIGHT_TO_LEFT else "ltr"
