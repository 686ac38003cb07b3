"""What an answer says of itself, made once for each language and kept with the answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

from lsk_metrics.language import spoken

Told = TypeVar("Told")


class Once(Generic[Told]):
    """A property of an object that never changes. What it gives is shared: nobody may alter it."""

    def __init__(self, tell: Callable[[Any], Told]) -> None:
        self.tell, self.__doc__ = tell, tell.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, found: None, owner: type) -> Once[Told]: ...
    @overload
    def __get__(self, found: object, owner: type) -> Told: ...
    def __get__(self, found: object | None, owner: type) -> Once[Told] | Told:
        if found is None:
            return self
        key = f"{self.name} {spoken()}"  # no attribute can have such a name
        kept: dict[str, Any] = found.__dict__
        if key not in kept:
            kept[key] = self.tell(found)
        told: Told = kept[key]
        return told
