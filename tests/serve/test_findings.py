"""The page of findings: by village, with links to what can be seen, and no file shown that may not be."""

from __future__ import annotations

import json
import re
import urllib.request
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote

import pytest

from disclosure import cli
from disclosure.serve import findings
from disclosure.serve.run import shown
from disclosure.serve.server import FINDINGS
from disclosure.serve.server import Live
from disclosure.serve.server import start
from tests.rules.desk import PERSONAL

SITE = "格式: 1\n标题: 试\n截止: 2026-11-21\n起: 2026-07-01\n"
FILING = """类别: 意见建议及答复
期间: 2026-Q3
公开日期: 2026-10-09
上栏日期: 2026-10-09
收到件数: 3
已答复件数: 0
注: 【私:病】<b>
本期无: 本季度没有收到意见
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for slug, name in (("baitang", "白塘村"), ("dongpo", "东坡村")):
        village = tmp_path / "content" / name
        village.mkdir(parents=True)
        (village / "place.yaml").write_text(f"名称: {name}\n级别: village\nslug: {slug}\n监督电话: 0000-6123345\n", "utf-8")
    (tmp_path / "content" / "site.yaml").write_text(SITE, "utf-8")
    (tmp_path / "content" / "白塘村" / "意见.yaml").write_text(FILING, "utf-8")
    (tmp_path / "content" / "东坡村" / "意见.yaml").write_text(FILING + f"# {PERSONAL['〔手机号〕']}\n", "utf-8")
    assert cli.main(["build", "-q", "-C", str(tmp_path), "--channels", "page"]) == 1
    return tmp_path


@pytest.fixture
def live(project: Path) -> Iterator[str]:
    beside = Live(project / "content")
    beside.publish(shown(project / ".disclosure" / "findings.json", project / "site", ""))
    server: ThreadingHTTPServer = start(project / "site", beside, 8700)
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 -- our own server
        text: str = answer.read().decode()
        return text


def test_by_village_with_links_that_lead_somewhere(live: str) -> None:
    page = get(live + FINDINGS)
    assert page.index("白塘村</a></h2>") < page.index("东坡村</a></h2>")
    assert "EventSource" in page
    links = set(re.findall(r'<a href="(/[^"#]*)', page))
    assert {"/", "/baitang/index.html", "/baitang/feedback/2026-Q3/index.html"} <= links
    for link in sorted(links):
        assert get(live + link), link
    assert re.search(r'href="/__source/[^"]+#L\d+">白塘村/意见.yaml:\d+:\d+<', page)


def test_a_file_is_shown_masked_and_only_where_it_may_be(live: str, project: Path) -> None:
    text = get(f"{live}{findings.SOURCE}{quote('白塘村/意见.yaml')}")
    assert '<li id="L5">收到件数: 3</li>' in text
    assert "病" not in text
    assert "&lt;b&gt;" in text
    (project / "secret.txt").write_text("x", "utf-8")
    for path in ("../secret.txt", "site.yaml", "没有.yaml", "东坡村/意见.yaml"):
        with pytest.raises(HTTPError):
            get(live + findings.SOURCE + quote(path))


def test_nothing_personal_on_the_page_and_nothing_of_it_in_the_site(live: str, project: Path) -> None:
    page = get(live + FINDINGS)
    assert "东坡村/意见.yaml" in page
    assert PERSONAL["〔手机号〕"] not in page
    assert "病" not in page
    assert not [path for path in (project / "site").rglob("*") if path.is_file() and b"__findings" in path.read_bytes()]


def test_a_broken_build_says_what_it_said(tmp_path: Path) -> None:
    told = shown(tmp_path / "none.json", tmp_path, "读目录 0.1 秒\n<坏了>")
    assert (told.line, told.sources) == ("&lt;坏了&gt;", frozenset())
    assert "&lt;坏了&gt;" in told.findings


def test_a_page_is_never_endless() -> None:
    one = {"severity": "odd", "code": "X", "title": "题", "message": "话", "path": "a.xlsx", "line": 1, "column": 1, "cell": "表!A1", "help": "", "excerpt": "", "why": [], "page": "no/index.html", "open": True}
    told = {"line": "检查", "places": [{"name": "村", "page": "p/index.html", "findings": [one] * 1003}]}
    page = findings.page(json.loads(json.dumps(told)), lambda path: False)
    assert "还有 3 处没有列出" in page
    assert "<a href=\"/no" not in page
    assert "a.xlsx:1:1（表!A1）" in page
    assert findings.sources(told) == frozenset()
    assert "没有发现问题" in findings.page({"line": "检查", "places": []}, lambda path: True)
