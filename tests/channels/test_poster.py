"""Posters of every shape: everything is on them, in letters that can be read, in the same bytes every time."""

from __future__ import annotations

import hashlib
import os
import pickle
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from markupsafe import Markup

from disclosure.channels import poster
from disclosure.channels.printing import press
from disclosure.channels.printing.fonts import Fonts
from disclosure.channels.printing.formats import FORMATS
from disclosure.channels.printing.metrics import plain
from disclosure.views.model import FilingView
from disclosure.views.model import MissingView
from disclosure.views.model import RowView
from disclosure.views.model import TableView
from tests.channels import sample_views as samples
from tests.channels.printing import making

pytestmark = [pytest.mark.pdf, pytest.mark.skipif(bool(making.MISSING), reason=making.MISSING)]

ROOT = Path(__file__).resolve().parents[2]
SHAPES = sorted(samples.ALL)
EACH = [(shape, list(FORMATS)[at % len(FORMATS)]) for at, shape in enumerate(SHAPES)]
_HAN = re.compile(r"[\u3400-\u9fff]")
REST = [(shape, form) for shape in SHAPES for form in FORMATS if (shape, form) not in EACH]


@pytest.fixture(scope="session")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Fonts:
    return making.fonts(str(tmp_path_factory.getbasetemp() / "fonts"))


def made(view: FilingView | MissingView, form: str, fonts: Fonts) -> poster.Poster:
    return poster.render(view, form, making.theme(), fonts)


def said(view: FilingView | MissingView) -> str:
    """Everything a poster must say: sentences, rows without vouchers, facts, prose, notes, phones, code."""
    if isinstance(view, MissingView):
        return " ".join((view.due_sentence, view.overdue, view.who, view.deadline, view.remedy, *(number for _, number in view.phones)))
    words = [view.say, view.body, *view.notes, *(number for _, number in view.hotlines), view.code, view.due_words]
    words += [f"{fact.html} {fact.unit}" for fact in view.facts]
    words += [text for table in view.tables for part in (table.panels or (table,)) for text in cells(part)]
    return " ".join(map(plain, words)) if not view.held else view.held


def cells(table: TableView) -> list[str]:
    shown = [at for at, column in enumerate(table.columns) if column.css != "vo"]
    rows = [*table.body, *table.foot]
    notes = [note.html for row in rows for note in row.under]
    return [cell_words(table, row, at) for row in rows for at in shown] + notes + [row.number for row in rows]


def cell_words(table: TableView, row: RowView, at: int) -> str:
    """What a poster says of a cell: a cash book's days without the month of the title, 其中 once for all parts."""
    words = plain(row.cells[at].html)
    if table.columns[at].css == "d":
        return words.partition("月")[2]
    return words.removeprefix("其中") if row.role == "of_which" else words


def check(shape: str, form: str, fonts: Fonts) -> poster.Poster:
    """Make a poster and look at it: nothing wrong, everything said, every word inside the margins, one title a sheet."""
    view = samples.ALL[shape]()
    found = made(view, form, fonts)
    assert found.problems == ()
    text = making.text_of(found.bytes)
    wanted = said(view)
    assert making.numbers(wanted) - making.numbers(text) == set()
    assert Counter(_HAN.findall(wanted)) - Counter(_HAN.findall(text)) == Counter()
    reader = pypdf.PdfReader(BytesIO(found.bytes))
    assert len(reader.pages) == found.sheets
    assert inside(found.bytes, FORMATS[form].margin)
    return found


def inside(data: bytes, margin: float) -> bool:
    """Tell whether every word stands between the margins (a sign hung out of the line by half an em is blank there)."""
    edge = margin * 72 / 25.4
    page = (0.0, 0.0)
    for line in making.text_of(data, "-bbox").splitlines():
        if size := re.search(r'<page width="([\d.]+)" height="([\d.]+)"', line):
            page = (float(size[1]), float(size[2]))
        elif word := re.search(r'xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word', line):
            left, _, right, _ = (float(value) for value in word.groups()[:4])
            hung = 20 if word[5][0] in "（《“「『【〈〔‘" else 1
            if left < edge - hung or right > page[0] - edge + 1:
                return False
    return True


@pytest.mark.parametrize(("shape", "form"), EACH)
def test_everything_is_on_the_poster(shape: str, form: str, fonts: Fonts) -> None:
    check(shape, form, fonts)


@pytest.mark.slow
@pytest.mark.parametrize(("shape", "form"), REST)
def test_everything_is_on_every_other_poster(shape: str, form: str, fonts: Fonts) -> None:
    check(shape, form, fonts)


@pytest.mark.parametrize("shape", ["ledger", "subsidy", "two_levels", "statement", "prose", "long"])
def test_the_first_plan_is_right(shape: str, fonts: Fonts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press, "_TRIES", 1)
    assert made(samples.ALL[shape](), "a3-landscape", fonts).problems == ()


def test_letters_are_those_of_the_designed_posters(fonts: Fonts) -> None:
    across, upright = (made(samples.ledger(), form, fonts) for form in ("a3-landscape", "a3-portrait"))
    assert (across.sheets, across.legible_m) == (1, Decimal("1.5"))
    assert across.letter_pt >= 17
    assert (upright.sheets, upright.legible_m) == (1, Decimal("1.3"))
    assert made(samples.subsidy(), "a3-portrait", fonts).letter_pt >= Decimal("16.5")


