"""What stands of a client's business in the file: added, opened, answered, thanked for, deleted; by mouse and key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.business import (
    Idea,
    Recommendation,
    RecommendationKind,
    Referral,
    Sale,
    Satisfaction,
    StandingMark,
)
from relapp.domain.facts import Fact, Section
from relapp.domain.settings import HIDE_PRIVATE
from tests.ui.doubles import ShellDouble
from tests.ui.people.hands import retype
from ui.people.business_card import BusinessCard
from ui.people.business_dialogs import IdeaDialog, SaleDialog, SatisfactionDialog
from ui.people.person_pane import PersonPane
from ui.people.recommendations_dialog import RecommendationDialog, RecommendationsDialog
from ui.people.referral_dialog import ReferralDialog
from ui.widgets.chip import Chip

D = TypeVar("D", bound=QDialog)
LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def card(qtbot: QtBot, shell: ShellDouble, tom: int) -> BusinessCard:
    """Tom's, on show where there is something."""
    shell.window.resize(400, 600)
    shell.window.show()
    made = BusinessCard(shell, shell.window)
    made.resize(380, 500)
    shell.bus.changed.connect(lambda _: made.reload())
    made.show_person(tom)
    return made


@pytest.fixture
def sold(core: Core, tom: int) -> Callable[..., int]:
    """Sells something to Tom so many days ago."""

    def sell(what: str, ago: int = 0, amount: int = 960_000) -> int:
        return core.sales.add(Sale(tom, what, core.desk.today() - timedelta(days=ago), amount, "EUR"))

    return sell


def texts(card: BusinessCard) -> list[str]:
    """What the rows say, spaces as one types them."""
    return [row.text.replace("\N{NO-BREAK SPACE}", " ") for row in card.rows()]


def newest(shell: ShellDouble, kind: type[D]) -> D:
    """The dialog that was opened last."""
    found = [one for one in shell.window.findChildren(kind) if one.isVisible()]
    return found[-1]


def test_it_comes_with_the_first_sale_and_goes_with_it(
    card: BusinessCard, sold: Callable[..., int], core: Core, shell: ShellDouble
) -> None:
    assert not card.isVisible()
    sold("Audit", 10)
    assert texts(card) == ["Audit · € 9,600 · 2 March"]
    QTest.keyClick(card.rows()[0], Qt.Key.Key_Delete)
    assert (card.isVisible(), shell.said) == (False, [("Sale deleted.", True)])
    core.history.undo()
    assert card.isVisible()


def test_a_sale_is_added_from_the_menu_with_today_and_my_currency(
    card: BusinessCard, core: Core, shell: ShellDouble, tom: int
) -> None:
    menu = card.open_menu(shell.window)
    menu.actions()[0].trigger()
    menu.close()
    dialog = newest(shell, SaleDialog)
    QTest.keyClicks(dialog.what, "Audit")
    QTest.keyClick(dialog.what, Qt.Key.Key_Return)
    assert dialog.isVisible() and "price" in dialog.errors.text()
    QTest.keyClicks(dialog.amount, "9,600")
    QTest.keyClicks(dialog.delivered, "20 March")
    QTest.keyClick(dialog.delivered, Qt.Key.Key_Return)
    (sale,) = core.sales.of_person(tom)
    today = core.desk.today()
    assert (sale.what, sale.amount, sale.currency, sale.day) == ("Audit", 960_000, "EUR", today)
    assert texts(card) == ["Audit · € 9,600 · today · to be delivered 20 March"]
    assert shell.said == [("Sale kept.", True)]


def test_enter_opens_a_sale_to_be_set_right(
    card: BusinessCard, sold: Callable[..., int], core: Core, shell: ShellDouble
) -> None:
    sale = sold("Audit", 10)
    QTest.keyClick(card.rows()[0], Qt.Key.Key_Return)
    dialog = newest(shell, SaleDialog)
    assert dialog.amount.text() == "€ 9,600"
    retype(dialog.amount, "CHF 9600.50")
    retype(dialog.day, "yesterday")
    QTest.mouseClick(dialog.save_button, LEFT)
    assert (core.sales.get(sale).amount, core.sales.get(sale).currency) == (960_050, "CHF")
    assert texts(card) == ["Audit · CHF 9,600.50 · yesterday"]


