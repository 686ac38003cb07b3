"""What the dashboard is installed with: pinned with checksums, listed in a bill of materials, under known licences."""

import json
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools import bill, licences
from tools.locked import DEV, ROOT, RUN, SCALE, packages

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
ASKED = {
    RUN: PROJECT["dependencies"] + EXTRAS["build"],
    DEV: PROJECT["dependencies"] + EXTRAS["build"] + EXTRAS["dev"],
    SCALE: PROJECT["dependencies"] + EXTRAS["build"] + EXTRAS["dev"] + EXTRAS["spark"],
}
LOCKS = pytest.mark.parametrize("lock", [RUN, DEV, SCALE], ids=["to run", "to develop", "to ask Spark"])


@LOCKS
def test_each_package_is_pinned_and_known_by_its_checksums(lock: Path) -> None:
    found = packages(lock)
    assert len(found) >= 50
    assert [each.name for each in found if not each.hashes] == []
    text = lock.read_text(encoding="utf-8")
    assert [words for words in ("http:", "https:", "git+", "--index", "--trusted", " @ ") if words in text] == []


@LOCKS
def test_whatever_the_project_asks_for_is_in_the_lock_in_a_version_it_allows(lock: Path) -> None:
    versions: dict[str, list[str]] = {}
    for each in packages(lock):
        versions.setdefault(canonicalize_name(each.name), []).append(each.version)
    for line in ASKED[lock]:
        asked = Requirement(line)
        held = versions.get(canonicalize_name(asked.name), [])
        assert held and all(asked.specifier.contains(each) for each in held), f"{line}: run “make lock”"


def test_the_default_install_holds_nothing_of_the_other_engine() -> None:
    held = {canonicalize_name(each.name) for each in packages(RUN)}
    assert held.isdisjoint({"pyspark", "sqlglot", "grpcio", "py4j"})
    there = {(each.name, each.version) for each in packages(SCALE)}
    assert {(each.name, each.version) for each in packages(DEV)} <= there


def test_a_line_that_pins_nothing_is_refused(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("duckdb>=2.0 \\\n    --hash=sha256:" + "0" * 64 + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match="pins no version"):
        packages(lock)


def test_the_bill_of_materials_is_valid_and_lists_what_the_lock_holds() -> None:
    text = bill.BILL.read_text(encoding="utf-8")
    assert bill.errors(text) == ""
    assert "is not valid" not in bill.errors("{}") and bill.errors("{}") != ""
    listed = json.loads(text)["components"]
    held = {(each.name, each.version, each.hashes) for each in packages(RUN)}
    stated = {(each["name"], each["version"], tuple(part["content"] for part in each["hashes"])) for each in listed}
    assert {(name, version, frozenset(parts)) for name, version, parts in stated} == {
        (name, version, frozenset(parts)) for name, version, parts in held
    }, "run “python -m tools.bill”"
    assert [each["name"] for each in listed if not each.get("licenses")] == []


def test_the_bill_says_the_same_each_time_it_is_made() -> None:
    assert bill.bill() == bill.bill()


def test_every_package_has_a_licence_that_allows_its_use() -> None:
    assert licences.troubles(sorted({each.name for each in packages(RUN)})) == []


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("Apache-2.0 OR GPL-3.0-only", True),
        ("MIT AND GPL-3.0-only", False),
        ("AGPL-3.0-only", False),
        ("Proprietary", False),
        ("", False),
    ],
)
def test_a_licence_that_is_unknown_or_binds_the_whole_is_refused(expression: str, allowed: bool) -> None:
    assert licences.is_allowed(expression) is allowed