@pytest.mark.parametrize("form", FORMATS)
def test_a_table_goes_on_to_the_next_sheet_before_it_is_too_small_to_read(form: str, fonts: Fonts) -> None:
    found = made(samples.ledger(60), form, fonts)
    assert found.sheets > 1
    assert float(found.letter_pt) >= FORMATS[form].legible
    text = making.text_of(found.bytes)
    assert text.count(f"，共 {found.sheets} 张") == found.sheets
    assert text.count("摘要") == found.sheets


def test_names_are_set_upright_where_they_get_larger() -> None:
    assert poster.best_format(samples.subsidy()) == "a3-portrait"
    assert poster.best_format(samples.ledger()) == "a3-landscape"
    assert poster.best_format(samples.missing(), "a4") == "a4-landscape"


def test_what_cannot_be_printed_is_said_and_never_printed_in_part(fonts: Fonts) -> None:
    view = samples.one_row()
    table = view.tables[0]
    long = replace(table.body[0], cells=(samples.cell("东洼机动地" * 4000, "s"), *table.body[0].cells[1:]))
    found = made(replace(view, tables=(replace(table, body=(long,)),)), "a4-landscape", fonts)
    assert found.bytes == b""
    assert [problem.slug for problem in found.problems] == ["poster-does-not-fit"]


def test_a_table_too_wide_is_set_in_tiers(fonts: Fonts) -> None:
    view = samples.one_row()
    columns = tuple(samples.ColumnView(f"c{at}", f"第{at}栏的名称", "元", "s" if not at else "r") for at in range(20))
    texts = ["东洼", *(f"{at},000.00" for at in range(1, 20))]
    table = replace(view.tables[0], columns=columns, body=tuple(samples.row(str(at), texts, ["s", *["r"] * 19]) for at in range(1, 7)))
    found = made(replace(view, tables=(table,)), "a4-portrait", fonts)
    text = making.text_of(found.bytes)
    assert found.problems == ()
    assert float(found.letter_pt) >= FORMATS["a4-portrait"].legible
    assert set(texts[1:]) <= making.numbers(text)
    assert "续栏" in text
    assert text.count("东洼") > 1


def test_a_sign_no_font_has_is_named(fonts: Fonts) -> None:
    view = replace(samples.one_row(), notes=(Markup("张\ue863同志"),))
    found = made(view, "a4-portrait", fonts)
    assert [(problem.slug, dict(problem.arguments)) for problem in found.problems] == [("glyph-missing", {"characters": "\ue863"})]


def test_a_character_outside_the_cut_fonts_is_still_printed(fonts: Fonts) -> None:
    found = made(replace(samples.one_row(), place_name="䶮溪村"), "a4-portrait", fonts)
    assert found.problems == ()
    assert "䶮溪村" in making.text_of(found.bytes)


def test_posters_need_no_fonts_of_their_own() -> None:
    found = made(samples.one_row(), "a4-landscape", Fonts())
    assert found.problems == ()
    assert "12,000.00" in making.text_of(found.bytes)


def test_what_goes_on_the_web_is_tagged_and_named(fonts: Fonts) -> None:
    data = made(replace(samples.one_row(), medium="web"), "a4-landscape", fonts).bytes
    reader = pypdf.PdfReader(BytesIO(data))
    catalogue = reader.trailer["/Root"]
    assert catalogue["/Lang"] == "zh-Hans"
    assert catalogue["/MarkInfo"]["/Marked"]
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("石桥村 2026年10月 资产资源发包", "石桥村")
    assert reader.metadata.creation_date is None


def test_a_job_and_its_result_cross_processes(fonts: Fonts) -> None:
    job = (samples.one_row(), "a4-landscape", making.theme(), fonts)
    view, form, theme, same = pickle.loads(pickle.dumps(job))
    found = poster.render(view, form, theme, same)
    assert pickle.loads(pickle.dumps(found)) == found


_AGAIN = """
import hashlib, sys
from tests.channels import sample_views as samples
from tests.channels.printing import making
from disclosure.channels import poster
for shape in ("ledger", "subsidy", "prose"):
    data = poster.render(samples.ALL[shape](), "a4-portrait", making.theme(), making.fonts(sys.argv[1])).bytes
    print(hashlib.sha256(data).hexdigest())
"""


def test_equal_views_give_equal_bytes_in_any_process(fonts: Fonts) -> None:
    folder = str(Path(fonts.faces[0].path).parent)
    said = [
        subprocess.run([sys.executable, "-c", _AGAIN, folder], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout.split()
        for seed in ("1", "2")
    ]
    here = [hashlib.sha256(made(samples.ALL[shape](), "a4-portrait", fonts).bytes).hexdigest().encode() for shape in ("ledger", "subsidy", "prose")]
    assert said == [here, here]


def test_an_unknown_format_is_a_fault_of_ours(fonts: Fonts) -> None:
    with pytest.raises(KeyError):
        made(samples.one_row(), "a5", fonts)
