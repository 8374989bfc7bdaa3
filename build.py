#!/usr/bin/env python3
"""Set up what is missing, then run: ``python3 build.py`` builds the site, ``python3 build.py test`` runs every test.

Standard library only. Makes a private environment in .venv from the locked, hashed requirements and installs
native libraries and Chinese fonts where that is allowed; DISCLOSURE_NO_INSTALL=1 forbids installing anything
outside .venv. Every other word goes to the program: ``python3 build.py check`` is ``disclosure check``.
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = {"run": ROOT / ".ci/lock/run.txt", "test": ROOT / ".ci/lock/test.txt"}
MAY_INSTALL = os.environ.get("DISCLOSURE_NO_INSTALL", "") in ("", "0")
LIBRARIES = ("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0")

# Compiled once at set-up: Python does not do it by itself where it is told to write no compiled files.
COMPILE = "; ".join(
    (
        f"import compileall, sys; sys.path.insert(0, {str(ROOT)!r})",
        f"compileall.compile_dir({str(ROOT / 'disclosure')!r}, quiet=2)",
        "from disclosure.catalogue.load import compile_shipped as keep; keep()",
    )
)

# What each system calls pango, the font subsetter, a Chinese font, and (for the tests) a browser and PDF readers.
SYSTEMS = {
    "apt-get": (
        ["apt-get", "install", "-y", "--no-install-recommends"],
        ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fontconfig", "fonts-noto-cjk"],
        ["chromium", "poppler-utils", "libatomic1"],
    ),
    "dnf": (
        ["dnf", "install", "-y"],
        ["pango", "harfbuzz", "fontconfig", "google-noto-sans-cjk-fonts", "google-noto-serif-cjk-fonts"],
        ["chromium", "poppler-utils", "libatomic"],
    ),
    "apk": (
        ["apk", "add"],
        ["pango", "harfbuzz-subset", "fontconfig", "font-noto-cjk"],
        ["chromium", "poppler-utils", "libatomic"],
    ),
    "brew": (
        ["brew", "install"],
        ["pango", "harfbuzz", "font-noto-sans-cjk-sc", "font-noto-serif-cjk-sc"],
        ["poppler"],
    ),
}


def say(text: str) -> None:
    """Print one line of progress to stderr."""
    print(text, file=sys.stderr, flush=True)


def run(command: list[str]) -> bool:
    """Run a command quietly; on failure show the end of what it printed."""
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        say((done.stdout + done.stderr)[-2000:])
    return done.returncode == 0


def package_manager() -> str:
    """Return the system's package manager, or '' (Windows, or one we do not know)."""
    return next((name for name in SYSTEMS if shutil.which(name)), "")


def install(packages: list[str], why: str) -> bool:
    """Install system packages when allowed (root, or brew), saying what; else say the one command. True when done."""
    manager = package_manager()
    if not manager:
        return False
    command = [*SYSTEMS[manager][0], *packages]
    if not MAY_INSTALL or (manager != "brew" and os.geteuid() != 0):
        say(f"{why}:请用管理员身份执行  {'' if manager == 'brew' else 'sudo '}{' '.join(command)}")
        return False
    say(f"{why}:正在安装 {' '.join(packages)}")
    if manager == "apt-get":
        os.environ.setdefault("DEBIAN_FRONTEND", "noninteractive")
        run(["apt-get", "update", "-q"])
    return run(command)


def fingerprint(kind: str) -> str:
    """Return what the environment was made from: the lock and the Python version."""
    return f"{hashlib.sha256(LOCKS[kind].read_bytes()).hexdigest()} {sys.version_info[0]}.{sys.version_info[1]}"


def make_environment(kind: str) -> bool:
    """Create .venv and install the locked requirements of ``kind`` unless it already holds just these."""
    stamp = VENV / f"{kind}.stamp"
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == fingerprint(kind):
        return True
    say(f"准备运行环境 {VENV.name}(第一次约需一分钟)")
    uv = shutil.which("uv")
    if not PYTHON.exists() and not (
        run([uv, "venv", "-q", "--python", sys.executable, str(VENV)]) if uv else make_venv()
    ):
        return False
    installer = (
        [uv, "pip", "install", "-q", "--python", str(PYTHON)] if uv else [str(PYTHON), "-m", "pip", "install", "-q"]
    )
    if not run([*installer, "--require-hashes", "-r", str(LOCKS[kind])]):
        say("依赖没有装好：请检查网络，或设置 PIP_INDEX_URL 指向可用的镜像后重试。")
        return False
    run([str(PYTHON), "-c", COMPILE])
    stamp.write_text(fingerprint(kind))
    return True


