"""The ready stories: which figures, in which order, answer which review; a reader may choose others instead."""

from __future__ import annotations

from typing import NamedTuple

from lsk_metrics.errors import NameUnknown
from lsk_metrics.indicators.reviews.step import Step, read
from lsk_metrics.indicators.status.targets import targets
from lsk_metrics.language import gettext as _

OWN = "own"
STORIES = ("s3", "board", "glance")

S3 = (
    "gerd_share_of_gdp,gerd_share_of_gdp;view=ranking,gerd_share_of_gdp;view=pace,business_rd_share_of_gdp"
    ",patents_per_million,regional_innovation_index,hrst_share,tertiary_attainment,hightech_employment_share"
    ",members,members_by_helix,members_by_town,investment_cumulative,startups_cumulative"
)
GLANCE = (
    "members,members_by_type,members_by_area,members_by_town,investment_by_kind,investment_by_year,startups_cumulative"
    ",startups_by_status,students_by_town"
)
CLUSTER = "members,investment_by_kind,startups_cumulative"


class Story(NamedTuple):
    """A ready choice of figures; targets: whether the status of every target belongs to it."""

    id: str
    title: str
    purpose: str
    steps: tuple[Step, ...]
    targets: bool = False


def stories(snapshot: str) -> list[Story]:
    """The ready stories in the language spoken; that of the board follows the targets which the snapshot holds."""
    return [
        Story(
            "s3", _("Smart specialisation review"), _("Where the region stands, and what the cluster adds"), read(S3)
        ),
        Story(
            "board",
            _("Board meeting"),
            _("Every target with its status, and the figures behind it"),
            (*to_targets(snapshot), *read(CLUSTER)),
            targets=True,
        ),
        Story(
            "glance",
            _("The cluster at a glance"),
            _("Who belongs to it, where it is, what it has brought"),
            read(GLANCE),
        ),
    ]


def story(name: str, snapshot: str) -> Story:
    """A ready story by its id; raises NameUnknown."""
    known = {each.id: each for each in stories(snapshot)}
    if name not in known:
        raise NameUnknown("story", name, known)
    return known[name]


def to_targets(snapshot: str) -> tuple[Step, ...]:
    """The way to each target, in the order of its table."""
    return tuple(Step(each.indicator, (("target", each.id),)) for each in targets(snapshot))
