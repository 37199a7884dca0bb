"""What can go wrong without being a bug: each carries one sentence for the user, and nothing was lost."""

from __future__ import annotations

from relapp.domain.words import tr


class KnownError(Exception):
    """Something outside the app refused; `str(error)` is a whole sentence to show as it is."""


class Refused(KnownError):
    """An input that can't be taken; everything is as it was."""


class Cancelled(KnownError):
    """The user stopped a long task; what it had written was taken back."""

    def __init__(self) -> None:
        super().__init__(tr("Stopped. Nothing was changed."))


class NoSuchPerson(KnownError):
    """Nobody by that id, uid, e-mail or name."""

    def __init__(self, wanted: object) -> None:
        self.wanted = wanted
        super().__init__(tr("There is no person “{wanted}”.").format(wanted=wanted))


class SeveralPeople(KnownError):
    """More than one person fits; `candidates` are their names."""

    def __init__(self, wanted: str, candidates: tuple[str, ...]) -> None:
        self.wanted = wanted
        self.candidates = candidates
        super().__init__(
            tr("“{wanted}” fits several people: {names}.").format(wanted=wanted, names="; ".join(candidates))
        )


class NoSuchRecord(KnownError):
    """The thing was deleted meanwhile."""

    def __init__(self) -> None:
        super().__init__(tr("That is no longer here; it was deleted meanwhile."))


class CannotUndo(KnownError):
    """Something later touched the same rows."""
