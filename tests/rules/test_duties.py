from __future__ import annotations

from dataclasses import replace
from datetime import date

from disclosure.board.model import Board
from disclosure.board.model import Duty
from disclosure.board.model import Settings
from disclosure.board.model import Status
from disclosure.catalogue.model import Catalogue
from disclosure.rules.duties import duty_arguments
from tests.rules.hand import CATEGORY
from tests.rules.hand import place

DUTY = Duty(
    "shiqiao", CATEGORY.id, "2026-03", "", "calendar", date(2026, 4, 15), date(2026, 4, 15), "local", True, Status.LATE
)


def arguments(one: Duty, media: tuple[str, ...] = ("board", "web")) -> dict[str, object]:
    catalogue = Catalogue({CATEGORY.id: replace(CATEGORY, media=media)}, {}, {})
    return duty_arguments(one, Board(Settings(), catalogue, {"shiqiao": place()}, (), (), (), date(2026, 11, 20)))


def test_words_of_a_duty() -> None:
    said = arguments(DUTY._replace(posted_on=date(2026, 4, 20), published_on=date(2026, 4, 18)))
    assert (said["place"], said["period"], said["due"], said["shown"], said["late"]) == (
        "石桥村",
        "2026年3月",
        "2026-04-15",
        "2026-04-18",
        3,
    )
    assert said["source"] == "期限是本地规定的"


def test_only_media_of_the_category_count() -> None:
    said = arguments(DUTY._replace(posted_on=date(2026, 4, 20), published_on=date(2026, 4, 18)), ("board",))
    assert said["late"] == 5


def test_the_end_of_the_holiday_calendar_is_said() -> None:
    said = arguments(DUTY._replace(due_source="default", calendar_note="超出国务院放假安排数据，未顺延"))
    assert said["source"] == "期限是产品缺省的，不是法律规定；超出国务院放假安排数据，未顺延"
    assert said["shown"] == ""
