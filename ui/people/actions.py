"""What can be done with the people selected: one menu for the context menu, the bulk pane and the header's button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from relapp.domain.directory import Scope
from relapp.domain.relative import counted
from relapp.domain.tiers import Stage, Tier
from relapp.domain.words import tr
from ui.people.filter_words import stage_word
from ui.shell import Shell


def fill_menu(menu: QMenu, shell: Shell, persons: Sequence[int], scope: Scope) -> None:
    """The actions for these people, who are shown in `scope`."""
    if scope is Scope.TRASHED:
        menu.addAction(tr("Restore"), lambda: restore(shell, persons))
        menu.addAction(tr("Delete for good"), lambda: delete_for_good(shell, persons))
        return
    people = shell.core.people
    tiers = menu.addMenu(tr("Tier"))
    for tier in (*Tier, None):
        _add(tiers, shell, tier or tr("None"), partial(people.set_tier, persons, tier))
    stages = menu.addMenu(tr("Life cycle"))
    for stage in (*Stage, None):
        text = tr("None") if stage is None else stage_word(stage).capitalize()
        _add(stages, shell, text, partial(people.set_stage, persons, stage))
    tags = menu.addMenu(tr("Tag"))
    for name in people.tags():
        _add(tags, shell, name, partial(people.tag, persons, name))
    tags.addSeparator()
    tags.addAction(tr("New tag…"), lambda: _ask_tag(shell, persons))
    untag = menu.addMenu(tr("Remove tag"))
    for name in sorted({tag for person in persons[:200] for tag in people.file(person).tags}):
        _add(untag, shell, name, partial(people.untag, persons, name))
    untag.setEnabled(not untag.isEmpty())
    menu.addSeparator()
    menu.addAction(tr("Export notes…"), lambda: shell.export_notes(list(persons)))
    menu.addSeparator()
    if scope is Scope.ARCHIVED:
        menu.addAction(tr("Back from the archive"), lambda: archive(shell, persons, False))
    else:
        menu.addAction(tr("Archive"), lambda: archive(shell, persons, True))
    menu.addAction(tr("Delete"), lambda: delete(shell, persons))


def _add(menu: QMenu, shell: Shell, text: str, act: Callable[[], None]) -> None:
    menu.addAction(text.replace("&", "&&"), lambda: shell.attempt(act))


def _ask_tag(shell: Shell, persons: Sequence[int]) -> None:
    dialog = QInputDialog(shell.as_widget())
    dialog.setWindowTitle(tr("New tag"))
    dialog.setLabelText(tr("Tag for {who}").format(who=_who(persons)))
    dialog.textValueSelected.connect(
        lambda text: text.strip() and shell.attempt(lambda: shell.core.people.tag(persons, text))
    )
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def delete(shell: Shell, persons: Sequence[int]) -> None:
    """To the trash, with a way back at the foot of the window."""
    if persons and shell.attempt(lambda: shell.core.people.trash(persons)):
        shell.say(tr("{who} deleted. The trash keeps them for 30 days.").format(who=_who(persons)), undo=True)


def archive(shell: Shell, persons: Sequence[int], archived: bool) -> None:
    """Puts people aside, or back."""
    if persons and shell.attempt(lambda: shell.core.people.archive(persons, archived)):
        text = tr("{who} archived.") if archived else tr("{who} back from the archive.")
        shell.say(text.format(who=_who(persons)), undo=True)


def restore(shell: Shell, persons: Sequence[int]) -> None:
    """Out of the trash."""
    if shell.attempt(lambda: shell.core.people.restore(persons)):
        shell.say(tr("{who} restored.").format(who=_who(persons)), undo=True)


def delete_for_good(shell: Shell, persons: Sequence[int]) -> None:
    """Out of the file; the history can still bring them back."""
    if shell.attempt(lambda: shell.core.people.delete_for_good(persons)):
        shell.say(tr("{who} deleted for good.").format(who=_who(persons)), undo=True)


def _who(persons: Sequence[int]) -> str:
    return counted(len(persons), tr("1 person"), tr("{n} people"))


def menu_for(shell: Shell, persons: Sequence[int], scope: Scope, parent: QWidget) -> QMenu:
    """A menu that goes when it is closed."""
    menu = QMenu(parent)
    fill_menu(menu, shell, persons, scope)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
