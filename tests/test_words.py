# ruff: noqa: S311 - seeded chance makes texts
"""Word edits: the laws, the reader's eye, and the cost of texts made to hurt."""

from __future__ import annotations

import random
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stmtdiff.model import Edit, Op
from stmtdiff.words import between, engine, word_edits
from stmtdiff.words.exchange import exchanges
from stmtdiff.words.kept import kept_stretches

# Few words, so that they repeat, and the marks, spaces and scripts that could be cut wrongly.
_PIECES = [
    "the",
    "of",
    "and",
    "States",
    "urges",
    "90",
    "1-1/2",
    ",",
    ".",
    " ",
    "  ",
    "\n",
    "\u00a0",
    "各方",
    "重申",
    "سلام",
    "e\u0301",
]
_texts = st.lists(st.sampled_from([*_PIECES, " the ", " of ", " "]), max_size=40).map("".join)
_any_text = st.text(max_size=60)
_pairs = st.one_of(st.tuples(_texts, _texts), st.tuples(_any_text, _any_text))


def marked(edits: tuple[Edit, ...]) -> str:
    shape = {Op.KEEP: "{}", Op.STRIKE: "[-{}-]", Op.INSERT: "{{+{}+}}"}
    return "".join(shape[op].format(text) for op, text in edits)


@given(_pairs)
def test_kept_and_struck_rebuild_the_old_text_kept_and_inserted_the_new(pair: tuple[str, str]) -> None:
    old, new = pair
    edits = word_edits(old, new)
    assert "".join(text for op, text in edits if op is not Op.INSERT) == old
    assert "".join(text for op, text in edits if op is not Op.STRIKE) == new


@given(_pairs)
def test_pieces_are_never_empty_and_neighbours_never_do_the_same(pair: tuple[str, str]) -> None:
    edits = word_edits(*pair)
    assert all(text for _, text in edits)
    following = {(left, right) for (left, _), (right, _) in pairwise(edits)}
    assert following <= {
        (Op.KEEP, Op.STRIKE),
        (Op.KEEP, Op.INSERT),
        (Op.STRIKE, Op.INSERT),
        (Op.STRIKE, Op.KEEP),
        (Op.INSERT, Op.KEEP),
    }


@given(_any_text)
def test_a_text_against_itself_is_one_kept_piece(text: str) -> None:
    assert word_edits(text, text) == (((Op.KEEP, text),) if text else ())


@given(_pairs)
def test_swapping_the_texts_mirrors_the_edits(pair: tuple[str, str]) -> None:
    old, new = pair
    there, back = word_edits(old, new), word_edits(new, old)
    assert [text for op, text in there if op is Op.STRIKE] == [text for op, text in back if op is Op.INSERT]
    assert [text for op, text in there if op is Op.INSERT] == [text for op, text in back if op is Op.STRIKE]
    assert [text for op, text in there if op is Op.KEEP] == [text for op, text in back if op is Op.KEEP]


@given(_pairs)
def test_the_twin_in_c_gives_the_same_edits(pair: tuple[str, str]) -> None:
    pytest.importorskip("fast_diff_match_patch", reason="the fast extra is not installed")
    assert edits_with(engine.fast_engine(), *pair) == edits_with(engine.python_engine(), *pair)


def edits_with(run: engine.Engine, old: str, new: str) -> tuple[Edit, ...]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "_engine", lambda: run)
        return word_edits(old, new)


