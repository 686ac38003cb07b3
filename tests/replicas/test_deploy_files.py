"""The files of deploy/: what they name is there, what they run is a command, and they agree with each other."""

import configparser
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from streamlit.web.server.starlette import starlette_routes, starlette_websocket

from lsk_metrics import paths
from lsk_metrics.__main__ import parser
from lsk_metrics.api.data.table import ENTRIES
from tests.test_architecture import ROOT

DEPLOY = ROOT / "deploy"
FILES = sorted(path for path in DEPLOY.rglob("*") if path.is_file())
SITE = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
DOCKERFILE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
TOLD = [path.read_text(encoding="utf-8") for path in FILES]
SETTING = re.compile(r"\b(LSK_[A-Z_]+|FORWARDED_ALLOW_IPS)\b")
PROGRAM = "".join(
    path.read_text(encoding="utf-8") for path in sorted((ROOT / "lsk_metrics").rglob("*.py"))
)  # fmt: skip


def documents() -> list[dict[str, Any]]:
    return [each for path in FILES if path.suffix == ".yaml" for each in yaml.safe_load_all(path.read_text("utf-8"))]


def kind(name: str) -> list[dict[str, Any]]:
    return [each for each in documents() if each.get("kind") == name]


def unit(path: Path) -> configparser.SectionProxy:
    read = configparser.ConfigParser(strict=False, interpolation=None, delimiters=("=",))
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(path, encoding="utf-8")
    return read["Service"]


def compose() -> dict[str, Any]:
    [found] = [each for each in documents() if "services" in each]
    return found


def commands() -> Iterator[list[str]]:
    """Every command line of the program in these files, without the program itself."""
    for path in UNITS:
        yield shlex.split(unit(path)["ExecStart"].replace("%i", "8501"))[1:]
    found = re.search(r"^CMD (\[.*\])$", DOCKERFILE, re.MULTILINE)
    assert found
    yield yaml.safe_load(found[1])[1:]
    for each in compose()["services"].values():
        if "command" in each:
            yield each["command"][1:]
    for each in (*kind("Deployment"), *kind("Job")):
        [container] = each["spec"]["template"]["spec"]["containers"]
        yield container["args"][1:]


def test_every_command_is_one_of_the_program() -> None:
    asked = [parser().parse_args(each) for each in commands()]
    assert sorted(each.command for each in asked) == ["build", "build", "build", "run", "run", "run"]
    assert all(each.replica for each in asked if each.command == "run")


def test_every_setting_is_known_to_the_program_or_to_its_server() -> None:
    import uvicorn.config

    known = PROGRAM + Path(uvicorn.config.__file__).read_text(encoding="utf-8")
    assert {name for text in TOLD for name in SETTING.findall(text) if f'"{name}"' not in known} == set()


def test_every_address_that_nginx_or_a_probe_asks_is_one_of_the_application() -> None:
    served = {each.path for each in ENTRIES} | {"/", "/_stcore/metrics", f"/{starlette_routes.ROUTE_HEALTH}"}
    served |= {f"/{starlette_websocket._ROUTE_WEBSOCKET_STREAM}"}
    exact = set(re.findall(r"location = (\S+)", SITE))
    [pod] = [each["spec"]["template"]["spec"]["containers"][0] for each in kind("Deployment")]
    probes = {each["httpGet"]["path"] for name, each in pod.items() if name.endswith("Probe")}
    assert exact | probes | set(re.findall(r"127\.0\.0\.1:8501(/\w+)", DOCKERFILE)) <= served
    prefixes = {
        starlette_routes.BASE_ROUTE_MEDIA, starlette_routes.BASE_ROUTE_STATIC, starlette_routes.BASE_ROUTE_COMPONENT,
        starlette_routes.BASE_ROUTE_UPLOAD_FILE, starlette_routes._ROUTE_COMPONENTS_V2.partition("/{")[0],
    }  # fmt: skip
    [shared] = re.findall(r"location ~ \^/\((.*)\)/", SITE)
    assert set(shared.split("|")) == prefixes
    [_page, made] = kind("Ingress")
    assert {each["path"].strip("/") for each in made["spec"]["rules"][0]["http"]["paths"]} == prefixes


