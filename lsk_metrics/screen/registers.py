"""Registers on a page: what was said in public, where figures come from, what was checked, what was published."""

from collections.abc import Iterable
from functools import lru_cache

import streamlit as st

from lsk_metrics.indicators import records
from lsk_metrics.indicators.kinds import kind_name, meanings
from lsk_metrics.indicators.records import Claim
from lsk_metrics.language import gettext as _
from lsk_metrics.language import ngettext, pick, spoken
from lsk_metrics.screen import filters, reader, tables
from lsk_metrics.screen.words import badges, link, plain


def topics() -> dict[str, str]:
    """Topics of the claims register, in reading order."""
    return {
        "members": _("The cluster and its members"),
        "investment": _("Investment"),
        "startups": _("Start-ups"),
        "status": _("Status and labels"),
        "park": _("Technology park"),
        "ecosystem": _("Ecosystem"),
        "network": _("Partners and networks"),
        "region": _("The region"),
        "horizon": _("Horizon 2020 and Horizon Europe"),
    }


def summary() -> None:
    """How many claims there are, how many are checked, and how many of those agree."""
    claims = records.claims(reader.snapshot())
    checked = [claim for claim in claims if is_checked(claim)]
    agree = sum(bool(claim.agrees) for claim in checked)
    st.markdown(
        " ".join(
            [
                plain(
                    ngettext("{n} published statement.", "{n} published statements.", len(claims)).format(n=len(claims))
                ),
                plain(
                    ngettext("{n} is held against the data,", "{n} are held against the data,", len(checked)).format(
                        n=len(checked)
                    )
                ),
                plain(ngettext("{n} of them agrees.", "{n} of them agree.", agree).format(n=agree)),
            ]
        )
    )


def claims(topic: str) -> None:
    """Every claim of a topic: what was said, when and by whom, and what its check found."""
    found = [claim for claim in records.claims(reader.snapshot()) if claim.topic == topic]
    st.subheader(plain(topics()[topic]), anchor=f"claims-{topic}")
    tables.of_rows([line(claim) for claim in found], alt=topics()[topic])


def line(claim: Claim) -> dict[str, str]:
    said = plain(claim.text())
    if claim.warning():
        said += f" :gray[{plain(claim.warning())}]"
    return {
        _("Statement"): said,
        _("Date"): plain(claim.dated()),
        _("Source"): link(pick(claim.source.producer, claim.source.producer_pl), claim.source.url),
        _("Check"): check(claim),
    }


def is_checked(claim: Claim) -> bool:
    """Whether a claim's check is shown: one that rests on the sample goes when the sample is hidden."""
    return claim.agrees is not None and not (claim.basis == "illustrative" and filters.kinds())


def check(claim: Claim) -> str:
    """Whether a claim holds, in a word and with what was found."""
    if not is_checked(claim):
        return _("no check")
    badge = f":green-badge[{_('agrees')}]" if claim.agrees else f":orange-badge[{_('differs')}]"
    return f"{badge} {plain(claim.verdict())}"


def statements(names: Iterable[str]) -> None:
    """Some claims as a plain list, each with its date and source."""
    snapshot = reader.snapshot()
    for name in names:
        claim = records.claim(name, snapshot)
        source = link(pick(claim.source.producer, claim.source.producer_pl), claim.source.url)
        warning = f" {plain(claim.warning())}" if claim.warning() else ""
        st.markdown(f"- {plain(claim.text())} :gray[:small[{plain(claim.dated())}, {source}.{warning}]]")


def sources() -> None:
    """The card of each source."""
    rows = [
        {
            _("Source"): link(f"{pick(card.producer, card.producer_pl)}: {pick(card.title, card.title_pl)}", card.url),
            _("Kind"): badges([card.kind]),
            _("Dates"): plain(card.history()),
            _("Licence"): plain(card.licence),
            _("Note"): plain(pick(card.note or "", card.note_pl)) or "–",
        }
        for card in records.source_cards(reader.snapshot())
    ]
    tables.of_rows(rows, alt=_("Source cards"))


def rules() -> None:
    """The rules the snapshot has passed."""
    rows = [
        {_("Rule"): plain(_(rule["reason"])), _("File"): f"`{rule['name']}.sql`", _("Result"): _("passed")}
        for rule in records.rules(reader.snapshot())
    ]
    tables.of_rows(rows, alt=_("Rules"))


def partners() -> None:
    """Partner regions, each with the statistical region that stands in for it."""
    tables.of_words(of_partners(reader.snapshot(), spoken()), alt=_("Partner regions"))


@lru_cache(maxsize=8)
def of_partners(snapshot: str, _language: str) -> list[dict[str, str]]:
    return [
        {
            _("Partner region"): each["partner"],
            _("Statistical region"): each["region"] + (f" ({each['proxy']})" if each["proxy"] else ""),
            _("Code"): each["codes"],
        }
        for each in records.partners(snapshot)
    ]


def value_chains() -> None:
    """Value chains side by side, each with its segments."""
    chains = records.value_chains(reader.snapshot())
    for column, (name, segments) in zip(st.columns(len(chains), gap="large"), chains, strict=True):
        with column:
            st.markdown(f"**{plain(name)}**")
            st.markdown("\n".join(f"- {plain(segment)}" for segment in segments))


def areas() -> None:
    """Areas of interest with the group of the helix each belongs to."""
    rows = [
        {
            _("Area of interest"): plain(each["name"]),
            _("Code"): plain(each["code"]),
            _("Group of the helix"): plain(each["helix"]),
        }
        for each in records.areas(reader.snapshot())
    ]
    tables.of_rows(rows, alt=_("Areas of interest"))


def kinds_explained() -> None:
    """What the badges mean."""
    rows = [{_("Badge"): badges([kind]), _("Meaning"): plain(words)} for kind, words in meanings().items()]
    tables.of_rows(rows, alt=", ".join(kind_name(kind) for kind in meanings()))
