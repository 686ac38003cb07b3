"""Where a click on a control leads, as an address."""

import pytest

from lsk_metrics.screen import steps
from lsk_metrics.screen.steps import Address, Step

AREAS = {"Healthcare": "health", "Science": "science"}
ONE = steps.of_one("year", {"2020": "2020", "2021": "2021"}, default="2021")
RESETS = steps.of_one("indicator", {"Patents": "patents"}, resets=("year", "from"))
SEVERAL = steps.of_several("areas", AREAS)
MARKS = steps.of_marks("areas", ["health", "science", "drugs"], {"life": ("health", "drugs")})
CHIPS = steps.of_chips({"areas": ["health", "science"], "towns": ["kr"]})


@pytest.mark.parametrize(
    ("step", "what", "said", "leads"),
    [
        (ONE, "2020", {"lang": "pl"}, {"lang": "pl", "year": "2020"}),
        (ONE, "2021", {"lang": "pl", "year": "2020"}, {"lang": "pl"}),
        (ONE, "1066", {}, None),
        (RESETS, "Patents", {"year": "2020", "from": "2010", "to": "2015"}, {"to": "2015", "indicator": "patents"}),
        (SEVERAL, "Healthcare", {}, {"areas": "health"}),
        (SEVERAL, "Healthcare", {"areas": "science"}, {"areas": "science,health"}),
        (SEVERAL, "Healthcare", {"areas": "health,science", "lang": "en"}, {"areas": "science", "lang": "en"}),
        (SEVERAL, "Healthcare", {"areas": "health"}, {}),
        (SEVERAL, "", {"areas": "health"}, None),
        (MARKS, "health", {}, {"areas": "health"}),
        (MARKS, "health", {"areas": "science"}, {"areas": "health"}),
        (MARKS, "health", {"areas": "science,health"}, {"areas": "science"}),
        (MARKS, "life", {"areas": "science"}, {"areas": "health,drugs"}),
        (MARKS, "life", {"areas": "drugs,science,health"}, {"areas": "science"}),
        (MARKS, "elsewhere", {}, None),
        (
            CHIPS,
            "Healthcare ×",
            {"areas": "health,drugs", "towns": "kr", "lang": "en"},
            {"areas": "drugs", "lang": "en"},
        ),
    ],
)
def test_a_step_leads_from_one_address_to_another(step: Step, what: str, said: Address, leads: Address | None) -> None:
    before = dict(said)
    assert step(what, said) == leads
    assert said == before, "the address of before is left as it was"


def test_all_that_one_click_leads_to_is_known_in_the_order_of_the_controls() -> None:
    found = steps.all_from([SEVERAL, MARKS, CHIPS], {"areas": "science", "lang": "en"})
    assert [each.get("areas") for each in found] == ["science,health", None, "health", "drugs", "health,drugs"]
    assert {each["lang"] for each in found} == {"en"}


def test_a_click_that_changes_nothing_leads_nowhere() -> None:
    assert steps.all_from([ONE], {"year": "2020"}) == [{}]
    assert steps.all_from([CHIPS], {"year": "2020"}) == []
