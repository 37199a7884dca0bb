"""Links are given to the system's programs; what no program opens is said, and may be copied."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication

from relapp.domain.people import ContactPoint, PointKind
from tests.ui.doubles import ShellDouble
from ui.opening import has_program
from ui.reaching import hand_over

POINTS = (
    (ContactPoint(PointKind.EMAIL, "tom@keller-werk.example"), "No program on this computer writes e-mails."),
    (ContactPoint(PointKind.URL, "https://keller-werk.example/tom"), "No program on this computer opens this link."),
)


class System:
    """Opens links, or does not."""

    def __init__(self, *, able: bool) -> None:
        self._able = able
        self.asked: list[str] = []

    def open(self, link: QUrl) -> bool:
        self.asked.append(link.toString())
        return self._able


@pytest.mark.parametrize(("point", "sentence"), POINTS)
def test_what_no_program_opens_is_said_and_may_be_copied(
    shell: ShellDouble, point: ContactPoint, sentence: str
) -> None:
    hand_over(shell.say, point, System(able=False).open)
    assert shell.said == [(sentence, False)]
    shell.ways_on[0][1]()
    assert QApplication.clipboard().text() == point.value
    assert shell.said[-1] == (f"Copied: {point.value}", False)


def test_what_a_program_opens_needs_no_word(shell: ShellDouble) -> None:
    system = System(able=True)
    hand_over(shell.say, POINTS[0][0], system.open)
    assert (system.asked, shell.said) == (["mailto:tom@keller-werk.example"], [])


def test_a_desktop_that_would_say_nothing_is_asked_for_its_programs_before(tmp_path: Path) -> None:
    mine, all_of_us, nowhere = tmp_path / "mine", tmp_path / "all", tmp_path / "nowhere"
    mine.mkdir()
    all_of_us.mkdir()
    (mine / "mimeapps.list").write_text("[Default Applications]\nx-scheme-handler/tel=\n[Removed Associations]\n")
    (all_of_us / "mimeinfo.cache").write_text("[MIME Cache]\nx-scheme-handler/mailto=thunderbird.desktop;\n")
    folders = (nowhere, mine, all_of_us)
    assert has_program("mailto", folders)
    assert not has_program("tel", folders)
    (mine / "kde-mimeapps.list").write_text("[Removed Associations]\nx-scheme-handler/tel=skype.desktop;\n")
    assert not has_program("tel", folders)
    (mine / "kde-mimeapps.list").write_text("[Added Associations]\nx-scheme-handler/tel=kdeconnect.desktop;\n")
    assert has_program("tel", folders)
