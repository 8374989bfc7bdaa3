"""The page of both sides: every sum with who answers for it; findings take no part in any page."""

from __future__ import annotations

from pathlib import Path

from disclosure.basis.diagnostic import Diagnostic
from disclosure.basis.span import Span
from disclosure.board.model import Board
from disclosure.views import paths
from disclosure.views.home import home_view
from disclosure.views.listing import missing_list
from disclosure.views.place import place_view
from disclosure.views.reconcile import reconcile_view
from tests.rules.desk import check

TOWN = "名称: 青禾镇\n级别: 乡镇\nslug: qinghe\n监督电话: 0000-6123372\n"
VILLAGE = "名称: 沙河村\n级别: 村\nslug: shahe\n监督电话: 0000-6123381\n"
GIVEN = """\
类别: 其他公示
期间: 2026-Q2
标题: 拨付各村资金
上栏日期: 2026-07-06
公开日期: 2026-07-06
后续: 镇财政所 8 月 3 日答复：余下 2,000 元 7 月补拨。
表:
  - 名: 拨付
    行: |
      村 | 文号 | 用途 | 拨付金额(元)
      沙河村 | 青财〔2026〕3号 | 村级组织运转经费 | 20,000.00
      沙河村 | 青财〔2026〕9号 | 清淤补助 | 3,000.00
"""
GOT = """\
类别: 上级拨款与运转经费
期间: 2026-Q2
上栏日期: 2026-07-08
公开日期: 2026-07-08
期初结余: 0.00
拨款: |
  文号 | 拨款单位 | 用途 | 到账日期 | 上期结余 | 本期到账 | 本期支出 | 本期结余
  青财〔2026〕3号 | 青禾镇财政所 | 村级组织运转经费 | 2026-06-12 | 0.00 | 18,000.00 | 18,000.00 | 0.00
到账合计: 18,000.00
支出合计: 18,000.00
期末结余: 0.00
签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}
"""


def board(root: Path, given: str = GIVEN) -> Board:
    files = {"青禾镇/place.yaml": TOWN, "青禾镇/拨付.yaml": given, "青禾镇/沙河村/place.yaml": VILLAGE, "青禾镇/沙河村/拨款.yaml": GOT}
    return check(root, files).board


def test_both_sides_stand_beside_each_other(tmp_path: Path) -> None:
    view = reconcile_view(board(tmp_path))
    assert view is not None and view.path == paths.RECONCILE == "missing/reconcile/index.html"
    (village,) = view.places
    by_paper = {pair.document: pair for pair in village.pairs}
    off, alone = by_paper["青财〔2026〕3号"], by_paper["青财〔2026〕9号"]
    assert (off.given.amount, off.taken and off.taken.amount, off.result, off.off) == ("20,000.00", "18,000.00", "差 2,000.00 元", True)
    assert (off.given.owner, off.taken and off.taken.owner) == ("青禾镇人民政府", "沙河村村民委员会")
    assert off.replies == ("镇财政所 8 月 3 日答复：余下 2,000 元 7 月补拨。",)
    assert off.taken and [link.path for link in off.taken.filings] == ["qinghe/shahe/fund-transfer/2026-Q2/index.html"]
    assert (alone.taken, alone.result, alone.off) == (None, "", False)
    assert "<b>2</b> 笔" in view.lead and "<b>1</b> 笔对不上" in view.lead


def test_a_secret_in_a_reply_stays_at_home(tmp_path: Path) -> None:
    view = reconcile_view(board(tmp_path, GIVEN.replace("镇财政所", "【私:何德厚】")))
    assert view is not None and "何德厚" not in repr(view)


def test_without_a_giver_there_is_no_page(tmp_path: Path) -> None:
    alone = board(tmp_path, GIVEN.replace("沙河村 |", "别的村 |"))
    assert reconcile_view(alone) is None
    assert missing_list(alone).links == ()


def test_no_finding_reaches_a_page(tmp_path: Path) -> None:
    quiet = board(tmp_path)
    loud = quiet.with_findings(tuple(Diagnostic(slug, Span("青禾镇/拨付.yaml")) for slug in ("rent-far-below", "split-below-threshold", "levels-disagree")))
    place = quiet.places["qinghe/shahe"]
    assert home_view(quiet) == home_view(loud)
    assert place_view(quiet, place) == place_view(loud, place)
    assert missing_list(quiet) == missing_list(loud)
    assert reconcile_view(quiet) == reconcile_view(loud)
