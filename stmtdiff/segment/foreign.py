"""Acts and recitals in languages other than English: word beginnings only, enough to tell an act from a description."""

from __future__ import annotations

import re
from functools import cache

# Per language: how recitals open, and how acts are worded (matched at the beginning of a word; in Chinese anywhere).
_RECITALS = {
    "fr": "rappelant réaffirmant considérant notant prenant constatant conscient préoccupé reconnaissant soulignant "
    "accueillant ayant agissant saluant exprimant estimant gravement profondément",
    "es": "recordando reafirmando considerando observando tomando consciente preocupad reconociendo subrayando acogiendo "
    "habiendo actuando expresando teniendo profundamente",
    "ru": "ссылаясь подтверждая учитывая отмечая принимая признавая подчеркивая будучи выражая приветствуя напоминая "
    "действуя сознавая руководствуясь",
    "zh": "鉴于 回顾 重申 注意到 铭记 深信 认识到 强调 意识到 确认 考虑到 念及",
    "ar": "إذ وإذ لما ولما",
    "fa": "با یادآوری با تاکید با توجه نظر به از آنجا",
}
_ACTS = {
    "fr": "condamn salu réaffirm demand exhort engage invit appel décid souligne exprim félicit regrett déplor convenu "
    "conviendr souten nous doit doivent doit",
    "es": "conden acog reafirm pide piden insta exhort invit decid subray expres felicit lament deplor acord apoy debe "
    "deben compromet",
    "ru": "призыва осужда подтвержда приветству подчеркива выража постановля просит требу настоятельно обязу согласи "
    "поддержива решил договорил намерен следует должн заявля отмечают",
    "zh": "呼吁 敦促 强调 重申 谴责 欢迎 决定 支持 赞赏 承诺 要求 请 反对 表示 主张 同意 应 将 必须 不得 愿",
    "ar": "ندعو يدعو تدعو نؤكد يؤكد تؤكد أكد أدان ندين يدين رحب نرحب يرحب قرر تقرر نلتزم يجب ينبغي نعرب أعرب حث نحث طالب",
    "fa": "تاکید تأکید محکوم استقبال درخواست متعهد ابراز حمایت تصمیم باید خواستار",
}


def opens_recital(text: str) -> bool:
    """Say whether a paragraph opens like a recital in one of the languages known here."""
    start = text.lstrip("*_[(« ").casefold()[:40]
    return any(start.startswith(opening) for opening in _openings())


def performs_abroad(text: str, language: str) -> bool | None:
    """Say whether a sentence of another language performs an act; None where its acts are not known."""
    pattern = _acts(language.partition("-")[0])
    return None if pattern is None else bool(pattern.search(text.casefold()))


@cache
def _openings() -> tuple[str, ...]:
    return tuple(word for words in _RECITALS.values() for word in words.split())


@cache
def _acts(language: str) -> re.Pattern[str] | None:
    words = _ACTS.get(language)
    if words is None:
        return None
    edge = "" if language == "zh" else r"(?<!\w)"
    return re.compile(f"{edge}(?:{'|'.join(map(re.escape, words.split()))})")
