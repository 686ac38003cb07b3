"""What lies behind a picture: its table, a download and the query, computed once a reader opens them."""

from collections.abc import Sequence

import streamlit as st

from lsk_metrics.indicators import Answer
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import reader, tables, takeaway
from lsk_metrics.screen.words import plain


@reader.alone
def behind(found: Answer, caveats: Sequence[str] = ()) -> None:
    """A closed box under the picture. Opening it runs this part again and nothing else of the page.

    Caveats are those that stand above on the page already, said again beside the table.
    """
    box = st.expander(_("Table, download and query"), key=f"more_{found.key}", on_change="rerun")
    if box.open:
        with box:
            details(found, caveats)


def details(found: Answer, caveats: Sequence[str] = ()) -> None:
    tables.of_answer(found)
    if caveats:
        st.caption("  \n".join(map(plain, caveats)))
    takeaway.choices(found)
    st.caption(_("How it is computed, in snapshot {snapshot}:").format(snapshot=found.snapshot))
    st.code(found.sql, language="sql", wrap_lines=True)
