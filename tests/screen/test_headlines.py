"""Large figures: the number is large, the unit after it smaller, whatever side of the number a language writes it."""

import pytest

from lsk_metrics.screen.headlines import large


@pytest.mark.parametrize(
    ("value", "html"),
    [
        ("> €207m", "&gt; €207m"),
        ("> 207\N{NO-BREAK SPACE}mln euro", '&gt; 207<span class="unit">\N{NO-BREAK SPACE}mln euro</span>'),
        ("95", "95"),
        ("22\N{NO-BREAK SPACE}000", "22\N{NO-BREAK SPACE}000"),
        ("10%", "10%"),
        ("1.2 points", '1.2<span class="unit"> points</span>'),
    ],
)
def test_only_a_unit_after_the_number_is_smaller(value: str, html: str) -> None:
    assert large(value) == html
