"""A notification daemon that keeps what it was given, and answers when it is told to."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

from jeepney import HeaderFields, Message, MessageType, message_bus, new_error, new_method_return
from jeepney.io.blocking import DBusConnection

from tests.desktop.notifying import NAME


class Given(NamedTuple):
    """A note: its title, and the lines of its text."""

    title: str
    lines: tuple[str, ...]


class Recorder:
    """Serves for as long as one waits in `serve`; what comes between waits on the bus."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection
        self._unanswered: list[Message] = []
        self.answers_at_once = True
        self.is_there = False
        self.given: list[Given] = []

    def appear(self) -> None:
        """Has the name of the desktop's daemon from now on."""
        reply = self._connection.send_and_get_reply(message_bus.RequestName(NAME))
        assert reply.body[0] in (1, 4), "somebody else is the daemon already"
        self.is_there = True

    def vanish(self) -> None:
        """Nobody has the name from now on."""
        self._connection.send_and_get_reply(message_bus.ReleaseName(NAME))
        self.is_there = False

    def begin(self, *, answers_at_once: bool) -> None:
        """Forgets whom it did not answer: they are dead."""
        self._unanswered.clear()
        self.answers_at_once = answers_at_once

    def serve(self, seconds: float, until: Callable[[], bool] = lambda: False) -> bool:
        """Whether `until` became true, which is asked after each call; at the latest it ends after so long."""
        end = time.monotonic() + seconds
        while not until():
            try:
                message = self._connection.receive(timeout=max(0.0, end - time.monotonic()))
            except TimeoutError:
                return until()
            if message.header.message_type is MessageType.method_call:
                self._answer(message)
        return True

    def _answer(self, message: Message) -> None:
        member = message.header.fields[HeaderFields.member]
        if member == "GetCapabilities":
            self._connection.send(new_method_return(message, "as", (["actions", "body"],)))
        elif member == "Notify":
            self.given.append(Given(message.body[3], tuple(message.body[4].splitlines())))
            if self.answers_at_once:
                self._connection.send(new_method_return(message, "u", (len(self.given),)))
            else:
                self._unanswered.append(message)
        elif member == "CloseNotification":
            self._connection.send(new_method_return(message))
        else:
            self._connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
