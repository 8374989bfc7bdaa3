"""A township of V villages × M months, written twice: as our content, and as the same pages for Hugo.

Every village has a ledger of 30 rows a month, a subsidy list of 60 households a quarter and a table of 25 parcels a
year. All sums are right, so that the checker runs over everything and reports nothing about arithmetic.
"""

from __future__ import annotations

import argparse
import calendar
import json
import random
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂香建国志华玉梅海燕春红文"
NAMES = "青白黄红清石大小东西南北上下新老双龙凤金银柳杨松柏桃梅竹"
LANDS = "山河桥塘湾岭坪坝沟庄店屯营堡寨溪泉井台岗冲坡洼滩"
LINES = (
    ("收到镇财政拨付村级运转经费", "补助收入", True),
    ("收到光伏电站发电收益", "经营收入", True),
    ("收到集体土地发包租金", "发包及上交收入", True),
    ("银行存款利息收入", "其他收入", True),
    ("支付村干部误工补贴", "管理费用", False),
    ("购买办公用品及打印纸", "管理费用", False),
    ("支付村内道路维修工程款", "公益支出", False),
    ("支付环境卫生保洁人员工资", "公益支出", False),
    ("支付自来水管网改造材料费", "公益支出", False),
    ("支付太阳能路灯维修费用", "公益支出", False),
)
GROUPS = ("一组", "二组", "三组", "四组", "五组", "六组")
FIRST_YEAR = 2025


@dataclass
class Document:
    """One page: its head facts and its rows, as text."""

    kind: str
    village: str
    period: str
    words: str
    published: str
    facts: dict[str, str] = field(default_factory=dict)
    rows: list[dict[str, str]] = field(default_factory=list)


def money(cents: int) -> str:
    """Return cents as yuan with two decimals."""
    return f"{cents / 100:.2f}"


def ledger(dice: random.Random, village: str, year: int, month: int, opening: int) -> tuple[Document, int]:
    """Return one month's ledger and its closing balance in cents."""
    last = calendar.monthrange(year, month)[1]
    words = f"{year}年{month}月"
    page = Document("ledger", village, f"{year}-{month:02d}", words, f"{year}-{month:02d}-{last}")
    balance = opening
    for number, day in enumerate(sorted(dice.randint(1, last) for _ in range(30)), 1):
        summary, account, income = dice.choice(LINES)
        amount = dice.randint(50_00, 28_000_00)
        balance += amount if income else -amount
        page.rows.append(
            {
                "日期": f"{month}-{day:02d}",
                "凭证号": f"记-{number:03d}",
                "摘要": f"{summary}（第{number}笔）",
                "科目": account,
                "收入" if income else "支出": money(amount),
                "余额": money(balance),
            }
        )
    page.facts = {"期初余额": money(opening), "期末余额": money(balance)}
    return page, balance


def subsidy(dice: random.Random, village: str, year: int, quarter: int) -> Document:
    """Return one quarter's list of 60 households."""
    last = calendar.monthrange(year, quarter * 3)[1]
    page = Document(
        "subsidy", village, f"{year}-Q{quarter}", f"{year}年第{quarter}季度", f"{year}-{quarter * 3:02d}-{last}"
    )
    area_sum = amount_sum = 0
    for _ in range(60):
        area = dice.randint(50, 3000)
        amount = area * 105
        area_sum, amount_sum = area_sum + area, amount_sum + amount
        name = dice.choice(SURNAMES) + dice.choice(GIVEN) + dice.choice(GIVEN)
        page.rows.append(
            {
                "组别": dice.choice(GROUPS),
                "户主": name,
                "补贴面积": money(area),
                "补贴标准": "105.00",
                "补贴金额": money(amount),
            }
        )
    page.facts = {"户数": "60", "补贴总面积": money(area_sum), "补贴总额": money(amount_sum)}
    return page


def parcels(dice: random.Random, village: str, year: int) -> Document:
    """Return one year's table of 25 parcels."""
    page = Document("parcels", village, str(year), f"{year}年度", f"{year}-12-31")
    for number in range(1, 26):
        page.rows.append(
            {
                "地块编号": f"{year}-{number:03d}",
                "位置": f"{dice.choice('东西南北')}{dice.choice(LANDS)}{dice.randint(1, 40)}号地",
                "用途": dice.choice(("旱地", "水田", "林地", "果园", "养殖水面")),
                "面积(亩)": money(dice.randint(20, 9000)),
                "承包人": dice.choice(SURNAMES) + dice.choice(GIVEN) + dice.choice(GIVEN),
                "年租金(元)": f"{dice.randint(100, 60000)}.00",
            }
        )
    return page


