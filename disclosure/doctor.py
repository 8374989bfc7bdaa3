"""``disclosure doctor``: what this machine has, what is missing, and the one step that mends it."""

from __future__ import annotations

import ctypes.util
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import NamedTuple

from disclosure.options import Options
from disclosure.options import typed


class Finding(NamedTuple):
    """One thing looked at: its name, whether it is there, what is lost without it and how to get it."""

    name: str
    present: bool
    without: str
    remedy: str


_MODULES = (
    ("jinja2", "网页"),
    ("yaml", "一切"),
    ("markdown", "正文"),
    ("nh3", "正文"),
    ("segno", "二维码"),
    ("xlsxwriter", "Excel 表格"),
    ("watchdog", "预览"),
    ("chinese_calendar", "工作日推算"),
)
_LIBRARIES = (
    ("libpango", ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"), "海报", "libpango-1.0-0"),
    (
        "libpangoft2",
        ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
        "海报",
        "libpangoft2-1.0-0",
    ),
    (
        "libharfbuzz-subset",
        ("libharfbuzz-subset.so.0", "libharfbuzz-subset.dylib", "libharfbuzz-subset-0.dll"),
        "海报(没有它，每张海报慢近三十倍)",
        "libharfbuzz-subset0",
    ),
)


def run(options: Options) -> int:
    """Print every finding; returns 0 when nothing is missing, else 1."""
    findings = [*_python(), *_modules(), *_libraries(), *_fonts(), *_content(options)]
    for finding in findings:
        print_line("有" if finding.present else "缺", finding)
    missing = [finding for finding in findings if not finding.present]
    sys.stdout.write("都齐了。\n" if not missing else f"缺 {len(missing)} 样；其余功能不受影响。\n")
    return 1 if missing else 0


def print_line(word: str, finding: Finding) -> None:
    """Print one finding, with its remedy when it is missing."""
    sys.stdout.write(f"{word}  {finding.name}\n")
    if not finding.present:
        sys.stdout.write(f"    没有它就没有：{finding.without}。\n    {finding.remedy}\n")


def _python() -> list[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    return [Finding(f"Python {version}", sys.version_info >= (3, 11), "一切", "请安装 Python 3.11 或更新的版本。")]


def _modules() -> list[Finding]:
    return [
        Finding(
            f"Python 包 {name}",
            _works(partial(import_module, name)),
            lost,
            _prepare(),
        )
        for name, lost in _MODULES
    ]


def _prepare() -> str:
    """Return how the packages are put in order: build.py does it by itself, an installed program is installed anew."""
    command = typed()
    return f"请执行 {command} 重新准备环境。" if "build.py" in command else "请重新安装这个程序，依赖会一起装上。"


def _libraries() -> list[Finding]:
    return [
        Finding(
            name,
            any(_works(partial(ctypes.CDLL, file)) for file in files),
            lost,
            f"Debian/Ubuntu:sudo apt-get install -y {package};其他系统请安装 pango 与 harfbuzz。",
        )
        for name, files, lost, package in _LIBRARIES
    ]


def _fonts() -> list[Finding]:
    families = ""
    if shutil.which("fc-list"):
        done = subprocess.run(["fc-list", ":lang=zh-cn", "family"], capture_output=True, text=True, check=False)
        families = done.stdout
    remedy = "Debian/Ubuntu:sudo apt-get install -y fontconfig fonts-noto-cjk"
    return [
        Finding("中文黑体(Noto Sans CJK 等)", bool(families.strip()), "海报", remedy),
        Finding(
            "中文宋体(Noto Serif CJK 等)",
            "Serif CJK" in families or "Song" in families or "宋" in families,
            "海报标题的宋体",
            remedy,
        ),
    ]


def _content(options: Options) -> list[Finding]:
    folder = options.root / "content"
    return [Finding(f"内容文件夹 {folder}", folder.is_dir(), "要公开的内容", "用 -C 指出含有 content/ 的文件夹。")]


def _works(attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except (ImportError, OSError):
        return False
    return True
