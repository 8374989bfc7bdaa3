from disclosure.basis.span import Span
from disclosure.catalogue.model import Citation

from .helpers import SHIPPED


def test_a_category_is_found_by_id_name_and_alias() -> None:
    ledger = SHIPPED.categories["fin.ledger"]
    assert SHIPPED.find("fin.ledger") is SHIPPED.find("财务收支明细") is SHIPPED.find("财务收支逐笔") is ledger
    assert SHIPPED.find("没有") is None
    assert ledger.slug == "fin-ledger"


def test_a_citation_prints_its_edition() -> None:
    plain = Citation("a/1", "某法", "第一条", None, None, "公布", "text", Span("laws.yaml"))
    assert plain.label == "《某法》第一条"
    assert SHIPPED.citations["村组法2018/30"].label == "《村民委员会组织法》（2018年修正）第三十条"
