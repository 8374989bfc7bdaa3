"""The page of findings of the preview, and a file with its lines numbered; made as they are asked for, on no disk."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from html import escape
from typing import Any
from urllib.parse import quote

SOURCE = "/__source/"
MOST = 1000
"""Findings of one place that are listed; a page with more helps nobody."""

_WORDS = {"error": "错误", "warning": "警告", "info": "提示"}
_TEXTS = (".yaml", ".yml", ".md", ".csv", ".txt")
_STYLE = """body{margin:20px auto;max-width:60em;padding:0 20px 4em;font:17px/1.7 sans-serif;background:#fcfcf9;color:#1c1b18}
a{color:#1d4f91}h2{margin:1.6em 0 .4em;border-bottom:1px solid #bbb}article{margin:0 0 1.1em;padding:.5em .9em;border-left:4px solid #8a877c;background:#f4f3ec}
article.error{border-color:#a3261b}article.warning{border-color:#9a6a00}article.info{border-color:#1d4f91}
p{margin:.15em 0;overflow-wrap:anywhere}.where,.why{color:#55534b;font-size:15px}b.error{color:#a3261b}b.warning{color:#7a5400}b.info{color:#1d4f91}
pre{margin:.3em 0;font:15px/1.5 monospace;white-space:pre-wrap;overflow-wrap:anywhere}
ol.file{font:15px/1.6 monospace;padding-left:4.5em}ol.file li{white-space:pre-wrap;overflow-wrap:anywhere}ol.file li:target{background:#ffe699}"""
_PAGE = """<!DOCTYPE html><html lang="zh-Hans"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title><style>{style}</style></head>
<body><h1>{title}</h1>{body}</body></html>
"""


def page(told: Mapping[str, Any], exists: Callable[[str], bool]) -> str:
    """Return the page of findings by place; ``exists`` tells whether the site has a page, so that no link leads nowhere."""
    places = told["places"]
    jumps = "、".join(f'<a href="#p{at}">{escape(place["name"])}</a>（{len(place["findings"])}）' for at, place in enumerate(places))
    parts = [f'<p><a href="/">回到网站</a></p><p>{escape(told["line"])}</p>', f"<p>{jumps}</p>" if len(places) > 1 else ""]
    parts += [] if places else ["<p>没有发现问题。</p>"]
    parts += [part for at, place in enumerate(places) for part in _place(at, place, exists)]
    return _PAGE.format(title="检查结果", style=_STYLE, body="".join(parts))


def failed(text: str) -> str:
    """Return the page that is shown when a build broke off: what it said."""
    return _PAGE.format(title="构建失败", style=_STYLE, body=f'<p><a href="/">回到上一版网站</a></p><pre>{escape(text)}</pre>')


def sources(told: Mapping[str, Any]) -> frozenset[str]:
    """Return the files, relative to content/, that the page of findings links to."""
    return frozenset(one["path"] for place in told["places"] for one in place["findings"] if _readable(one))


def source_page(path: str, lines: Sequence[str]) -> str:
    """Return a file with a number and an anchor for each line."""
    rows = "".join(f'<li id="L{number}">{escape(line) or " "}</li>' for number, line in enumerate(lines, 1))
    head = '<p><a href="/__findings">回到检查结果</a></p><p class="where">个人号码和【私:…】已遮住；改请在编辑器里改，存盘后这里自动更新。</p>'
    return _PAGE.format(title=escape(path), style=_STYLE, body=f'{head}<ol class="file">{rows}</ol>')


def _place(at: int, place: Mapping[str, Any], exists: Callable[[str], bool]) -> Iterator[str]:
    found = place["findings"]
    counts = "、".join(f"{words} {count}" for kind, words in _WORDS.items() if (count := sum(one["severity"] == kind for one in found)))
    yield f'<h2 id="p{at}">{_link(place["page"], place["name"], exists)}</h2><p>{counts}</p>'
    yield from (_finding(one, exists) for one in found[:MOST])
    if len(found) > MOST:
        yield f"<p>……还有 {len(found) - MOST} 处没有列出，全部见 check。</p>"


def _finding(one: Mapping[str, Any], exists: Callable[[str], bool]) -> str:
    kind = one["severity"] if one["severity"] in _WORDS else "info"
    place = f'{one["path"]}:{one["line"]}:{one["column"]}' + (f'（{one["cell"]}）' if one["cell"] else "")
    where = f'<a href="{SOURCE}{quote(one["path"])}#L{one["line"]}">{escape(place)}</a>' if _readable(one) else escape(place)
    page = f' · <a href="/{quote(one["page"])}">看这一页</a>' if one["page"] and exists(one["page"]) else ""
    why = "".join(f'<p class="why">为什么：{escape(law)}</p>' for law in one["why"][:2])
    mend = f'<pre>怎么改：{escape(one["help"].strip())}</pre>' if one["help"] else ""
    excerpt = f'<pre>{escape(one["excerpt"])}</pre>' if one["excerpt"] else ""
    head = f'<p><b class="{kind}">{_WORDS[kind]} {escape(one["code"])} {escape(one["title"])}</b></p><p>{escape(one["message"])}</p>'
    return f'<article class="{kind}">{head}<p class="where">{where}{page}</p>{excerpt}{why}{mend}</article>'


def _readable(one: Mapping[str, Any]) -> bool:
    return bool(one["open"]) and one["path"].lower().endswith(_TEXTS)


def _link(path: str, words: str, exists: Callable[[str], bool]) -> str:
    return f'<a href="/{quote(path)}">{escape(words)}</a>' if exists(path) else escape(words)
