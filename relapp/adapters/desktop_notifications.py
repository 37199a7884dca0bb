"""Notifications of a Linux desktop, over D-Bus by `jeepney`, without waiting for any answer.

By the Desktop Notifications Specification 1.2. One connection, from which everything is read in order: a call that
waited for its reply would throw away what comes meanwhile. Notes are only taken by a daemon that shows actions.
"""

from __future__ import annotations

import html
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from relapp.ports import Note, NoteEvent, NoteSign

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
_BUS = "org.freedesktop.DBus"
_BUS_PATH = "/org/freedesktop/DBus"
_ACTIONS = "actions"
_MARKUP = "body-markup"
_DEFAULT = "default"
_BY_HAND = 2
"""Why a note closed: "The notification was dismissed by the user"."""
_MOST = 200
"""So many notes are remembered; a desktop keeps fewer."""

Connect = Callable[[], Any]
Answer = Callable[[Any], list[NoteEvent]]


def session_bus() -> Any:
    """A connection to the bus of the user's session. Raises KeyError, ValueError or OSError when there is none."""
    from jeepney.io.blocking import open_dbus_connection

    return open_dbus_connection("SESSION")


class DesktopNotifications:
    """The `Notifier` port."""

    def __init__(self, connect: Connect = session_bus) -> None:
        self._connect = connect
        self._bus: Any = None
        self._able: frozenset[str] | None = None  # what the daemon can; None: not asked, or another one came
        self._asking = False
        self._queue: OrderedDict[str, Note] = OrderedDict()  # until it is known what the daemon can
        self._answers: dict[int, Answer] = {}  # by the serial of what was sent
        self._sent: set[str] = set()  # no id yet
        self._ids: OrderedDict[str, int] = OrderedDict()
        self._first: dict[str, str] = {}  # what a click on the text does
        self._unwanted: set[str] = set()

    # --- the bus

    def start(self) -> bool:
        if self._bus is not None:
            return True
        try:
            self._bus = self._connect()
            self._listen()
            self._ask()
        except (KeyError, ValueError, RuntimeError, OSError):  # no address, one we can't use, refused, nobody there
            self._bus = None
        return self._bus is not None

    def fileno(self) -> int | None:
        number: int | None = None if self._bus is None else self._bus.sock.fileno()
        return number

    def close(self) -> None:
        if self._bus is not None:
            self._bus.close()
        self._bus = None

    def _listen(self) -> None:
        from jeepney import MatchRule, message_bus

        rules = [
            MatchRule(type="signal", sender=NAME, interface=NAME, member=member, path=PATH)
            for member in ("ActionInvoked", "NotificationClosed")
        ]
        owner = MatchRule(type="signal", sender=_BUS, interface=_BUS, member="NameOwnerChanged", path=_BUS_PATH)
        owner.add_arg_condition(0, NAME)
        for rule in (*rules, owner):
            self._send(message_bus.AddMatch(rule), _ignored)

    def _send(self, message: Any, answer: Answer) -> None:
        """Raises OSError when the bus is gone."""
        serial = next(self._bus.outgoing_serial)
        self._answers[serial] = answer
        self._bus.send(message, serial=serial)

    def _call(self, member: str, answer: Answer, signature: str = "", body: tuple[Any, ...] = ()) -> None:
        from jeepney import DBusAddress, new_method_call

        self._send(new_method_call(DBusAddress(PATH, NAME, NAME), member, signature or None, body), answer)

    def _lose(self) -> list[NoteEvent]:
        """The bus went: with it what was sent and not answered, and whatever stands."""
        self.close()
        failed = [*self._queue, *self._sent]
        self._able, self._asking = None, False
        for some in (self._queue, self._answers, self._sent, self._ids, self._first, self._unwanted):
            some.clear()
        return [NoteEvent(NoteSign.FAILED, key) for key in failed]

    # --- notes

    def show(self, note: Note) -> bool:
        if self._bus is None or (self._able is not None and _ACTIONS not in self._able):
            return False
        try:
            if self._able is not None:
                self._notify(note, self._able)
                return True
            self._queue[note.key] = note
            self._ask()
        except OSError:
            self._queue.pop(note.key, None)
            self._sent.discard(note.key)
            return False  # what else was lost is told by the next `read`
        return True

    def withdraw(self, key: str) -> None:
        if self._queue.pop(key, None) is not None:
            return
        if key in self._sent:
            self._unwanted.add(key)
        number = self._ids.pop(key, None)
        self._first.pop(key, None)
        if number is not None and self._bus is not None:
            self._take_away(number)

    def _take_away(self, number: int) -> None:
        try:
            self._call("CloseNotification", _ignored, "u", (number,))
        except OSError:
            return  # the next `read` tells that the bus is gone

    def _ask(self) -> None:
        if not self._asking:
            self._asking = True
            self._call("GetCapabilities", self._on_able)

    def _on_able(self, reply: Any) -> list[NoteEvent]:
        self._asking = False
        words = _body(reply, "as")
        self._able = None if words is None else frozenset(words)
        if self._able is None or _ACTIONS not in self._able:
            failed = list(self._queue)
            self._queue.clear()
            return [NoteEvent(NoteSign.FAILED, key) for key in failed]
        while self._queue:
            self._notify(self._queue.popitem(last=False)[1], self._able)
        return []

    def _notify(self, note: Note, able: frozenset[str]) -> None:
        body = html.escape(note.body, quote=False) if _MARKUP in able else note.body
        actions = [word for action in note.actions for word in action]
        if actions:  # a desktop that doesn't take the click on the text for it shows a button
            self._first[note.key], actions[0] = actions[0], _DEFAULT
        hints = {
            "urgency": ("y", 2 if note.urgent else 1),
            "desktop-entry": ("s", "relapp"),
            "category": ("s", "x-relapp.reminder"),
        }
        words = ("Relapp", 0, "relapp", note.title, body, actions, hints, -1)
        self._sent.add(note.key)
        self._call("Notify", lambda reply: self._on_notified(note.key, reply), "susssasa{sv}i", words)

    def _on_notified(self, key: str, reply: Any) -> list[NoteEvent]:
        self._sent.discard(key)
        unwanted = key in self._unwanted
        self._unwanted.discard(key)
        number = _body(reply, "u")
        if number is None:
            self._first.pop(key, None)
            return [] if unwanted else [NoteEvent(NoteSign.FAILED, key)]
        if unwanted:
            self._first.pop(key, None)
            self._take_away(number)
            return []
        self._ids[key] = number
        while len(self._ids) > _MOST:
            self._first.pop(self._ids.popitem(last=False)[0], None)
        return [NoteEvent(NoteSign.TAKEN, key)]

    # --- what comes

    def read(self) -> list[NoteEvent]:
        found: list[NoteEvent] = []
        while self._bus is not None:
            try:
                found += self._hear(self._bus.receive(timeout=0))
            except TimeoutError:
                break
            except (OSError, ValueError):  # gone, or what came is no D-Bus
                found += self._lose()
        return found

    def _hear(self, message: Any) -> list[NoteEvent]:
        from jeepney import HeaderFields, MessageType

        kind, fields = message.header.message_type, message.header.fields
        if kind in (MessageType.method_return, MessageType.error):
            answer = self._answers.pop(fields.get(HeaderFields.reply_serial, 0), None)
            return [] if answer is None else answer(message)
        if kind is not MessageType.signal:
            return []
        member, signature = fields.get(HeaderFields.member), fields.get(HeaderFields.signature, "")
        match member, signature:
            case "ActionInvoked", "us":
                return self._on_action(*message.body)
            case "NotificationClosed", "uu":
                return self._on_closed(*message.body)
            case "NameOwnerChanged", "sss" if message.body[0] == NAME:
                self._on_owner_changed()
        return []

    def _key_of(self, number: int) -> str | None:
        return next((key for key, one in self._ids.items() if one == number), None)

    def _on_action(self, number: int, action: str) -> list[NoteEvent]:
        key = self._key_of(number)
        if key is None:
            return []
        return [NoteEvent(NoteSign.ACTION, key, self._first.get(key, action) if action == _DEFAULT else action)]

    def _on_closed(self, number: int, reason: int) -> list[NoteEvent]:
        """One that ran out of time may lie in the desktop's list, with its actions."""
        key = self._key_of(number)
        if key is None or reason != _BY_HAND:
            return []
        del self._ids[key]
        self._first.pop(key, None)
        return [NoteEvent(NoteSign.DISMISSED, key)]

    def _on_owner_changed(self) -> None:
        """Another daemon, or none: ids were of the old one's. What waits for its answer gets an error from the bus."""
        self._able = None
        self._ids.clear()


def _body(reply: Any, signature: str) -> Any:
    """The one value of an answer of that type; None for an error, or an answer of another sort."""
    from jeepney import HeaderFields, MessageType

    right = reply.header.fields.get(HeaderFields.signature) == signature
    return reply.body[0] if right and reply.header.message_type is MessageType.method_return else None


def _ignored(reply: Any) -> list[NoteEvent]:
    """Nothing depends on it."""
    return []
