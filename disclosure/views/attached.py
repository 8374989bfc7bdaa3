"""The files a filing names beside its tables: what each is called, and what stands against showing it to everybody."""

from __future__ import annotations

from disclosure.board.model import Attachment
from disclosure.board.model import Filing
from disclosure.reading.table import Personal
from disclosure.views import mask
from disclosure.views.model import Link

AT_THE_OFFICE = "请到公开单位查看"


def attached(item: Attachment, filing: Filing) -> Link:
    """Return the link of an attachment without its path; a ``note`` says why there will be none."""
    return Link(mask.words(item.title or item.path.rpartition("/")[2]), "", _why_not(item, filing))


def _why_not(item: Attachment, filing: Filing) -> str:
    """Return why the web does not get a file, '' where nothing stands against it.

    Names in a picture or in a PDF cannot be masked. Where the filing masks them on the web, a list of them as a PDF stays away.
    """
    if not item.exists:
        return "未附上"
    if item.barred:
        return f"{item.barred}，{AT_THE_OFFICE}"
    return f"姓名要遮盖，{AT_THE_OFFICE}" if item.words and _masks_people(filing) else ""


def _masks_people(filing: Filing) -> bool:
    kinds: list[tuple[str, Personal | None]] = [(fact.kind, fact.personal) for fact in filing.facts]
    kinds += [(column.kind, column.personal) for table in filing.tables for column in table.columns]
    return any(mask.policy(kind, personal, mask.WEB) != "show" for kind, personal in kinds)
