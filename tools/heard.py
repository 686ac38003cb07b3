"""What one session is sent over Streamlit's own protocol: a run of a page, and the controls on it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from streamlit.proto.Alert_pb2 import Alert


@dataclass
class Run:
    """One run of a page or of a part of it: seconds from asking to its end, all that was sent, and what went wrong."""

    seconds: float = 0.0
    elements: list[Any] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    placed: int = 0  # elements and the boxes they stand in

    def said(self, pattern: str) -> set[str]:
        """All that a pattern finds in the elements: in texts, drawings, tables and what components are given."""
        found = re.compile(pattern.encode())
        packed = (element.SerializeToString() for element in self.elements)
        return {match.decode() for each in packed for match in found.findall(each)}

    def note(self, element: Any) -> None:
        self.elements.append(element)
        if element.HasField("exception"):
            self.errors.append(f"{element.exception.type}: {element.exception.message}")
        elif element.HasField("alert") and element.alert.format == Alert.ERROR:
            self.errors.append(element.alert.body)


@dataclass(frozen=True)
class Control:
    """A control as it was sent: its id, the part of the page that it runs alone, and what a browser is told of it."""

    id: str
    part: str
    told: Any

    def options(self) -> list[str]:
        """What a list offers, in the reader's words."""
        return [getattr(each, "content", each) for each in self.told.options]
