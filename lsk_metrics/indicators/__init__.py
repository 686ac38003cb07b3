"""Indicators: one SQL file with its passport each, all answering in the same columns."""

from lsk_metrics.indicators.answer import Answer
from lsk_metrics.indicators.asking import answer
from lsk_metrics.indicators.passport import Indicator, indicator, indicators, methods
from lsk_metrics.indicators.rows import Row
from lsk_metrics.warehouse.read import Shown, shown, version

__all__ = ["Answer", "Indicator", "Row", "Shown", "answer", "indicator", "indicators", "methods", "shown", "version"]
