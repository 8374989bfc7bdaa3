"""What is made of a filing when only some are asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.building import filings
from disclosure.cli import main
from disclosure.views.model import FilingView

SITE = "格式: 1\n标题: 青禾镇村务公开\n起: 2026-10-01\n截止: 2026-11-20\n"
PLACE = "名称: 石桥村\n级别: 村\nslug: shiqiao\n监督电话: 0000-6123380\n"
SIGNED = "签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}\n"
NIL = "类别: 债权债务\n期间: 2026-Q3\n上栏日期: 2026-10-12\n公开日期: 2026-10-12\n本期无: 没有债权债务\n" + SIGNED
NOTICE = "类别: 其他公示\n期间: 2026-10-20\n标题: 停水通知\n上栏日期: 2026-10-20\n公开日期: 2026-10-20\n正文: 十月二十一日停水半天。\n" + SIGNED


def test_only_what_is_asked_for_is_printed_and_every_page_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in {"site.yaml": SITE, "石桥村/place.yaml": PLACE, "石桥村/债.yaml": NIL, "石桥村/水.yaml": NOTICE}.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    printed: list[str] = []

    def make(task: object, outlet: object, view: object, *rest: object) -> tuple[list[object], list[object]]:
        if isinstance(view, FilingView):
            printed.append(view.category)
        return [], []

    monkeypatch.setattr(filings.posters, "make", make)
    main(["build", "-C", str(tmp_path), "-q", "-j", "1", "--channels", "page,poster", "--category", "fin.debt"])
    assert printed == ["fin.debt"]
    pages = {path.parent.parent.name for path in (tmp_path / "site/shiqiao").rglob("*/index.html")}
    assert {"fin-debt", "other-notice"} <= pages
