"""LSK Metrics: a dashboard of regional innovation indicators in which no number comes without its origin."""

__version__ = "0.1.0"
