"""Notifications over D-Bus, spoken to a bus that is played here: what is sent, and what is made of the answers."""

from __future__ import annotations

import socket
from collections import deque
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from jeepney import DBusAddress, HeaderFields, Message, new_error, new_method_return, new_signal

from relapp.adapters.desktop_notifications import NAME, PATH, DesktopNotifications
from relapp.ports import Note, NoteEvent, NoteSign

OPEN, DONE, SNOOZE = ("open", "Open"), ("done", "Done"), ("snooze", "Snooze")
CALL = Note("1", "Call Tom", "The roof & <b>more</b>", (OPEN, DONE, SNOOZE))


class Bus:
    """What jeepney's connection is to the notifier; `sent` are the calls, answered when the test wants it."""

    def __init__(self) -> None:
        self.sock, self._far = socket.socketpair()
        self.outgoing_serial = count(1)
        self.sent: list[Message] = []
        self.coming: deque[Message | Exception] = deque()
        self.gone = False

    def send(self, message: Message, serial: int) -> None:
        if self.gone:
            raise ConnectionResetError
        message.header.serial = serial
        self.sent.append(message)

    def receive(self, timeout: float) -> Message:
        if not self.coming:
            raise TimeoutError
        one = self.coming.popleft()
        if isinstance(one, Exception):
            raise one
        return one

    def close(self) -> None:
        self.sock.close()
        self._far.close()

    def calls(self, member: str) -> list[Message]:
        return [one for one in self.sent if one.header.fields[HeaderFields.member] == member]

    def answer(self, member: str, signature: str, *body: Any) -> None:
        """To the last call of that name."""
        self.coming.append(new_method_return(self.calls(member)[-1], signature, body))

    def refuse(self, member: str) -> None:
        self.coming.append(new_error(self.calls(member)[-1], "org.freedesktop.DBus.Error.ServiceUnknown"))

    def signal(self, member: str, signature: str, *body: Any) -> None:
        self.coming.append(new_signal(DBusAddress(PATH, NAME, NAME), member, signature, body))


@pytest.fixture
def bus() -> Iterator[Bus]:
    made = Bus()
    yield made
    made.close()


@pytest.fixture
def notifier(bus: Bus) -> DesktopNotifications:
    """Started, and the daemon has said that it can do everything."""
    made = DesktopNotifications(lambda: bus)
    assert made.start()
    bus.answer("GetCapabilities", "as", ["actions", "body", "body-markup"])
    assert made.read() == []
    return made


def taken(notifier: DesktopNotifications, bus: Bus, note: Note = CALL, number: int = 7) -> list[NoteEvent]:
    assert notifier.show(note)
    bus.answer("Notify", "u", number)
    return notifier.read()


def test_a_note_is_taken_when_the_daemon_has_given_it_a_number(notifier: DesktopNotifications, bus: Bus) -> None:
    assert notifier.show(CALL)
    assert notifier.read() == []
    bus.answer("Notify", "u", 7)
    assert notifier.read() == [NoteEvent(NoteSign.TAKEN, "1")]


def test_what_is_sent(notifier: DesktopNotifications, bus: Bus) -> None:
    notifier.show(CALL)
    name, replaces, icon, title, body, actions, hints, expires = bus.calls("Notify")[0].body
    assert (name, replaces, icon, title, expires) == ("Relapp", 0, "relapp", "Call Tom", -1)
    assert body == "The roof &amp; &lt;b&gt;more&lt;/b&gt;"
    assert actions == ["default", "Open", "done", "Done", "snooze", "Snooze"]
    assert hints["urgency"] == ("y", 1)
    bus.sent[-1].serialise(99)  # of the right types


def test_urgent_ones_say_so(notifier: DesktopNotifications, bus: Bus) -> None:
    notifier.show(Note("1", "Call Tom", "", urgent=True))
    assert bus.calls("Notify")[0].body[6]["urgency"] == ("y", 2)


def test_text_is_left_as_it_is_where_the_daemon_knows_no_markup(bus: Bus) -> None:
    notifier = DesktopNotifications(lambda: bus)
    notifier.start()
    bus.answer("GetCapabilities", "as", ["actions", "body"])
    notifier.read()
    notifier.show(CALL)
    assert bus.calls("Notify")[0].body[4] == "The roof & <b>more</b>"


def test_a_note_waits_until_it_is_known_what_the_daemon_can(bus: Bus) -> None:
    notifier = DesktopNotifications(lambda: bus)
    notifier.start()
    assert notifier.show(CALL)
    assert bus.calls("Notify") == []
    bus.answer("GetCapabilities", "as", ["actions"])
    notifier.read()
    assert len(bus.calls("Notify")) == 1