def test_an_open_idea_is_answered_by_one_click_and_some_words(
    card: BusinessCard, core: Core, shell: ShellDouble, tom: int
) -> None:
    today = core.desk.today()
    core.ideas.add(Idea(tom, today, "Shorter reports", today, "Done"))
    core.ideas.add(Idea(tom, today - timedelta(days=9), "Train the shift leads"))
    assert texts(card)[0].startswith("Train"), "the open one first"
    button = card.rows()[0].step_button()
    assert button is not None and card.rows()[1].step_button() is None
    QTest.mouseClick(button, LEFT)
    QTest.keyClicks(newest(shell, IdeaDialog).answer, "From June on")
    QTest.keyClick(newest(shell, IdeaDialog).answer, Qt.Key.Key_Return, CTRL)
    idea = next(one for one in core.ideas.of_person(tom) if one.text.startswith("Train"))
    assert (idea.answered, idea.answer) == (today, "From June on")
    assert not any(row.step_button() for row in card.rows())


def test_a_referral_asks_for_thanks_and_then_for_news(
    card: BusinessCard, core: Core, shell: ShellDouble, tom: int, marta: int
) -> None:
    menu = card.open_menu(shell.window)
    menu.actions()[3].trigger()
    menu.close()
    dialog = newest(shell, ReferralDialog)
    dialog.choose(marta)
    QTest.mouseClick(dialog.save_button, LEFT)
    assert [one.referred for one in core.referrals.of_person(tom)] == [marta]
    said = []
    while (button := card.rows()[0].step_button()) is not None:
        said.append(texts(card)[0])
        QTest.mouseClick(button, LEFT)
    assert said == ["Marta Oduya · today · not thanked yet", "Marta Oduya · today · thanked, not told yet how it went"]
    assert texts(card) == ["Marta Oduya · today · thanked and told how it went"]
    assert shell.said[1:] == [("Thanked Tom Keller.", True), ("Tom Keller was told how it went.", True)]


def test_a_name_that_is_typed_over_is_nobody_in_the_file(
    qtbot: QtBot, core: Core, shell: ShellDouble, tom: int, marta: int
) -> None:
    core.referrals.add(Referral(tom, core.desk.today(), marta))
    dialog = ReferralDialog(shell, tom, core.referrals.of_person(tom)[0])
    dialog.open()
    retype(dialog.whom, "Noor Aziz")
    QTest.mouseClick(dialog.save_button, LEFT)
    (found,) = core.referrals.of_person(tom)
    assert (found.referred, found.referred_name) == (0, "Noor Aziz")


def test_a_mark_is_one_click(card: BusinessCard, core: Core, shell: ShellDouble, tom: int) -> None:
    dialog = SatisfactionDialog(shell, tom)
    dialog.open()
    QTest.mouseClick(dialog.save_button, LEFT)
    assert "0 to 10" in dialog.errors.text(), "none was chosen"
    QTest.mouseClick(dialog.marks[9], LEFT)
    QTest.keyClicks(dialog.words, "You always call back.")
    QTest.keyClick(dialog.words, Qt.Key.Key_Return, CTRL)
    assert texts(card) == ["9 of 10 · “You always call back.” · today"]


@pytest.mark.parametrize(("typed", "score"), [("9", 9), ("10", 10), ("0", 0), ("37", 7)])
def test_a_mark_is_typed(shell: ShellDouble, tom: int, typed: str, score: int) -> None:
    dialog = SatisfactionDialog(shell, tom)
    dialog.open()
    for digit in typed:
        QTest.keyClicks(dialog.focusWidget(), digit)
    assert [mark.text() for mark in dialog.marks if mark.isChecked()] == [str(score)]


