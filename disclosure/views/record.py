"""What a filing says, as plain data: the content of the web view, what its digest and check code are computed over.

Neither markup nor looks nor posting days take part, so the code printed on a wall stays true while pages change.
"""

from __future__ import annotations

import json
from datetime import date

from disclosure.board.model import Filing
from disclosure.reading.table import Table
from disclosure.views import corrections
from disclosure.views import mask
from disclosure.views.columns import visible
from disclosure.views.figures import unit_of


def record(filing: Filing, say: str) -> str:
    """Return the web content of a filing as canonical JSON; of a board-only one the identity and the sentence.

    Only text, whole numbers and lists stand in it, so this is what ``digest.canonical_json`` gives, several times faster.
    """
    content = _identity(filing)
    if mask.withheld(filing, mask.WEB):
        content["summary"] = say
    else:
        content.update(_content(filing))
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _identity(filing: Filing) -> dict[str, object]:
    return {
        "schema": 1,
        "filing_id": filing.id if not mask.withheld(filing, mask.WEB) else f"{filing.place}/{filing.category.id}/{filing.period.canonical}",
        "place": filing.place,
        "category": filing.category.id,
        "category_name": filing.category.name,
        "period": filing.period.canonical,
    }


def _content(filing: Filing) -> dict[str, object]:
    entries: dict[str, object] = {
        "title": mask.words(filing.title),
        "document_no": mask.words(filing.document_no),
        "covers": filing.covers.canonical if filing.covers else "",
        "stage": filing.stage,
        "matter": mask.words(filing.matter),
        "batch": filing.batch,
        "nil": mask.words(filing.nil),
        "issuer": mask.words(filing.issuer),
        "supersedes": filing.supersedes,
        "facts": _facts(filing),
        "tables": [_table(table) for table in filing.tables],
        "body": mask.words(filing.body),
        "notes": [mask.words(text) for text, _ in filing.notes],
        "signatures": [[sign.role, mask.words(sign.name), _day(sign.date), mask.words(sign.opinion)] for sign in filing.signatures],
        "corrections": _corrections(filing),
    }
    return {key: value for key, value in entries.items() if value not in ("", [], {})}


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _facts(filing: Filing) -> list[dict[str, str]]:
    found = []
    for fact in filing.facts:
        how = mask.policy(fact.kind, fact.personal, mask.WEB)
        if how != "hide":
            found.append({"id": fact.id, "label": fact.label, "unit": unit_of(fact), "text": mask.text(fact.cell, fact.kind, how)})
    return found


def _table(table: Table) -> dict[str, object]:
    shown = visible(table, mask.WEB)
    columns = [{"id": column.id, "label": column.path, "kind": column.kind, "unit": unit_of(column)} for _, column, _ in shown]
    texts = [mask.texts((row.cells[index] for row in table.rows), column.kind, how) for index, column, how in shown]
    kinds = [(row.number, row.role.value, row.level) for row in table.rows]
    rows = [[*kind, *cells] for kind, cells in zip(kinds, zip(*texts, strict=True), strict=True)] if texts else []
    return {"id": table.id, "label": table.label, "columns": columns, "rows": rows}


def _corrections(filing: Filing) -> list[dict[str, object]]:
    return [
        {
            "date": _day(entry.date),
            "row": corrections.position(entry, filing),
            "column": corrections.column(entry, filing),
            "old": mask.change(filing, entry.column, entry.old, mask.WEB),
            "new": mask.change(filing, entry.column, entry.new, mask.WEB),
            "reason": mask.words(entry.reason),
        }
        for entry in filing.corrections
    ]
