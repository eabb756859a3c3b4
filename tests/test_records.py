"""The cheap records keep every promise of the standard ones."""

from __future__ import annotations

import copy
import dataclasses
import pickle

import pytest

from stmtdiff.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Buoy:
    """A record with a default."""

    name: str
    lights: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Rope:
    """A record with one field."""

    length: int


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """What the standard decorator makes of the same fields."""

    name: str
    lights: int = 1


def test_values_make_records_equal_and_hash_alike() -> None:
    assert Buoy(name="north") == Buoy(name="north", lights=1)
    assert hash(Buoy(name="north")) == hash(Buoy(name="north", lights=1))
    assert Buoy(name="north") != Buoy(name="north", lights=2)
    assert len({Rope(length=1), Rope(length=1), Rope(length=2)}) == 2
    other: object = Standard(name="north")
    assert Buoy(name="north") != other


def test_a_record_reads_like_the_standard_one() -> None:
    assert repr(Buoy(name="north")) == repr(Standard(name="north")).replace("Standard", "Buoy")
    assert [f.name for f in dataclasses.fields(Buoy)] == ["name", "lights"]
    assert Buoy.__slots__ == ("name", "lights")
    assert not hasattr(Buoy(name="north"), "__dict__")


def test_a_record_is_frozen() -> None:
    buoy = Buoy(name="north")
    with pytest.raises(dataclasses.FrozenInstanceError, match="name"):
        buoy.name = "south"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError, match="name"):
        del buoy.name
    with pytest.raises(AttributeError):
        buoy.colour = "red"  # type: ignore[attr-defined]


def test_fields_are_named_and_required_ones_must_be_given() -> None:
    with pytest.raises(TypeError, match="name"):
        Buoy(lights=2)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="positional"):
        Buoy("north")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="colour"):
        Buoy(name="north", colour="red")  # type: ignore[call-arg]


def test_records_can_be_changed_into_others_copied_and_pickled() -> None:
    assert dataclasses.replace(Buoy(name="north"), lights=3) == Buoy(name="north", lights=3)
    assert copy.deepcopy(Buoy(name="north")) == Buoy(name="north")
    assert pickle.loads(pickle.dumps(Buoy(name="north"))) == Buoy(name="north")  # noqa: S301 - made here


def test_other_options_are_refused() -> None:
    with pytest.raises(TypeError, match="standard decorator"):
        dataclass(frozen=False, slots=True, kw_only=True)
