"""Spark's SQL as sqlglot writes it, but for what this Spark knows itself."""

from __future__ import annotations

from typing import ClassVar

from sqlglot import exp, transforms
from sqlglot.dialects.spark import Spark
from sqlglot.generators.spark import SparkGenerator


class AskedGenerator(SparkGenerator):
    """QUALIFY stays: Spark knows it, and what sqlglot makes of it loses columns of a star."""

    TRANSFORMS: ClassVar = {
        **SparkGenerator.TRANSFORMS,
        exp.Select: transforms.preprocess([transforms.eliminate_distinct_on, transforms.unnest_to_explode]),
    }


class Asked(Spark):
    """The dialect questions are written in."""

    Generator = AskedGenerator
