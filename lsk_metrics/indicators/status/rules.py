"""The published rules a status is told by: few, named, with a version each; nothing else decides."""

from dataclasses import dataclass

from lsk_metrics.errors import NameUnknown
from lsk_metrics.language import gettext as _
from lsk_metrics.language import number

USUAL = "R2"
# The part of what is needed that still counts as “at risk”; less is “off track”.
AT_RISK = 0.75


@dataclass(frozen=True)
class Rule:
    """By what a target is judged: its path, or the pace of so many years (0: of all years since the baseline).

    figures is how many the series must have in the years that are looked at. A change of any of these, or of AT_RISK,
    is another version.
    """

    id: str
    version: int
    path: bool
    years: int
    figures: int


RULES = {
    each.id: each
    for each in (
        Rule("R1", version=1, path=True, years=0, figures=2),
        Rule("R2", version=1, path=False, years=3, figures=3),
        Rule("R3", version=1, path=False, years=0, figures=2),
    )
}
STATES = ("reached", "on_track", "at_risk", "off_track", "not_said")
# What a board should look at first.
BY_NEED = ("off_track", "at_risk", "not_said", "on_track", "reached")
ATTENTION = ("off_track", "at_risk")


def rule(name: str) -> Rule:
    """A rule by its name, the usual one for an empty name; raises NameUnknown."""
    if (name or USUAL) not in RULES:
        raise NameUnknown("rule", name, RULES)
    return RULES[name or USUAL]


def state_name(state: str) -> str:
    """A status in words, as it stands before the reason."""
    return {
        "reached": _("Reached"),
        "on_track": _("On track"),
        "at_risk": _("At risk"),
        "off_track": _("Off track"),
        "not_said": _("Not said"),
    }[state]


def rule_name(found: Rule) -> str:
    """What a rule is called."""
    return {
        "R1": _("Path from the baseline"),
        "R2": _("Pace of the last three years"),
        "R3": _("Pace since the baseline"),
    }[found.id]


def rule_words(found: Rule) -> str:
    """A rule whole, as it is published."""
    words = {
        "R1": _(
            "Held against the straight lines from the baseline over the milestones to the target: on track where the "
            "latest figure has covered at least as much of the way as the path asks for in its year, at risk where at "
            "least {part}% of that, off track below."
        ),
        "R2": _(
            "The yearly change needed from the latest figure to the target, held against the mean yearly change of the "
            "three years up to the latest figure, in which at least three figures are needed: on track where the past "
            "pace is at least the pace needed, at risk where it is at least {part}% of it, off track below."
        ),
        "R3": _(
            "The yearly change needed from the latest figure to the target, held against the mean yearly change since "
            "the baseline; for series with gaps. On track where the past pace is at least the pace needed, at risk "
            "where it is at least {part}% of it, off track below."
        ),
    }
    return words[found.id].format(part=number(100 * AT_RISK))


def common_words() -> str:
    """What holds under every rule."""
    return _(
        "Under every rule a target is reached where the latest figure is as good as the target or better. Nothing is "
        "said where there is no figure, none for the baseline year, a break in the series after the baseline, too few "
        "figures, or where the target year is past and the target was not reached. Where less is better, falling "
        "counts as rising. A target of the register is judged by published and register figures alone, an illustrative "
        "one by the sample where nothing else can tell."
    )


def usual_words() -> str:
    """Which rule is taken where a target names none."""
    return _("A target that names no rule is judged by {rule}.").format(rule=USUAL)
