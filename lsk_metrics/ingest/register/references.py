"""What tables of the register say about each other: who leads an investment, and what would have no leader left."""

from collections.abc import Iterator, Sequence

from lsk_metrics.ingest.register.headings import Header
from lsk_metrics.ingest.register.lists import Lists
from lsk_metrics.ingest.register.problems import Place, Problem, problem
from lsk_metrics.ingest.register.schema import TABLES, Field, Table
from lsk_metrics.warehouse.draft import Text

FOREVER = "9999"


def by_sample(field: Field, lists: Lists) -> bool:
    """Whether a column refers to a table of the register that is not the foundation's own yet."""
    if field.refers_to not in TABLES:
        return False
    card = lists.card(field.refers_to)
    return card is None or card.kind != "register"


def offences(
    rows: Sequence[Text], lines: Sequence[int], header: Header, table: Table, lists: Lists
) -> Iterator[Problem]:
    """What stands against the rows in other tables; lines are the rows' numbers in the file."""
    if any(by_sample(field, lists) for field in table.fields):
        yield problem("members_first", Place())
    elif table.name == "investments":
        members = {str(row["id"]): row for row in lists.rows("members")}
        at = header.places.get("year")
        for row, line in zip(rows, lines, strict=True):
            if at is not None and row["lead_member"] and (leader := members.get(row["lead_member"])):
                yield from outside(row, leader, header.place(line, at))
    elif table.name == "members":
        card = lists.card("investments")
        known = {str(row["id"]): row for row in rows}
        for investment in lists.rows("investments") if card and card.kind == "register" else []:
            leader = known.get(str(investment["lead_member"]))
            if leader is None:
                yield problem("led_by_nobody", Place(), investment=investment["id"], member=investment["lead_member"])
            else:
                yield from outside(investment, leader, Place())


def outside(investment: Text, leader: Text, place: Place) -> Iterator[Problem]:
    """An investment that began before its leader joined or after it left."""
    joined, left = leader["joined"], leader["left"]
    year = investment["year"]
    if year is None or joined is None or joined[:4] <= year <= (left or FOREVER)[:4]:
        return
    span = f"from {joined} to {left}" if left else f"from {joined} on"
    span_pl = f"od {joined} do {left}" if left else f"od {joined}"
    yield problem(
        "led_outside",
        place,
        year,
        investment=investment["id"],
        year=year,
        member=leader["id"],
        span=span,
        span_pl=span_pl,
    )
