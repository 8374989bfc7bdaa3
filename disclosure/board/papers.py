"""What a filing's row files and attachments say beside its tables: handed to the privacy guard, shown by nobody."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import replace

from disclosure.board.model import Attachment
from disclosure.board.model import Filing
from disclosure.board.tablesof import PRIVATE_FOLDER
from disclosure.board.tablesof import resolve_path
from disclosure.reading.papers import Piece
from disclosure.reading.papers import pieces
from disclosure.reading.pdftext import read_pdf

MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xls": "application/vnd.ms-excel",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".doc": "application/msword",
    ".csv": "text/csv",
    ".txt": "text/plain",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".zip": "application/zip",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
}
"""What an attachment is, by its ending: a table of our own, as the system's differs from machine to machine."""

_UNREAD_MEDIA = ("image/", "audio/", "video/")
"""Attachments without words to read."""


def with_papers(filing: Filing, files: Mapping[str, bytes]) -> Filing:
    """Return the filing with its attachments found, the words of its files in which a number of a person could stand, and of its PDFs.

    Attachments kept in 不公开 stay unread: they are never published, and are there to hold such things.
    """
    papers: dict[str, tuple[Piece, ...]] = {table.source: pieces(files[table.source], table.source, "明细文件") for table in filing.tables if table.source}
    attachments = []
    folder = posixpath.dirname(filing.source.path)
    for one in (_located(attachment, folder, files) for attachment in filing.attachments):
        attachments.append(_read(one, files) if one.exists else one)
        if one.exists and one.path not in papers and _is_open(one):
            papers[one.path] = pieces(files[one.path], one.path, "附件")
    told = tuple(piece for found in papers.values() for piece in found)
    return replace(filing, papers=told, attachments=tuple(attachments)) if told or attachments else filing


def _located(attachment: Attachment, folder: str, files: Mapping[str, bytes]) -> Attachment:
    """Return an attachment with where it lies, whether it is there and what it is."""
    path = resolve_path(folder, attachment.path)
    media_type = MEDIA_TYPES.get(posixpath.splitext(path)[1].lower(), "")
    title = attachment.title or posixpath.splitext(posixpath.basename(attachment.path))[0]
    return replace(attachment, path=path, title=title, exists=path in files, media_type=media_type)


def _is_open(attachment: Attachment) -> bool:
    """Tell whether an attachment has words that could leave."""
    return not attachment.media_type.startswith(_UNREAD_MEDIA) and PRIVATE_FOLDER not in attachment.path.split("/")


def _read(attachment: Attachment, files: Mapping[str, bytes]) -> Attachment:
    """Return an attachment with what a PDF says and what stands against publishing it."""
    if PRIVATE_FOLDER in attachment.path.split("/"):
        return replace(attachment, barred="不公开")
    if attachment.media_type != "application/pdf":
        return attachment
    read = read_pdf(files[attachment.path])
    return replace(attachment, words=read.text, barred=read.barred)
