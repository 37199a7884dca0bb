"""Undo and redo from the window: at once where it is short, in the data thread with progress where it is long."""

from __future__ import annotations

from collections.abc import Callable

from relapp.core import Core
from relapp.domain.errors import CannotUndo
from relapp.domain.words import tr
from relapp.services.history import Done
from ui.shell import Shell
from ui.tasks import Progress


def undo(shell: Shell, change: int | None = None) -> None:
    """Takes this change back, or the latest."""
    _reverse(shell, change, forward=False)


def redo(shell: Shell, change: int | None = None) -> None:
    """Does this undone change again, or the one undone last."""
    _reverse(shell, change, forward=True)


def _reverse(shell: Shell, change: int | None, *, forward: bool) -> None:
    history = shell.core.history
    if change is None:
        found = history.next_redo() if forward else history.next_undo()
        if found is None:
            sentence = tr("There is nothing to do again.") if forward else tr("There is nothing to undo.")
            shell.attempt(lambda: _raise(sentence))
            return
        change = found.id
    wanted = change

    def work(core: Core, progress: Progress | None) -> Done:
        act: Callable[..., Done] = core.history.redo if forward else core.history.undo
        return act(wanted, progress=progress)

    def say(done: Done) -> None:
        said = tr("Done again: {title}") if forward else tr("Undone: {title}")
        shell.say(said.format(title=done.title))

    def refuse(sentence: str) -> None:
        shell.attempt(lambda: _raise(sentence))

    if history.is_long(wanted):
        shell.tasks.run(tr("Doing it again") if forward else tr("Undoing"), work, say, refuse)
    else:
        shell.attempt(lambda: say(work(shell.core, None)))


def _raise(sentence: str) -> None:
    raise CannotUndo(sentence)
