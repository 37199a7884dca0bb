"""What is done with a client's business from the file: added, opened, answered, thanked for, deleted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QDialog, QMenu

from relapp.domain.business import Idea, Referral, Sale, Satisfaction, WinBack
from relapp.domain.words import tr
from ui.people.business_lines import BusinessLine, Noun
from ui.shell import Shell

_MAKERS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("sale", lambda: tr("Sale…")),
    ("satisfaction", lambda: tr("Satisfaction…")),
    ("idea", lambda: tr("Idea…")),
    ("referral", lambda: tr("Referral…")),
    ("recommend", lambda: tr("Recommend something…")),
)


def fill_add_menu(menu: QMenu, shell: Shell, person: int) -> None:
    """What can be added for this person."""
    for key, words in _MAKERS:
        menu.addAction(words(), partial(add, shell, person, key))


def add(shell: Shell, person: int, key: str) -> QDialog:
    """Opens the dialog for a new one."""
    from ui.people import business_dialogs as dialogs
    from ui.people.recommendations_dialog import RecommendationsDialog
    from ui.people.referral_dialog import ReferralDialog

    makers: dict[str, Callable[[Shell, int], QDialog]] = {
        "sale": dialogs.SaleDialog,
        "satisfaction": dialogs.SatisfactionDialog,
        "idea": dialogs.IdeaDialog,
        "referral": ReferralDialog,
        "recommend": RecommendationsDialog,
    }
    dialog = makers[key](shell, person)
    dialog.open()
    return dialog


def act(shell: Shell, person: int, line: BusinessLine, wanted: str) -> QDialog | None:
    """Does what was asked of a line: "edit", "delete", or its step."""
    noun, core = line.noun, shell.core
    today = core.desk.today()
    if wanted == "delete":
        _delete(shell, noun)
    elif wanted == "thank" and isinstance(noun, Referral):
        if shell.attempt(lambda: core.referrals.thank(noun.id, today)):
            shell.say(tr("Thanked {name}.").format(name=core.people.file(person).shown), undo=True)
    elif wanted == "tell" and isinstance(noun, Referral):
        if shell.attempt(lambda: core.referrals.tell(noun.id, today)):
            shell.say(tr("{name} was told how it went.").format(name=core.people.file(person).shown), undo=True)
    else:
        dialog = _dialog(shell, person, noun, answering=wanted == "answer")
        dialog.open()
        return dialog
    return None


def _dialog(shell: Shell, person: int, noun: Noun, *, answering: bool) -> QDialog:
    from ui.people import business_dialogs as dialogs
    from ui.people.recommendations_dialog import RecommendationsDialog
    from ui.people.referral_dialog import ReferralDialog
    from ui.people.win_back_dialog import WinBackDialog

    match noun:
        case Sale():
            return dialogs.SaleDialog(shell, person, noun)
        case Satisfaction():
            return dialogs.SatisfactionDialog(shell, person, noun)
        case Idea():
            return dialogs.IdeaDialog(shell, person, noun, answering=answering)
        case Referral():
            return ReferralDialog(shell, person, noun)
        case WinBack():
            return WinBackDialog(shell, person, noun)
        case _:
            return RecommendationsDialog(shell, person)


def _delete(shell: Shell, noun: Noun) -> None:
    core = shell.core
    match noun:
        case Sale():
            delete, said = core.sales.delete, tr("Sale deleted.")
        case Satisfaction():
            delete, said = core.satisfaction.delete, tr("Satisfaction deleted.")
        case Idea():
            delete, said = core.ideas.delete, tr("Idea deleted.")
        case Referral():
            delete, said = core.referrals.delete, tr("Referral deleted.")
        case WinBack():
            delete, said = core.win_backs.delete, tr("Reason deleted.")
        case _:
            return
    if shell.attempt(lambda: delete(noun.id)):
        shell.say(said, undo=True)
