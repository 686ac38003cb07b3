"""The software bill of materials: what the dashboard is installed with, in CycloneDX, made of the lock file.

python -m tools.bill writes sbom.cdx.json; with --check it changes nothing and exits with 1 where that is not current.
"""

import argparse
import json
import sys
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from lsk_metrics import __version__
from tools.licences import said
from tools.locked import ROOT, RUN, Locked, packages

BILL = ROOT / "sbom.cdx.json"
WHERE = "lsk:installed-where"  # the condition in the lock, such as sys_platform != 'darwin'


def component(each: Locked) -> Component:
    """One package with each file the lock allows, by its checksum."""
    expression = said(each.name)
    reference = PackageURL("pypi", None, each.name.lower().replace("_", "-"), each.version)
    return Component(
        name=each.name,
        version=each.version,
        type=ComponentType.LIBRARY,
        purl=reference,
        bom_ref=str(reference),
        licenses=[LicenseFactory().make_from_string(expression)] if expression else [],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=each) for each in each.hashes],
        properties=[Property(name=WHERE, value=each.where)] if each.where else [],
    )


def bill() -> str:
    """The bill as JSON; equal locks give equal bytes, so it holds no time of its making."""
    house = Component(
        name="lsk-metrics",
        version=__version__,
        type=ComponentType.APPLICATION,
        bom_ref="lsk-metrics",
        licenses=[LicenseFactory().make_from_string("MIT")],
    )
    made = Bom(components=[component(each) for each in packages(RUN)])
    made.metadata.component = house
    made.register_dependency(house, list(made.components))
    written = json.loads(JsonV1Dot6(made).output_as_string())
    written["metadata"].pop("timestamp", None)
    written["serialNumber"] = uuid5(NAMESPACE_URL, RUN.read_text(encoding="utf-8")).urn
    return json.dumps(written, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def errors(text: str) -> str:
    """What the schema of CycloneDX 1.6 has against it; empty where nothing."""
    found = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    return str(found) if found else ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 where the file is not current")
    asked = parser.parse_args()
    text = bill()
    if refused := errors(text):
        print(refused)
        return 1
    if asked.check:
        is_current = BILL.is_file() and BILL.read_text(encoding="utf-8") == text
        print(f"{BILL.name} is {'current' if is_current else 'not current: run python -m tools.bill'}.")
        return 0 if is_current else 1
    BILL.write_text(text, encoding="utf-8")
    print(f"{BILL.name}: {len(packages(RUN))} packages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
