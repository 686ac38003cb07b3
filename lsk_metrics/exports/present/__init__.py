"""A review as a show: one file with a figure a screen, moved by keys or a clicker, without a network."""

from lsk_metrics.exports.present.show import show_file

__all__ = ["show_file"]
