"""WeasyPrint on a short rein: no network, no foreign files, its fatal error caught; what is painted by hand."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
import segno

from disclosure.channels import poster
from disclosure.channels.printing import engine
from disclosure.channels.printing.fonts import Fonts
from disclosure.channels.printing.formats import FORMATS
from disclosure.channels.printing.paint import rules_of
from disclosure.channels.printing.qr import qr_runs
from disclosure.channels.printing.themed import formats
from disclosure.theming.theme import load_theme
from disclosure.theming.theme import theme_roots
from tests.channels import sample_views as samples
from tests.channels.printing import making

pytestmark = [pytest.mark.pdf, pytest.mark.skipif(bool(making.MISSING), reason=making.MISSING)]


def themed(folder: Path, **files: str) -> object:
    own = folder / "themes" / "own"
    own.mkdir(parents=True)
    (own / "theme.yaml").write_text("名称: 自己的\n", "utf-8")
    for name, text in files.items():
        (own / name.replace("_", ".")).write_text(text, "utf-8")
    theme, found = load_theme("own", (folder / "themes", *theme_roots()))
    assert found == []
    return theme


@pytest.mark.parametrize("url", ["http://example.org/x.css", "ftp://example.org/x", "file:///etc/passwd", "//example.org/x"])
def test_nothing_is_fetched_from_outside(url: str, tmp_path: Path) -> None:
    guard = engine.fetcher((str(tmp_path),))
    with pytest.raises((ValueError, OSError)):
        guard.fetch(url)


def test_only_allowed_folders_are_read(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out.css"
    inside.mkdir()
    (inside / "a.css").write_text("p{}")
    outside.write_text("p{}")
    guard = engine.fetcher((str(inside),))
    assert guard.fetch((inside / "a.css").as_uri()).read() == b"p{}"
    assert guard.fetch("data:text/plain,x").read() == b"x"
    for url in (outside.as_uri(), f"{inside.as_uri()}/../out.css", f"file://elsewhere{inside}/a.css"):
        with pytest.raises(ValueError, match="allowed"):
            guard.fetch(url)


def test_a_theme_that_asks_for_more_gets_no_poster(tmp_path: Path) -> None:
    theme = themed(tmp_path, poster_css='@import url("https://example.org/evil.css"); p { color: red }')
    found = poster.render(samples.one_row(), "a4-portrait", theme, Fonts())  # type: ignore[arg-type]
    assert found.bytes == b""
    assert [problem.slug for problem in found.problems] == ["poster-does-not-fit"]
    assert "主题" in dict(found.problems[0].arguments)["what"]


def test_a_theme_changes_the_numbers_of_a_format(tmp_path: Path) -> None:
    theme = themed(tmp_path, formats_yaml="a4-portrait: {margin: 20, legible: 14, nonsense: 3, side: 词}\na5: {width: 1}\n")
    found = formats(theme)  # type: ignore[arg-type]
    assert (found["a4-portrait"].margin, found["a4-portrait"].legible, found["a4-portrait"].side) == (20, 14, 0)
    assert found["a3-portrait"] == FORMATS["a3-portrait"]
    assert set(found) == set(FORMATS)
    assert poster.render(samples.one_row(), "a4-portrait", theme, Fonts()).problems == ()  # type: ignore[arg-type]


def test_the_default_theme_changes_nothing() -> None:
    assert formats(making.theme()) == FORMATS


@pytest.mark.parametrize("content", ["https://qinghe.example/shiqiao/fin-ledger/2026-10/", "7K2R-2XQ4-3DZZ"])
def test_the_code_on_the_paper_is_the_code(content: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    view = replace(samples.ledger(), url=content if "/" in content else "", code="7K2R-2XQ4-3DZZ")
    fonts = making.fonts(str(tmp_path_factory.getbasetemp() / "fonts"))
    data = poster.render(view, "a3-portrait", making.theme(), fonts).bytes
    form = FORMATS["a3-portrait"]
    page = pypdfium2.PdfDocument(BytesIO(data))[0]
    picture = page.render(scale=4).to_pil().convert("L")
    per_mm = picture.width / form.width
    code = segno.make(content, error="m", micro=False, mask=4, boost_error=False)
    side = form.qr / len(code.matrix)
    left = form.width - form.margin - form.qr
    top = form.margin + form.rule_heavy + 5
    seen = [
        [picture.getpixel((round((left + (x + 0.5) * side) * per_mm), round((top + (y + 0.5) * side) * per_mm))) < 128 for x in range(len(code.matrix))]
        for y in range(len(code.matrix))
    ]
    assert seen == [[bool(module) for module in row] for row in code.matrix]


def test_runs_are_the_dark_modules() -> None:
    matrix = segno.make("石桥村", error="m", micro=False, mask=4, boost_error=False).matrix
    again = [[any(start <= x < start + length for start, length in row) for x in range(len(matrix))] for row in qr_runs("石桥村")]
    assert again == [[bool(module) for module in row] for row in matrix]
    assert qr_runs("") == ()


def test_rules_are_read_from_the_style_sheet() -> None:
    found = rules_of(":root { --rule-hair: 0.2mm #9a988f; --rule-mid: 0.4mm #111; }")
    assert {name: (round(rule.thick, 2), rule.colour) for name, rule in found.items()} == {
        "hair": (0.76, "0.604 0.596 0.561"),
        "mid": (1.51, "0.067 0.067 0.067"),
    }


def test_a_page_that_is_no_xml_is_still_laid_out() -> None:
    assert engine.tree_of("<html><head></head><body><p>a<br>b&nbsp;c</p></body></html>").find("body/p/br") is not None
    assert engine.tree_of("<html><body><p>a<p>b</body></html>").find("body") is not None


def test_why_there_are_no_posters_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    import builtins

    real = builtins.__import__

    def without(error: type[Exception]) -> object:
        def run(name: str, *rest: object) -> object:
            if name == "weasyprint":
                raise error
            return real(name, *rest)  # type: ignore[arg-type]

        return run

    assert poster.available() == ""
    monkeypatch.setattr(builtins, "__import__", without(OSError))
    assert "pango" in poster.available()
    monkeypatch.setattr(builtins, "__import__", without(ImportError))
    assert "weasyprint" in poster.available()
