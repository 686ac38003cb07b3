"""What a client would rather have: the headers Accept and Accept-Language, held against what there is."""

from collections.abc import Sequence


def preferred(header: str, offered: Sequence[str], alike: bool = True) -> str | None:
    """The offer that a header likes best, of equal ones the first; None where it takes none of them.

    Offers are media types, or languages (`alike` false): a language is also taken by one of its regions, pl-PL by pl.
    """
    if not header.strip():
        return offered[0]
    wishes = [wish(part) for part in header.split(",") if part.strip()]
    liked = [(liking(offer, wishes, alike), -at) for at, offer in enumerate(offered)]
    best = max(liked)
    return offered[-best[1]] if best[0] > 0 else None


def wish(part: str) -> tuple[str, float]:
    """A range and how much it is wanted, from 0 to 1; what cannot be read counts as 0."""
    named, *rest = (each.strip().lower() for each in part.split(";"))
    amount = next((each[2:] for each in rest if each.startswith("q=")), "1")
    try:
        weight = float(amount)
    except ValueError:
        weight = 0.0
    return named, min(max(weight, 0.0), 1.0)


def liking(offer: str, wishes: list[tuple[str, float]], alike: bool) -> float:
    """How much the narrowest range that meets an offer wants it."""
    group = offer.partition("/")[0] + "/*"
    for test in (
        lambda named: named == offer if alike else named.partition("-")[0] == offer,
        lambda named: alike and named == group,
        lambda named: named in ("*", "*/*"),
    ):
        found = [weight for named, weight in wishes if test(named)]
        if found:
            return max(found)
    return 0.0
