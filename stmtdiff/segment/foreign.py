"""Acts and recitals in languages other than English: beginnings of words, enough to tell an act from a description."""

from __future__ import annotations

import re
from functools import cache

# How recitals open: whole words.
_RECITALS = {
    "fr": "rappelant réaffirmant considérant notant prenant constatant conscient préoccupé préoccupée reconnaissant "
    "soulignant accueillant ayant agissant saluant exprimant estimant",
    "es": "recordando reafirmando considerando observando tomando consciente preocupado preocupada reconociendo "
    "subrayando acogiendo habiendo actuando expresando teniendo",
    "ru": "ссылаясь подтверждая учитывая отмечая принимая признавая подчеркивая будучи выражая приветствуя напоминая "
    "действуя сознавая руководствуясь",
    "ar": "إذ وإذ لما ولما",
}
_CHINESE_RECITALS = ("鉴于", "回顾", "注意到", "铭记", "深信", "认识到", "意识到", "考虑到", "念及")
# How acts are worded: beginnings of words, in Chinese anywhere.
_ACTS = {
    "fr": "condamn salu réaffirm demand exhort engage invit appel décid souligne exprim félicit regrett déplor "
    "convenu conviendr souten doit doivent",
    "es": "conden acog reafirm pide piden insta exhort invit decid subray expres felicit lament deplor acord apoy "
    "debe deben compromet",
    "ru": "призыва осужда подтвержда приветству подчеркива выража постановля просит требу настоятельно обязу согласи "
    "поддержива решил договорил намерен следует должн заявля отмечают",
    "zh": "呼吁 敦促 强调 重申 谴责 欢迎 决定 支持 赞赏 承诺 要求 请 反对 表示 主张 同意 应 将 必须 不得 愿",
    "ar": "ندعو يدعو تدعو نؤكد يؤكد تؤكد أكد أدان ندين يدين رحب نرحب يرحب قرر تقرر نلتزم يجب ينبغي نعرب أعرب حث "
    "نحث طالب",
    "fa": "تاکید تأکید محکوم استقبال درخواست متعهد ابراز حمایت تصمیم باید خواستار",
}
_FIRST_WORD = re.compile(r"[*_\[(«\s]*(\w+)")


def opens_recital(text: str) -> bool:
    """Say whether a paragraph opens like a recital in one of the languages known here."""
    match = _FIRST_WORD.match(text)
    if not match:
        return False
    return match[1].casefold() in _recital_words() or match[1].startswith(_CHINESE_RECITALS)


def performs_abroad(text: str, language: str) -> bool:
    """Say whether a sentence of another language performs an act; never where its acts are not known."""
    pattern = _acts(language.partition("-")[0])
    return bool(pattern and pattern.search(text.casefold()))


@cache
def _recital_words() -> frozenset[str]:
    return frozenset(word for words in _RECITALS.values() for word in words.split())


@cache
def _acts(language: str) -> re.Pattern[str] | None:
    words = _ACTS.get(language)
    if words is None:
        return None
    edge = "" if language == "zh" else r"(?<!\w)"
    return re.compile(f"{edge}(?:{'|'.join(map(re.escape, words.split()))})")
