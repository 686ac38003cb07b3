"""The machine that was measured on: processor, memory, and the programs whose speed it is; no names, no paths."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from tools import browser

PACKAGES = ("streamlit", "duckdb", "plotly", "pydeck", "pandas", "starlette", "uvicorn")


@lru_cache(maxsize=1)
def described() -> str:
    """One line (Linux)."""
    model = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text())
    memory = re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text())
    parts = [
        model.group(1).strip() if model else platform.machine(),
        f"{os.cpu_count()} cores",
        f"{int(memory.group(1)) / 1024**2:.0f} GB" if memory else "",
        platform.system(),
        f"Python {platform.python_version()}",
        chromium(),
        *(f"{name} {version(name)}" for name in PACKAGES),
    ]
    return ", ".join(filter(None, parts))


def chromium() -> str:
    path = browser.find()
    if path is None:
        return ""
    said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"(Chromium|Chrome)\s[\d.]+", said)
    return f"{found.group()}, drawing without a graphics card" if found else ""


def busy() -> float:
    """How many programs wanted a core during the last minute."""
    return os.getloadavg()[0]