def test_a_file_as_large_as_the_program_takes_comes_through() -> None:
    most = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["server"]["maxUploadSize"]
    [taken] = re.findall(r"client_max_body_size (\d+)m;", SITE)
    sizes = {each["metadata"]["annotations"]["nginx.ingress.kubernetes.io/proxy-body-size"] for each in kind("Ingress")}
    assert int(taken) > most
    assert sizes == {f"{taken}m"}


def test_nginx_knows_the_replicas_where_they_are() -> None:
    upstream = {path.parent.name: re.findall(r"server ([\d.]+):(\d+)", path.read_text("utf-8"))
                for path in DEPLOY.rglob("nginx-replicas.conf")}  # fmt: skip
    assert upstream["deploy"] == [("127.0.0.1", "8501"), ("127.0.0.1", "8502"), ("127.0.0.1", "8503")]
    services = compose()["services"]
    replicas = [services[f"replica-{at}"] for at in (1, 2, 3)]
    assert [each["networks"]["inside"]["ipv4_address"] for each in replicas] == [
        address for address, _port in upstream["compose"]
    ]
    trusted = {each["environment"]["FORWARDED_ALLOW_IPS"] for each in replicas}
    assert trusted == {services["nginx"]["networks"]["inside"]["ipv4_address"]}


def test_replicas_can_only_read_the_home_and_run_as_nobody_of_importance() -> None:
    replicas = [each for name, each in compose()["services"].items() if name.startswith("replica")]
    assert all("home:/var/lib/lsk-metrics:ro" in each["volumes"] and each["read_only"] for each in replicas)
    [pod] = [each["spec"]["template"]["spec"] for each in kind("Deployment")]
    mounts = {each["mountPath"]: each.get("readOnly", False) for each in pod["containers"][0]["volumeMounts"]}
    assert mounts == {"/var/lib/lsk-metrics": True, "/var/cache/lsk-metrics": False, "/tmp": False}
    assert f"USER {pod['securityContext']['runAsUser']}:" in DOCKERFILE
    replica = unit(DEPLOY / "systemd" / "lsk-metrics@.service")
    assert (replica["ProtectSystem"], replica["ReadOnlyPaths"]) == ("strict", "/var/lib/lsk-metrics")
    assert replica["User"] == unit(DEPLOY / "systemd" / "lsk-metrics-build.service")["User"] != "root"


def test_the_image_is_made_of_what_the_lock_names_and_of_files_that_are_there() -> None:
    copied = re.findall(r"^COPY (\S+) ", DOCKERFILE, re.MULTILINE)
    assert copied == ["requirements.lock", "."]
    assert "--require-hashes" in DOCKERFILE
    left_out = {line for line in (DEPLOY / "Dockerfile.dockerignore").read_text("utf-8").splitlines() if line[0] != "#"}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    needed = {"app.py", "pages", "data", "lsk_metrics", "pyproject.toml", ".streamlit", project["project"]["readme"]}
    assert left_out & needed == set()
    assert f">={re.findall(r'FROM python:([0-9.]+)-slim', DOCKERFILE)[0]}" == project["project"]["requires-python"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(DEPLOY).as_posix())
def test_no_host_of_packages_is_named(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    images = re.findall(r"^(?:FROM|\s*image:) (\S+)", text, re.MULTILINE)
    assert [each for each in images if "/" in each] == []
    hosts = {"127.0.0.1", "localhost", "lsk_replicas", "lsk.example.org"}
    assert set(re.findall(r"https?://([\w.-]+)", text)) <= hosts


def test_the_guide_names_every_file_and_is_led_to() -> None:
    guide = (DEPLOY / "README.md").read_text(encoding="utf-8")
    missing = {path.name for path in FILES if path.name not in ("README.md", "Dockerfile.dockerignore")}
    assert {name for name in missing if name not in guide} == set()
    assert "deploy/README.md" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert paths.house() == ROOT
