"""A filing's page: what it says of itself, what stands in its place when it must not be shown."""

from __future__ import annotations

from datetime import date

from disclosure.board.deadline import Deadline
from disclosure.views.filing import HELD
from disclosure.views.filing import About
from disclosure.views.filing import filing_deadline
from tests.views.making import DIBAO
from tests.views.making import LEDGER
from tests.views.making import OTHER
from tests.views.making import SUBSIDY
from tests.views.making import other
from tests.views.making import read
from tests.views.making import shelf
from tests.views.making import view


def test_heads_and_way_up() -> None:
    shown = view(LEDGER)
    assert (shown.place_name, shown.period_words, shown.heading) == ("石桥村", "2026年10月", "财务收支明细")
    assert [link.text for link in shown.crumbs] == ["青禾镇", "石桥村", "财务", "2026年10月"]
    assert shown.crumbs[2].path == "qinghe/shiqiao/index.html#finance"
    assert shown.url == "https://example.org/qinghe/qinghe/shiqiao/fin-ledger/2026-10/"


def test_a_notice_goes_by_its_title() -> None:
    shown = view(other("标题: 关于检修的公示\n"))
    assert shown.heading == "关于检修的公示"
    assert view(LEDGER.replace("    期间", "    标题: 十月的账\n    期间")).heading == "财务收支明细"


def test_status_goes_by_the_deadline_never_by_today() -> None:
    assert view(LEDGER).status.sentence == "11月6日公开，期限 11月16日"
    late = view(LEDGER.replace("2026-11-06\n    公开日期: 2026-11-06", "2026-11-20\n    公开日期: 2026-11-20"))
    assert (late.status.status, late.status.sentence) == ("late", "11月20日公开，期限 11月16日，迟 4 天")
    given = view(LEDGER, "web", About(deadline=Deadline(date(2026, 11, 5), date(2026, 11, 5), "law", "", "十一月五日前")))
    assert given.status.sentence.endswith("迟 1 天")


def test_no_deadline_where_nothing_asks() -> None:
    dongpo = read(LEDGER, OTHER.path)
    assert filing_deadline(dongpo, shelf(dongpo)).on is None
    early = read(LEDGER.replace("2026-10", "2025-10").replace("10-", "2025-10-"))
    assert filing_deadline(early, shelf(early)).on is None
    notice = read(other("标题: 试\n"))
    assert filing_deadline(notice, shelf(notice)).on is None


def test_posting_and_laws() -> None:
    shown = view(LEDGER)
    lines = dict(shown.posting)
    assert lines["上栏"] == "2026年11月6日，村部东墙公开栏"
    assert shown.laws[0].label == "《农村集体经济组织法》第四十五条"
    assert shown.laws[0].path == "laws/law/集体经济组织法/index.html#集体经济组织法-45"
    assert shown.due_words.startswith("次月 15 日前（地方规定")
    assert shown.hotlines == (("石桥村监督电话", "0000-6123341"), ("青禾镇监督电话", "0000-6123380"))


def test_facts_that_stand_in_the_table_are_not_repeated() -> None:
    assert view(LEDGER).facts == ()
    labels = [fact.label for fact in view(SUBSIDY).facts]
    assert labels == ["户数", "补贴总面积", "补贴总额"]


def test_lead_tells_change_largest_and_corrections() -> None:
    lead = view(LEDGER).lead
    assert lead.startswith('比上月末少 <span class="num">6,375.04 元</span>。最大的三笔支出：村干部误工补贴')
    assert lead.endswith('更正 <span class="num">1 处</span>，在第 <a href="#r6">6</a> 行。')
    assert view(LEDGER).largest[0] == ("村干部误工补贴", "6,250.00 元", "5")


def test_lists_of_persons_have_no_largest() -> None:
    assert view(SUBSIDY).largest == ()


def test_against_last_time() -> None:
    last = read(SUBSIDY.replace("期间: 2026", "期间: 2025").replace("711.48", "611.48").replace("1,927.46", "1,827.46"))
    assert view(SUBSIDY, "web", None, last).lead == '比上期（2025年）多 <span class="num">100.00 元</span>。'


def test_held_and_secret() -> None:
    held = view(LEDGER, "web", About(held=True))
    assert (held.held, held.status.status, held.code, held.tables, held.signatures) == (HELD, "held", "", (), ())
    secret = view(DIBAO)
    assert secret.secret
    assert secret.code
    assert view(DIBAO, "board").tables[0].body


def test_old_and_new_point_at_each_other() -> None:
    shown = view(SUBSIDY + "    替代: qinghe/shiqiao/subs.arable/2026\n    批次: 重核\n", "web", About(superseded_by="qinghe/shiqiao/subs.arable/2026~三核"))
    assert shown.supersedes is not None
    assert shown.supersedes.path == "qinghe/shiqiao/subs-arable/2026/index.html"
    assert shown.superseded_by is not None
    assert shown.superseded_by.path == "qinghe/shiqiao/subs-arable/2026~三核/index.html"


def test_reposted_window_and_attachments() -> None:
    shown = view(other("转载: {机关: 县残联, 文号: 残〔2026〕9号}\n公示期: 2026-04-08/2026-04-15\n附件: [名单.pdf]\n"))
    assert shown.reposted == "本件由县残联发布（残〔2026〕9号），照原样转载。"
    assert shown.window.startswith("公示期：2026年4月8日至4月15日")
    assert shown.attachments[0].text == "名单.pdf"


def test_signatures_that_are_missing_stand_blank() -> None:
    shown = view(LEDGER.replace(", 负责人: 周德明}", "}"))
    assert [(sign.role, sign.blank) for sign in shown.signatures] == [("制表", False), ("监委会审核", False), ("负责人", True)]
    assert shown.signatures[1].day == "11月6日"


def test_nil_reports() -> None:
    shown = view("类别: 低保对象\n期间: 2026-Q3\n上栏日期: 2026-10-12\n本期无: 本季没有新增\n", "board")
    assert shown.status.status == "nil"
    assert shown.nil == "本季没有新增"


def test_facts_with_two_statements() -> None:
    shown = view(other("数据:\n  同比: {另称: [增长35.24%, 增长32.2%]}\n  日期: 2026-08-27\n"))
    assert "增长32.2%" in shown.facts[0].html
    assert shown.facts[1].html == "2026年8月27日"


def test_figures_from_the_data_in_running_text() -> None:
    shown = view(other("数据: {总任务: 120, 已完成: 98}\n正文: 已完成 [98](=已完成) 户，还差 {=总任务-已完成} 户，{=没有}。\n"))
    assert shown.body == "<p>已完成 98 户，还差 22 户，（算不出）。</p>"


def test_events_are_due_from_their_day() -> None:
    notice = read("类别: 村民会议决定及实施\n期间: 2026-09-02\n上栏日期: 2026-09-20\n决定: [{日期: 2026-09-02, 会议: 村民代表会议, 议题: 修渠, 应到: 3, 实到: 3, 赞成: 3, 反对: 0, 弃权: 0, 结论: 通过}]\n")
    found = filing_deadline(notice, shelf(notice))
    assert found.on is not None
    assert found.on > date(2026, 9, 2)
    quarter = read("类别: 村民会议决定及实施\n期间: 2026-Q3\n上栏日期: 2026-10-12\n决定件数: 2\n")
    assert filing_deadline(quarter, shelf(quarter)).on == date(2026, 10, 15)