def make_venv() -> bool:
    """Create .venv with the standard library; Debian keeps the part that does it in a package of its own."""
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        if package_manager() != "apt-get" or not install(["python3-venv"], "缺少 python3-venv"):
            say("Python 缺少 venv 组件：Debian/Ubuntu 请先执行  sudo apt-get install -y python3-venv")
            return False
    return run([sys.executable, "-m", "venv", str(VENV)])


def has_library(name: str) -> bool:
    """Tell whether the loader finds a shared library."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def has_chinese_font() -> bool:
    """Tell whether fontconfig knows a font for Chinese."""
    if not shutil.which("fc-list"):
        return False
    return bool(subprocess.run(["fc-list", ":lang=zh-cn", "family"], capture_output=True, check=False).stdout.strip())


def prepare_posters() -> None:
    """Install pango and Chinese fonts once; without them everything but posters works."""
    stamp = VENV / "native.stamp"
    if stamp.exists():
        return
    if sys.platform.startswith("linux"):
        ready = all(map(has_library, LIBRARIES)) and has_chinese_font()
        if ready or install(SYSTEMS.get(package_manager(), ([], [], []))[1], "海报需要 pango 和中文字体"):
            stamp.touch()
        elif not package_manager():
            say("海报需要 pango 和中文字体(Noto CJK):请用系统的软件包管理器安装；其余功能不受影响。")
    elif sys.platform == "darwin":
        if Path("/opt/homebrew/lib/libpango-1.0.dylib").exists() or Path("/usr/local/lib/libpango-1.0.dylib").exists():
            stamp.touch()
        elif not install(SYSTEMS["brew"][1], "海报需要 pango") and not package_manager():
            say("海报需要 pango:请先安装 Homebrew，再执行  brew install pango")
    else:
        say(
            "提示：在 Windows 上排海报需要 MSYS2 的 pango(pacman -S mingw-w64-ucrt-x86_64-pango);检查、网页、表格不受影响。"
        )
        stamp.touch()


def prepare_tests() -> None:
    """Install the browser and PDF readers that the tests look at pages and posters with."""
    programs = (("chromium", "chromium-browser", "google-chrome"), ("pdftotext",))
    ready = all(any(map(shutil.which, names)) for names in programs)
    if sys.platform.startswith("linux"):
        ready = ready and has_library("libatomic.so.1")  # what drives the browser is linked to it
    if not ready and package_manager():
        install(SYSTEMS[package_manager()][2], "测试需要浏览器和 PDF 工具")


def typed() -> str:
    """Return how this script was started, so that the program names its commands as its user types them."""
    script = f'"{sys.argv[0]}"' if " " in sys.argv[0] else sys.argv[0]
    return f"{Path(sys.orig_argv[0]).name.removesuffix('.exe') if sys.orig_argv else 'python'} {script}"


def start(command: list[str]) -> int:
    """Replace this process by ``command`` where the system can, else run it and return its exit code."""
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT), "DISCLOSURE_COMMAND": typed()}
    if os.name != "nt":
        os.execve(command[0], command, environment)  # noqa: S606 -- our own interpreter
    return subprocess.run(command, env=environment, check=False).returncode


def main(words: list[str]) -> int:
    """Prepare the environment, then hand over to the tests or the program."""
    if sys.version_info < (3, 11):  # noqa: UP036 -- whoever runs this may have an older one
        say(f"需要 Python 3.11 或更新的版本，当前是 {sys.version.split()[0]}。")
        return 2
    testing = words[:1] == ["test"]
    if not make_environment("test" if testing else "run"):
        return 2
    prepare_posters()
    if not testing:
        return start([str(PYTHON), "-m", "disclosure", *(words or ["build"])])
    prepare_tests()
    return start([str(PYTHON), "-m", "pytest", *(words[1:] or ["-n", "auto"])])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
