"""The accessibility statement, after the model of Implementing Decision (EU) 2018/1523: its parts in their order."""

import os

import streamlit as st

from lsk_metrics.language import gettext as _
from lsk_metrics.screen.words import plain, verbatim

OPERATOR, CONTACT = "LSK_OPERATOR", "LSK_CONTACT"
PREPARED = "2026-11-21"


def lead() -> None:
    """Who undertakes it, for what, under which law."""
    operator = os.environ.get(OPERATOR, "").strip()
    who = _(
        "{operator} undertakes to make this dashboard accessible, in accordance with the Act of 4 April 2019 on the "
        "digital accessibility of websites and mobile applications of public entities."
    )
    unnamed = _(
        "Whoever runs this installation has not yet been named in it. Until then this is the makers' own account; "
        "it becomes the statement of a public entity once the entity is named (settings {operator} and {contact})."
    )
    if operator:
        st.markdown(plain(who.format(operator=operator)))
    else:
        st.markdown(plain(unnamed.format(operator=OPERATOR, contact=CONTACT)))
    st.markdown(
        plain(_("The statement applies to the pages of this dashboard, its show, and the files made from them."))
    )


def status() -> None:
    """How far it conforms, and with what."""
    st.header(_("Compliance status"), anchor="a11y-status")
    st.markdown(
        plain(
            _(
                "The dashboard is partially compliant with EN 301 549 and the Web Content Accessibility Guidelines "
                "(WCAG) 2.1, level AA, owing to the shortcomings listed below."
            )
        )
    )


def shortcomings() -> None:
    """What is known to fall short; nothing is claimed to be a disproportionate burden."""
    st.header(_("Content that is not accessible"), anchor="a11y-shortcomings")
    st.subheader(_("Not compliant"))
    found = [
        _(
            "A figure that was made interactive by “Interactive chart” can be read with a mouse alone. The same figure "
            "stands there before as a picture with its sentence, and its numbers as a table."
        ),
        _(
            "The map can be moved with the mouse; with keys only as far as the browser allows. Each place can be "
            "chosen from a list as well, and the map's sentence and table say what it shows."
        ),
        _(
            "The large table of answers on the page “Ask the tables” is drawn as one picture. The same rows can be "
            "taken away as CSV."
        ),
        _("Headings on most pages go from the first level to the third."),
        _(
            "A few words of the underlying program, Streamlit, are in English on Polish pages too, such as those of "
            "the button that chooses a file."
        ),
        _("In the PDF the first cell of a row is not marked as its heading."),
    ]
    st.markdown("\n".join(f"- {plain(each)}" for each in found))
    st.subheader(_("Not known"))
    st.markdown(
        plain(
            _(
                "It was not tried with people who rely on assistive technology, nor with a screen reader by ear. "
                "The slides were not tried with PowerPoint's own checker, the PDF not with veraPDF."
            )
        )
    )
    st.subheader(_("Disproportionate burden, and content outside the law"))
    st.markdown(plain(_("Nothing is left out for either reason.")))


def preparation() -> None:
    """When it was written and from what."""
    st.header(_("Preparation of this statement"), anchor="a11y-data-sporzadzenie")
    st.markdown(
        plain(
            _(
                "It was prepared on {day}, from an assessment by the makers themselves: axe-core finds nothing "
                "serious on any page in either language, light or dark, from 320 to 1920 pixels wide and at 200% zoom; "
                "tasks of each kind of reader are done by keys alone; contrast and colour blindness are calculated. "
                "These are tests, and are run again with every change."
            ).format(day=_("21 November 2026"))
        )
    )


def contact() -> None:
    """To whom a reader turns first."""
    st.header(_("Feedback and contact"), anchor="a11y-kontakt")
    told = os.environ.get(CONTACT, "").strip()
    if told:
        st.markdown(
            plain(_("Tell of a barrier, or ask for what you cannot read in another form, here:")) + f" {verbatim(told)}"
        )
    else:
        st.markdown(
            plain(
                _(
                    "Tell whoever gave you the address of this dashboard; a contact has not been entered yet "
                    "(setting {contact})."
                ).format(contact=CONTACT)
            )
        )
    st.markdown(
        plain(
            _(
                "Say which page it is and what stands in the way, and in which form you would like the content. An "
                "answer is due at once, at the latest within 7 days; where that is not enough, you are told when, "
                "within 2 months at most."
            )
        )
    )


def enforcement() -> None:
    """What remains where the answer does not satisfy."""
    st.header(_("Enforcement"), anchor="a11y-procedura")
    st.markdown(
        plain(
            _(
                "If accessibility is refused, or comes late, you can complain to the public entity that runs the "
                "dashboard, and after that to the Commissioner for Human Rights (Rzecznik Praw Obywatelskich)."
            )
        )
    )
    st.link_button(_("The Commissioner's website"), "https://bip.brpo.gov.pl/")


def helps() -> None:
    """What is there for readers who need it, beyond what the law asks."""
    st.header(_("What helps"), anchor="help")
    found = [
        _("Each figure has a sentence that says what it shows, and a table with all its numbers."),
        _("Everything can be chosen by keys; what has the focus can be seen."),
        _("What a choice has changed is said aloud by a screen reader."),
        _("Light and dark grounds follow the system, and so does the wish for little motion."),
        _("Kinds of figures differ by words and shapes, not by colour alone."),
        _("The review can be had as a PDF with tags, as a page without scripts, as slides and as a workbook."),
    ]
    st.markdown("\n".join(f"- {plain(each)}" for each in found))
