from __future__ import annotations

from datetime import date

from disclosure.catalogue.shield import shielded
from disclosure.reading.yaml import read_yaml
from tests.basis.invented import id_card

NUMBER = id_card("500113", date(1961, 3, 5), "012")


def test_numbers_are_masked_before_they_are_read_and_told() -> None:
    document, found = shielded(read_yaml(f"id: x.y\nname: 王甲一 {NUMBER}\n".encode(), "catalogue/x.yaml"), "catalogue/x.yaml")
    assert NUMBER not in document.text
    assert [(one.slug, one.span.line) for one in found] == [("id-card-exposed", 2)]


def test_a_clean_file_stays_as_it_is() -> None:
    read = read_yaml(b"id: x.y\nname: a\n", "catalogue/x.yaml")
    assert shielded(read, "catalogue/x.yaml") == (read, [])
