"""The tables a reader can ask, as the schema describes them."""

import streamlit as st

from lsk_metrics.indicators import queries
from lsk_metrics.indicators.queries import Table
from lsk_metrics.language import gettext as _
from lsk_metrics.language import ngettext, number
from lsk_metrics.screen import address, reader, tables
from lsk_metrics.screen.asking import take
from lsk_metrics.screen.words import plain


def browse() -> None:
    """One table with its columns, chosen from a list, and all of them at a glance."""
    known = {table.name: table for table in queries.tables(reader.snapshot())}
    st.header(_("What can be asked"))
    with st.expander(_("All tables and views"), key="ask_tables"):
        rows = [
            {_("Table"): f"`{each.name}`", _("What it holds"): plain(each.comment), _("Rows"): size(each)}
            for each in known.values()
        ]
        tables.of_rows(rows, alt=_("All tables and views"))
    usual = "members" if "members" in known else next(iter(known))
    first = address.recall("table", list(known), usual)
    name = st.selectbox(_("Table"), list(known), index=first, key="table")
    address.write("table", list(known), usual)
    chosen = known[name]
    st.markdown(plain(chosen.comment))
    st.button(_("Show its first rows"), key="ask_peek", on_click=take, args=(f'FROM "{name}"\nLIMIT 100',))
    rows = [{_("Column"): f"`{each.name}`", _("Type"): f"`{each.type}`"} for each in chosen.columns]
    if any(each.comment for each in chosen.columns):
        rows = [
            row | {_("Meaning"): plain(each.comment) or "–"} for row, each in zip(rows, chosen.columns, strict=True)
        ]
    tables.of_rows(rows, alt=_("Columns of {name}").format(name=name))


def size(table: Table) -> str:
    """How many rows a table has; a view has none of its own."""
    if table.rows is None:
        return _("a view")
    return plain(ngettext("{n} row", "{n} rows", table.rows).format(n=number(table.rows)))