@pytest.mark.parametrize(("action", "means"), [("done", "done"), ("snooze", "snooze"), ("default", "open")])
def test_a_click_is_told(notifier: DesktopNotifications, bus: Bus, action: str, means: str) -> None:
    taken(notifier, bus)
    bus.signal("ActionInvoked", "us", 7, action)
    assert notifier.read() == [NoteEvent(NoteSign.ACTION, "1", means)]


def test_one_that_ran_out_of_time_can_still_be_clicked(notifier: DesktopNotifications, bus: Bus) -> None:
    taken(notifier, bus)
    bus.signal("NotificationClosed", "uu", 7, 1)
    bus.signal("ActionInvoked", "us", 7, "done")
    assert notifier.read() == [NoteEvent(NoteSign.ACTION, "1", "done")]


def test_one_that_was_closed_by_hand_is_told(notifier: DesktopNotifications, bus: Bus) -> None:
    taken(notifier, bus)
    bus.signal("NotificationClosed", "uu", 7, 2)
    bus.signal("NotificationClosed", "uu", 7, 2)
    assert notifier.read() == [NoteEvent(NoteSign.DISMISSED, "1")]


def test_other_programs_notes_are_not_ours(notifier: DesktopNotifications, bus: Bus) -> None:
    taken(notifier, bus)
    bus.signal("ActionInvoked", "us", 8, "done")
    bus.signal("NotificationClosed", "uu", 8, 2)
    bus.signal("ActionInvoked", "s", "nonsense")
    assert notifier.read() == []


def test_without_a_bus_it_does_not_start() -> None:
    def nowhere() -> Any:
        raise FileNotFoundError

    notifier = DesktopNotifications(nowhere)
    assert not notifier.start()
    assert not notifier.show(CALL)
    assert notifier.fileno() is None
    assert notifier.read() == []


def test_without_a_daemon_a_note_fails_and_the_next_asks_anew(bus: Bus) -> None:
    notifier = DesktopNotifications(lambda: bus)
    notifier.start()
    notifier.show(CALL)
    bus.refuse("GetCapabilities")
    assert notifier.read() == [NoteEvent(NoteSign.FAILED, "1")]
    notifier.show(CALL)
    bus.answer("GetCapabilities", "as", ["actions"])
    notifier.read()
    bus.answer("Notify", "u", 3)
    assert notifier.read() == [NoteEvent(NoteSign.TAKEN, "1")]


def test_a_daemon_that_shows_no_actions_takes_nothing(bus: Bus) -> None:
    notifier = DesktopNotifications(lambda: bus)
    notifier.start()
    bus.answer("GetCapabilities", "as", ["body"])
    notifier.read()
    assert not notifier.show(CALL)


def test_after_another_daemon_came_old_numbers_mean_nothing(notifier: DesktopNotifications, bus: Bus) -> None:
    taken(notifier, bus)
    bus.signal("NameOwnerChanged", "sss", NAME, ":1.5", ":1.9")
    bus.signal("ActionInvoked", "us", 7, "done")
    assert notifier.read() == []
    notifier.show(CALL)
    assert len(bus.calls("GetCapabilities")) == 2


def test_withdrawn_it_is_taken_from_the_screen(notifier: DesktopNotifications, bus: Bus) -> None:
    taken(notifier, bus)
    notifier.withdraw("1")
    assert bus.calls("CloseNotification")[0].body == (7,)


def test_one_given_up_is_closed_should_a_slow_daemon_show_it_after_all(
    notifier: DesktopNotifications, bus: Bus
) -> None:
    notifier.show(CALL)
    notifier.withdraw("1")
    bus.answer("Notify", "u", 7)
    assert notifier.read() == []
    assert bus.calls("CloseNotification")[0].body == (7,)


def test_one_given_up_before_it_was_sent_is_never_sent(bus: Bus) -> None:
    notifier = DesktopNotifications(lambda: bus)
    notifier.start()
    notifier.show(CALL)
    notifier.withdraw("1")
    bus.answer("GetCapabilities", "as", ["actions"])
    notifier.read()
    assert bus.calls("Notify") == []


def test_when_the_bus_goes_what_waits_has_failed_and_it_can_start_again(
    notifier: DesktopNotifications, bus: Bus
) -> None:
    notifier.show(CALL)
    bus.coming.append(ConnectionResetError())
    assert notifier.read() == [NoteEvent(NoteSign.FAILED, "1")]
    assert notifier.fileno() is None
    assert not notifier.show(CALL)


def test_a_bus_that_is_gone_at_sending_takes_nothing(notifier: DesktopNotifications, bus: Bus) -> None:
    bus.gone = True
    assert not notifier.show(CALL)