def test_many_show_the_first_of_each_kind_and_open_on_request(
    card: BusinessCard, sold: Callable[..., int], core: Core, tom: int, marta: int
) -> None:
    for number in range(5):
        sold(f"Sale {number}", number)
    core.satisfaction.add(Satisfaction(tom, core.desk.today(), 9))
    assert [text.split(" ·")[0] for text in texts(card)] == ["Sale 0", "Sale 1", "Sale 2", "9 of 10"]
    assert card.more.text() == "and 2 more"
    QTest.mouseClick(card.more, LEFT)
    assert len(texts(card)) == 6
    card.show_person(marta)
    card.show_person(tom)
    assert len(texts(card)) == 4, "short again with the next person"


def test_something_of_my_list_is_recommended_once(card: BusinessCard, core: Core, shell: ShellDouble, tom: int) -> None:
    dialog = RecommendationsDialog(shell, tom)
    dialog.open()
    QTest.mouseClick(dialog.add_button, LEFT)
    new = dialog.findChild(RecommendationDialog)
    assert new is not None
    QTest.keyClicks(new.title, "The Silk Roads")
    QTest.keyClicks(new.interests, "history, Asia")
    QTest.keyClick(new.interests, Qt.Key.Key_Return)
    (listed,) = core.recommendations.all()
    assert (listed.kind, listed.interests) == (RecommendationKind.BOOK, ("history", "Asia"))
    QTest.mouseClick(dialog.rows[0].give_button, LEFT)
    assert [one.recommendation.title for one in core.recommendations.given(tom)] == ["The Silk Roads"]
    assert not dialog.rows[0].give_button.isVisible()
    assert texts(card) == ["“The Silk Roads” · today"]


def test_what_fits_an_interest_stands_first(shell: ShellDouble, core: Core, tom: int) -> None:
    for title, interest in (("Bees", "garden"), ("Silk", "history"), ("Ships", "sailing")):
        core.recommendations.add(Recommendation(RecommendationKind.BOOK, title, (interest,)))
    core.facts.add(Fact(0, tom, Section.INTERESTS, "Reading", "History, above all of Asia"))
    core.facts.add(Fact(0, tom, Section.INTERESTS, "Water", "sailing", private=True))
    core.settings.set(HIDE_PRIVATE, True)
    dialog = RecommendationsDialog(shell, tom)
    assert [row.one.title for row in dialog.rows] == ["Silk", "Bees", "Ships"], "nothing private is given away"
    assert "fits history" in dialog.rows[0].accessibleName()


def test_without_a_person_the_list_asks_whom(core: Core, shell: ShellDouble, tom: int) -> None:
    one = core.recommendations.add(Recommendation(RecommendationKind.FILM, "Nomadland"))
    core.recommendations.give(one, tom, core.desk.today())
    dialog = RecommendationsDialog(shell)
    dialog.open()
    dialog.give(dialog.rows[0].one, tom)
    assert "already" in dialog.errors.text(), "never twice"
    QTest.keyClick(dialog.rows[0], Qt.Key.Key_Return)
    opened = dialog.findChild(RecommendationDialog)
    assert opened is not None
    QTest.mouseClick(opened.delete_button, LEFT)
    assert (core.recommendations.all(), dialog.rows, dialog.empty.isVisible()) == ([], [], True)


def test_the_page_offers_what_is_not_there_yet_and_says_what_is(
    qtbot: QtBot, shell: ShellDouble, core: Core, sold: Callable[..., int], tom: int
) -> None:
    pane = PersonPane(shell)
    qtbot.addWidget(pane)
    pane.resize(900, 700)
    pane.show()
    pane.show_person(tom)
    assert not pane.file.business_adder.isHidden() and pane.file.business.isHidden()
    sold("Audit")
    core.standing_marks.add(StandingMark(tom, core.desk.today(), 4))
    assert pane.file.business_adder.isHidden() and not pane.file.business.isHidden()
    assert "trusted adviser 4/5" in [chip.text() for chip in pane.header.findChildren(Chip) if not chip.isHidden()]