def township(villages: int, months: int, seed: int = 20260101) -> dict[str, list[Document]]:
    """Return every village's pages by its slug; the same for the same arguments."""
    dice = random.Random(seed)
    world = {}
    for number in range(1, villages + 1):
        name = f"{NAMES[number % len(NAMES)]}{LANDS[number % len(LANDS)]}{number}村"
        pages: list[Document] = []
        balance = dice.randint(5_000_00, 900_000_00)
        for index in range(months):
            page, balance = ledger(dice, name, FIRST_YEAR + index // 12, index % 12 + 1, balance)
            pages.append(page)
        pages += [subsidy(dice, name, FIRST_YEAR + q // 4, q % 4 + 1) for q in range((months + 2) // 3)]
        pages += [parcels(dice, name, FIRST_YEAR + y) for y in range((months + 11) // 12)]
        world[f"v{number:04d}"] = pages
    return world


CATEGORY = {"ledger": "财务收支明细", "subsidy": "耕地地力保护补贴", "parcels": "其他公示"}
LEFT_OUT = (
    "收支汇总", "财务会计报告", "债权债务", "村干部报酬", "上级拨款与运转经费", "资产资源发包租赁台账", "村民会议决定及实施",
    "意见建议及答复", "协助政府工作情况", "协商事项及落实", "误工补贴", "民主评议结果", "监委会审查情况与工作报告",
    "自治章程、村规民约和制度", "班子成员与分工",
)  # fmt: skip
"""What no page is made for on either side: a missing item has a page of its own, which Hugo's site has not."""

TABLE = {"ledger": "收支明细", "subsidy": "补贴对象"}


def write(path: Path, text: str) -> None:
    """Write a file and its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def rows_yaml(rows: list[dict[str, str]], indent: str) -> str:
    """Return rows as a YAML list of block mappings."""
    return "".join(
        f"{indent}- " + f"\n{indent}  ".join(f"{key}: {value}" for key, value in row.items()) + "\n" for row in rows
    )


def filing_yaml(page: Document) -> str:
    """Return one page as a filing in our format."""
    head = f"类别: {CATEGORY[page.kind]}\n期间: {page.period}\n公开日期: {page.published}\n上栏日期: {page.published}\n"
    head += "".join(f"{key}: {value}\n" for key, value in page.facts.items())
    if page.kind == "parcels":
        body = "标题: 集体土地公开表\n表:\n  - 名: 地块\n    行:\n" + rows_yaml(page.rows, "      ")
    else:
        body = f"{TABLE[page.kind]}:\n" + rows_yaml(page.rows, "  ")
    return head + body + "签字: {制表: 王敏, 监委会审核: 李国强, 负责人: 周德明}\n"


def write_content(world: dict[str, list[Document]], root: Path) -> int:
    """Write our content below ``root``; returns the number of files."""
    content = root / "content"
    write(content / "site.yaml", f"格式: 1\n标题: 清河镇村务公开\n起: 2025-01-01\n截止: {FIRST_YEAR + len(next(iter(world.values()))) // 17}-01-20\n")
    write(content / "清河镇/place.yaml", "名称: 清河镇\n级别: township\nslug: qinghe\n监督电话: 0318-6120000\n不适用: [{类别: 意见建议及答复, 原因: 只量这三类, 批准: 清河镇}]\n")
    for slug, pages in world.items():
        folder = content / "清河镇" / pages[0].village
        place = f"名称: {pages[0].village}\n级别: village\nslug: {slug}\n监督电话: 0318-6120001\n"
        exempt = "".join(f"  - {{类别: {name}, 原因: 只量这三类, 批准: 清河镇}}\n" for name in LEFT_OUT)
        write(folder / "place.yaml", place + "情况: {财务往来较多: 是, 耕地地力保护补贴: 是}\n不适用:\n" + exempt)
        for page in pages:
            write(folder / page.kind / f"{page.words}{CATEGORY[page.kind]}.yaml", filing_yaml(page))
    return sum(map(len, world.values()))


HEADS = {
    "ledger": ("日期", "凭证号", "摘要", "科目", "收入", "支出", "余额"),
    "subsidy": ("组别", "户主", "补贴面积", "补贴标准", "补贴金额"),
    "parcels": ("地块编号", "位置", "用途", "面积(亩)", "承包人", "年租金(元)"),
}
FIGURES = {"收入", "支出", "余额", "补贴面积", "补贴标准", "补贴金额", "面积(亩)", "年租金(元)"}
SUMS = {"ledger": ("收入", "支出"), "subsidy": ("补贴面积", "补贴金额"), "parcels": ("面积(亩)", "年租金(元)")}

BASE = """<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }}</title><link rel="stylesheet" href="/style.css"></head><body>
<header><a href="/">清河镇村务公开</a></header><main>{{ block "main" . }}{{ end }}</main>
<footer><p>对哪一笔有疑问，报号就行：0318-6120000</p></footer></body></html>
"""
LIST = """{{ define "main" }}<h1>{{ .Title }}</h1><ul>
{{ range sort .Pages "Path" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>{{ end }}
"""


def single_layout(kind: str) -> str:
    """Return Hugo's layout for one kind of page: the same cells, sums and facts as ours."""
    cells, sums = [], []
    start = "".join(f"{{{{ $s{n} := 0.0 }}}}" for n in range(len(SUMS[kind])))
    for head in HEADS[kind]:
        css = ' class="r"' if head in FIGURES else ""
        cells.append(f'<td{css}>{{{{ index . "{head}" }}}}</td>')
    for n, head in enumerate(SUMS[kind]):
        sums.append(f'{{{{ with index . "{head}" }}}}{{{{ $s{n} = add $s{n} (float .) }}}}{{{{ end }}}}')
    foot = "".join(
        f'<td>{{{{ printf "%.2f" $s{SUMS[kind].index(head)} }}}}</td>' if head in SUMS[kind] else "<td></td>"
        for head in HEADS[kind]
    )
    heads = "".join(f"<th>{head}</th>" for head in HEADS[kind])
    return (
        '{{ define "main" }}<h1>{{ .Title }}</h1><dl>{{ range $k, $v := .Params.facts }}<dt>{{ $k }}</dt><dd>{{ $v }}</dd>{{ end }}</dl>'
        f"<table><thead><tr><th>号</th>{heads}</tr></thead><tbody>{start}{{{{ range $n, $e := .Params.rows }}}}"
        '<tr id="r{{ add $n 1 }}"><th><a href="#r{{ add $n 1 }}">{{ add $n 1 }}</a></th>{{ with $e }}'
        f"{''.join(cells)}{''.join(sums)}{{{{ end }}}}</tr>\n{{{{ end }}}}</tbody>"
        f"<tfoot><tr><td>合计</td>{foot}</tr></tfoot></table>{{{{ end }}}}"
    )


def write_hugo(world: dict[str, list[Document]], root: Path) -> None:
    """Write the same pages as a Hugo site below ``root``: rows as front matter, one layout per kind."""
    write(
        root / "hugo.yaml",
        'baseURL: https://example.org/\ntitle: 清河镇村务公开\ndisableKinds: [taxonomy, term, rss, sitemap, "404"]\n'
        "disableHugoGeneratorInject: true\ndisablePathToLower: true\n",
    )
    for layout, text in (("baseof", BASE), ("list", LIST), ("home", LIST)):
        write(root / f"layouts/_default/{layout}.html", text)
    for kind in HEADS:
        write(root / f"layouts/_default/{kind}.html", single_layout(kind))
    write(root / "content/_index.md", "---\ntitle: 清河镇村务公开\n---\n")
    for slug, pages in world.items():
        write(root / f"content/{slug}/_index.md", f"---\ntitle: {pages[0].village}\n---\n")
        for page in pages:
            facts = "".join(f"  {key}: {json.dumps(value)}\n" for key, value in page.facts.items()) or "  {}\n"
            quoted = [{key: json.dumps(value, ensure_ascii=False) for key, value in row.items()} for row in page.rows]
            title = f"{page.village}{page.words}{CATEGORY[page.kind]}"
            head = f"---\ntitle: {title}\nlayout: {page.kind}\nfacts:\n{facts}rows:\n{rows_yaml(quoted, '  ')}---\n"
            write(root / f"content/{slug}/{page.kind}-{page.period}.md", head)


def main() -> None:
    """Write both workloads below a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--villages", type=int, default=10)
    parser.add_argument("--months", type=int, default=12)
    parser.add_argument("--out", type=Path, required=True)
    choice = parser.parse_args()
    world = township(choice.villages, choice.months)
    print(write_content(world, choice.out / "ours"), "filings")
    write_hugo(world, choice.out / "hugo")


if __name__ == "__main__":
    main()
