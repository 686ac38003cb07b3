"""What one row of the table of routes says."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from starlette.routing import compile_path

from lsk_metrics.api.data.asked import Asked, Made
from lsk_metrics.api.data.parameters import Parameter

JSON = "application/json"


@dataclass(frozen=True)
class Entry:
    """One route. name: its operation; words: what it gives, in English; shape: the component that describes its JSON.

    problems: kinds that only this one has; of_snapshot: whether it is made from a snapshot alone, and so has a time;
    limited: whether clients may ask only so often; negotiated: whether Accept chooses the form.
    """

    path: str
    name: str
    words: str
    make: Callable[[Asked], Made] = field(compare=False)
    shape: str = "Any"
    parameters: tuple[Parameter, ...] = ()
    media: tuple[str, ...] = (JSON,)
    problems: tuple[str, ...] = ()
    of_snapshot: bool = True
    limited: bool = True
    negotiated: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return compile_path(self.path)[0]

    @property
    def named(self) -> list[str]:
        """What the address names: id, format, table."""
        return re.findall(r"\{(\w+)\}", self.path)