@pytest.mark.parametrize("seed", range(20))
def test_the_twin_agrees_where_the_engine_decides_alone(seed: int) -> None:
    pytest.importorskip("fast_diff_match_patch", reason="the fast extra is not installed")
    chance = random.Random(seed)
    old, new = (" ".join(chance.choices("abcd", k=chance.randint(20, 180))) for _ in range(2))
    assert edits_with(engine.fast_engine(), old, new) == edits_with(engine.python_engine(), old, new)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "We call on all parties.", "We urge all parties.", "We [-call on-]{+urge+} all parties.", id="verb"
        ),
        pytest.param("They met, and left.", "They met and left.", "They met[-,-] and left.", id="comma"),
        pytest.param("Reports due by June.", "Reports due.", "Reports due[- by June-].", id="space-goes-with-tail"),
        pytest.param("A firm and clear wish.", "A firm wish.", "A firm [-and clear -]wish.", id="one-space-stays"),
        pytest.param(
            "up to 1-1/2 percent", "up to 2-1/4 percent", "up to [-1-1/2-]{+2-1/4+} percent", id="number-whole"
        ),
        pytest.param("in 2,500 cases", "in 2,700 cases", "in [-2,500-]{+2,700+} cases", id="thousands-whole"),
        pytest.param("各方重申支持。", "各方再次重申支持。", "各方{+再次+}重申支持。", id="chinese-by-character"),
        pytest.param(
            "talks with the parties",
            "talks with the donors and the parties",
            "talks with {+the donors and +}the parties",
            id="ends-before-an-article",
        ),
        pytest.param(
            "ask envoys and judges to act",
            "ask envoys and clerks and judges to act",
            "ask envoys {+and clerks +}and judges to act",
            id="starts-at-a-conjunction",
        ),
        pytest.param(
            "Ministers of Arcadia thank the host.",
            "Leaders of Bohemia thank the host.",
            "[-Ministers of Arcadia-]{+Leaders of Bohemia+} thank the host.",
            id="no-island-of-one-small-word",
        ),
        pytest.param(
            "Ministers repeated their resolve to end hunger.",
            "Leaders repeated their promise to end hunger.",
            "[-Ministers-]{+Leaders+} repeated their [-resolve-]{+promise+} to end hunger.",
            id="real-words-stay",
        ),
        pytest.param(
            "under resolution 9001 (2101) as amended",
            "under resolution 9002 (2102) as amended",
            "under resolution [-9001 (2101)-]{+9002 (2102)+} as amended",
            id="brackets-stay-whole",
        ),
        pytest.param("one two", "three", "[-one two-]{+three+}", id="nothing-shared"),
        pytest.param("a\nb", "a b", "a[-\n-]{+ +}b", id="line-feed-against-space"),
        pytest.param("", "new", "{+new+}", id="from-nothing"),
        pytest.param("old", "", "[-old-]", id="to-nothing"),
    ],
)
def test_edits_begin_and_end_where_a_person_would_put_the_pencil(old: str, new: str, expected: str) -> None:
    assert marked(word_edits(old, new)) == expected


def test_a_moved_phrase_leaves_the_longer_one_in_place() -> None:
    edits = word_edits(
        "By May, the panel shall report on all its visits.", "The panel shall report on all its visits by May."
    )
    assert any(op is Op.KEEP and "panel shall report on all its visits" in text for op, text in edits)


@pytest.mark.parametrize("vocabulary", [["yes", "no"], ["yes", "no", "maybe", "never"]])
def test_a_long_text_of_few_words_stays_within_the_budget(vocabulary: list[str]) -> None:
    chance = random.Random(7)
    old, new = (" ".join(chance.choices(vocabulary, k=2000)) for _ in range(2))
    word_edits("warm up", "warmed up")
    started = perf_counter()
    edits = word_edits(old, new)
    assert perf_counter() - started < 0.25  # some 20 ms on a quiet machine; quadratic would be seconds
    assert "".join(text for op, text in edits if op is not Op.INSERT) == old


def test_a_few_edits_in_a_long_text_of_few_words_are_still_found() -> None:
    chance = random.Random(3)
    tokens = chance.choices(["yes", "no"], k=2000)
    changed = [*tokens[:400], "perhaps", *tokens[400:1500], "certainly", *tokens[1501:]]
    edits = word_edits(" ".join(tokens), " ".join(changed))
    assert sum(len(text) for op, text in edits if op is not Op.KEEP) < 100


def test_ten_thousand_words_with_scattered_edits_stay_fast() -> None:
    chance = random.Random(11)
    tokens = [f"word{chance.randrange(3000)}" for _ in range(10_000)]
    changed = [("other" if chance.random() < 0.05 else token) for token in tokens]
    started = perf_counter()
    edits = word_edits(" ".join(tokens), " ".join(changed))
    assert perf_counter() - started < 1.0
    assert sum(op is Op.INSERT for op, _ in edits) > 300


# Words of which most repeat, so that an exchanged word often stands elsewhere too.
_word = st.sampled_from(["the", "of", "and", "States", "urges", "90", "1,000", "term9", "(sic)", "on,"])
_places = st.lists(st.tuples(_word, _word, st.sampled_from([False, False, True])), min_size=1, max_size=30)


@given(_places)
def test_exchanges_found_without_a_search_are_what_a_search_finds_or_keep_more(
    places: list[tuple[str, str, bool]],
) -> None:
    old, new = " ".join(a for a, _, _ in places), " ".join(b if other else a for a, b, other in places)
    found = exchanges(old, new) if old != new else None
    if found is not None:
        searched = between(old, new, kept_stretches(old, new))
        kept, kept_by_search = (sum(len(piece.split()) for piece in keeps) for keeps, _ in (found, searched))
        assert kept > kept_by_search or found == searched


def test_many_exchanges_in_place_are_found_without_a_search() -> None:
    words = [f"w{n}" for n in range(300)]
    other = [f"x{n}" if n % 3 else word for n, word in enumerate(words)]
    assert exchanges(" ".join(words), " ".join(other)) is not None
