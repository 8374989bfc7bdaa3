"""SARIF 2.1.0 (OASIS Standard, 2020-03-27), which forges and editors show beside the lines and follow over commits."""

from __future__ import annotations

import json
from urllib.parse import quote

from disclosure import __version__
from disclosure.basis.digest import sha256
from disclosure.reporting.report import Report
from disclosure.reporting.report import tame
from disclosure.rules.finding import Elsewhere
from disclosure.rules.finding import Finding
from disclosure.rules.registry import rule_of

NAME = "sarif"
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(report: Report) -> str:
    """Return one SARIF log with one run; paths are relative to the repository's root, columns count code points."""
    slugs = sorted({one.slug for one in report.findings})
    order = {slug: index for index, slug in enumerate(slugs)}
    run = {
        "tool": {
            "driver": {
                "name": "disclosure",
                "version": __version__,
                "language": "zh-CN",
                "rules": [_rule(slug) for slug in slugs],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, order[one.slug]) for one in report.findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(slug: str) -> dict[str, object]:
    rule = rule_of(slug).rule
    return {
        "id": rule.code,
        "name": slug,
        "shortDescription": {"text": rule.title},
        "help": {"text": f"disclosure explain {rule.code}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(one: Finding, index: int) -> dict[str, object]:
    text = tame("\n".join(filter(None, (one.message, one.help, *one.why))))
    result: dict[str, object] = {
        "ruleId": one.code,
        "ruleIndex": index,
        "level": _LEVELS[one.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": _physical(one.path, one.line, one.column)}],
        "partialFingerprints": {"findingId/v1": _identity(one)},
    }
    if one.related:
        result["relatedLocations"] = [_related(number, place) for number, place in enumerate(one.related)]
    return result


def _identity(one: Finding) -> str:
    """Return what stays the same when lines move: whose filing, which row or cell, which rule."""
    return sha256("\n".join((one.slug, one.filing_id or one.path, one.row, one.cell)).encode())[:32]


def _related(number: int, one: Elsewhere) -> dict[str, object]:
    place: dict[str, object] = {"id": number, "physicalLocation": _physical(one.path, one.line, one.column)}
    return place | {"message": {"text": tame(one.message)}} if one.message else place


def _physical(path: str, line: int, column: int) -> dict[str, object]:
    return {
        "artifactLocation": {"uri": quote(f"content/{path}", safe="/~-._")},
        "region": {"startLine": line, "startColumn": column},
    }
