"""The preview: on this machine only, alive to changes, and never showing less than the last good site."""

import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError

import pytest

from disclosure.serve.watch import Bell
from disclosure.serve.watch import is_noise

FILING = """类别: 意见建议及答复
期间: 2026-Q3
公开日期: 2026-10-09
上栏日期: 2026-10-09
收到件数: 0
已答复件数: 0
本期无: 本季度没有收到意见
签字: {制表: 甲, 监委会审核: 乙, 负责人: 丙}
"""
PAGE = "baitang/feedback/2026-Q3/"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    village = tmp_path / "content" / "白塘村"
    village.mkdir(parents=True)
    (tmp_path / "content" / "site.yaml").write_text("格式: 1\n标题: 试\n截止: 2026-11-21\n", "utf-8")
    (village / "place.yaml").write_text("名称: 白塘村\n级别: village\nslug: baitang\n监督电话: 0000-6123345\n", "utf-8")
    (village / "意见.yaml").write_text(FILING, "utf-8")
    return tmp_path


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "disclosure", "serve", "-C", str(project), "--channels", "page"]
    said = project / "said.txt"
    with said.open("w") as heard, subprocess.Popen(command, stderr=heard, stdout=subprocess.DEVNULL) as process:
        until(lambda: "http://" in said.read_text("utf-8"))
        match = re.search(r"http://127\.0\.0\.1:\d+/", said.read_text("utf-8"))
        assert match
        yield match[0]
        process.terminate()


def get(address: str, host: str = "") -> str:
    request = urllib.request.Request(address, headers={"Host": host} if host else {})  # noqa: S310 -- our own server
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
        text: str = answer.read().decode()
        return text


def until(ready: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if ready():
                return
        except OSError:
            pass
        time.sleep(0.2)
    pytest.fail("it did not happen in time")


def test_a_change_appears_and_a_fault_does_not_take_the_site_away(address: str, project: Path) -> None:
    filing = project / "content" / "白塘村" / "意见.yaml"
    until(lambda: "本季度没有收到意见" in get(address + PAGE))
    assert "/__live" in get(address + PAGE)
    assert "/__live" not in (project / "site" / PAGE / "index.html").read_text("utf-8")
    filing.write_text(FILING.replace("没有收到意见", "一件也没有收到"), "utf-8")
    until(lambda: "一件也没有收到" in get(address + PAGE))
    (project / "content" / "白塘村" / "place.yaml").write_text("名称： 白塘村\n", "utf-8")
    until(lambda: "place.yaml" in get(address + "__findings"))
    assert get(address)
    with pytest.raises(HTTPError):
        get(address, host="evil.example")


def test_a_page_whose_file_breaks_stays_up_and_says_why(address: str, project: Path) -> None:
    filing = project / "content" / "白塘村" / "意见.yaml"
    until(lambda: "本季度没有收到意见" in get(address + PAGE))
    filing.write_text(FILING.replace("期间:", "期间："), "utf-8")
    until(lambda: "这一页还是改动以前的样子" in get(address + PAGE))
    page = get(address + PAGE)
    assert "本季度没有收到意见" in page
    assert "白塘村/意见.yaml:2:" in page
    assert "  白塘村/意见.yaml:2:" in (project / "said.txt").read_text("utf-8")
    filing.write_text(FILING.replace("没有收到", "照样没有收到"), "utf-8")
    until(lambda: "照样没有收到" in get(address + PAGE))
    assert "改动以前" not in get(address + PAGE)


def test_a_page_that_is_not_there_is_a_404_with_the_sites_own_words(address: str, project: Path) -> None:
    until(lambda: "本季度没有收到意见" in get(address + PAGE))
    with pytest.raises(HTTPError) as missing:
        get(address + "baitang/no-such/")
    assert missing.value.code == 404
    told = missing.value.read().decode()
    assert (project / "site" / "404.html").read_text("utf-8").partition("</body>")[0] in told


def test_the_bell_waits_for_quiet() -> None:
    bell = Bell()
    assert bell.wait(timeout=0.01) is False
    bell.ring()
    started = time.monotonic()
    assert bell.wait(timeout=5) is True
    assert time.monotonic() - started >= 0.1
    assert bell.wait(timeout=0.01) is False


@pytest.mark.parametrize("name", ["~$收支.xlsx", ".收支.yaml.swp", "收支.yaml~", "#收支.yaml#", "x.tmp"])
def test_editors_own_files_do_not_ring(name: str) -> None:
    assert is_noise(f"content/村/{name}")
    assert not is_noise("content/村/收支.yaml")
