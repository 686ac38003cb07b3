"""Themes: the few fields that indicators belong to, each with its name as a reader says it."""

from lsk_metrics.language import gettext as _

THEMES = ("cluster", "investment", "startups", "research", "projects", "economy", "people", "education", "comparison")


def names() -> dict[str, str]:
    """Every theme a passport may name, in the order readers expect; no indicator is of the last, only methods are."""
    return {
        "cluster": _("Cluster and its members"),
        "investment": _("Investment"),
        "startups": _("Start-ups"),
        "research": _("Research and innovation"),
        "projects": _("European projects"),
        "economy": _("Economy and wages"),
        "people": _("People and labour"),
        "education": _("Education"),
        "comparison": _("Comparison of regions"),
    }
