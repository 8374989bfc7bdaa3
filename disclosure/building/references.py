"""The reference pages of the catalogue: made anew only when the catalogue, the theme or the frame changed, on no day."""

from __future__ import annotations

from disclosure.board.model import Board
from disclosure.building.outlet import Outlet
from disclosure.building.task import Task
from disclosure.channels import page
from disclosure.views.frame import site_frame
from disclosure.views.reference import reference_views


def render(task: Task, outlet: Outlet, board: Board) -> None:
    """Stage every reference page that is new and record all of them."""
    frame = site_frame(board.settings, board.places)
    shared = outlet.fingerprint(frame, task.theme.digest, task.program)
    for view in reference_views(board.catalogue, board.settings.profile):
        mark = outlet.fingerprint(view, shared)
        for artifact in page.artifacts(view):
            if outlet.kept(artifact, mark) is None:
                outlet.put(artifact, page.render(view, frame, task.theme), mark)
