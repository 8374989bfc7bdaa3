"""Measure our poster of a 40-row ledger beside the plain WeasyPrint call on a page with the same table, in turn.

python tests/bench/posters.py [ROUNDS]
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import segno
import workload
from weasyprint import HTML

from disclosure.board.load import load_shelf
from disclosure.board.load import survey
from disclosure.channels import poster
from disclosure.channels.printing.fonts import site_fonts
from disclosure.theming.theme import load_theme
from disclosure.theming.theme import theme_roots
from disclosure.views.filing import filing_view
from disclosure.views.model import FilingView

STYLE = """@page{size:420mm 297mm;margin:12mm} body{font:16pt "Noto Sans CJK SC"} h1{font:700 44pt "Noto Serif CJK SC"}
table{border-collapse:collapse;width:100%;font-size:11pt} th,td{border-bottom:.2mm solid #999;padding:.4mm 2mm;text-align:left}
td.r{text-align:right} svg{width:36mm;height:36mm}"""


def plain_page(view: FilingView) -> str:
    """Return the table of a view as the plainest page one would write for it."""
    table = view.tables[0]
    heads = "".join(f"<th>{column.label}</th>" for column in table.columns)
    rows = "".join(
        f"<tr><td>{row.number}</td>" + "".join(f'<td class="{cell.css}">{cell.html}</td>' for cell in row.cells) + "</tr>"
        for row in (*table.body, *table.foot)
    )
    code = segno.make(view.code or "x").svg_inline(scale=4)
    head = f"<h1>{view.place_name} {view.period_words} {view.category_name}</h1>{code}"
    return f'<html lang="zh-Hans"><head><style>{STYLE}</style></head><body>{head}<table><thead><tr><th>号</th>{heads}</tr></thead>{rows}</table></body></html>'


def timed(work: Callable[[], object]) -> float:
    """Return how many CPU seconds ``work`` takes."""
    began = time.process_time()
    work()
    return time.process_time() - began


def main() -> None:
    """Make one view, warm both up, measure in turn, print medians and the ratio."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        workload.write_content(workload.township(1, 1), root)
        world = survey(root / "content")
        place = next(path for path in world.places if "/" in path)
        shelf = load_shelf(world, place, date(2026, 1, 20)).shelf
        view = next(filing_view(one, shelf, "board") for one in shelf.filings if one.category.id == "fin.ledger")
        theme, _ = load_theme("default", theme_roots())
        fonts = site_fonts(root / "fonts")
        page = plain_page(view)
        ours, plain = [], []
        for _ in range(rounds + 1):
            ours.append(timed(lambda: poster.render(view, "a3-landscape", theme, fonts)))
            plain.append(timed(lambda: HTML(string=page).write_pdf()))
    ratio = statistics.median(a / b for a, b in zip(ours[1:], plain[1:], strict=True))
    print(f"poster       cpu s {statistics.median(ours[1:]):8.3f} / {statistics.median(plain[1:]):8.3f} = {ratio:5.3f}")


if __name__ == "__main__":
    main()
