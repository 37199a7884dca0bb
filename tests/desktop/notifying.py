"""Who shows notifications on the test's desktop: a real daemon, one that hangs, and logind to wake the machine."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jeepney import DBusAddress, HeaderFields, Message, MessageType, message_bus, new_method_call, new_signal
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.desktop.screens import Desktop
from tests.desktop.waiting import wait_until

PLACES = {"open": (300, 65), "done": (149, 39), "snooze": (87, 39)}
"""Where a note of three actions is clicked for each: pixels from its right and lower edge."""
DAEMON = "/usr/lib/notification-daemon/notification-daemon"
NAME = "org.freedesktop.Notifications"
_BUS = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")


class Daemon:
    """The notification daemon of GNOME's older days; it shows a window for each note, with a button for each action."""

    def __init__(self, screen: Desktop, process: int) -> None:
        self._screen = screen
        self._process = process

    def note(self) -> str:
        """Id of the window of a note, as soon as there is one."""
        return wait_until(self._windows, "a notification")[0]

    def click(self, action: str) -> None:
        """With the left button, where the note offers that."""
        words = self._screen.xdotool("getwindowgeometry", "--shell", self.note()).stdout.split()
        place = {name: int(value) for name, _, value in (word.partition("=") for word in words)}
        x, y = place["X"] + place["WIDTH"] - PLACES[action][0], place["Y"] + place["HEIGHT"] - PLACES[action][1]
        self._screen.xdotool("mousemove", str(x), str(y), "click", "1")

    def has_note(self) -> bool:
        return bool(self._windows())

    def _windows(self) -> list[str]:
        return self._screen.windows_of(self._process)


@contextmanager
def real_daemon(screen: Desktop, folder: Path) -> Iterator[Daemon]:
    """It has the name on the bus when the block begins, and nobody has it after."""
    with open_dbus_connection(screen.env["DBUS_SESSION_BUS_ADDRESS"]) as asking:
        with (folder / "daemon.log").open("w") as log:
            process = subprocess.Popen([DAEMON], env=screen.env, stdout=log, stderr=log)
        try:
            wait_until(lambda: _owned(asking), "the notification daemon")
            yield Daemon(screen, process.pid)
        finally:
            process.terminate()
            process.wait(timeout=20)
            wait_until(lambda: not _owned(asking), "the end of the notification daemon")


class Hanging:
    """Has the name of a notification daemon and never answers."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection
        self.asked: list[str] = []

    def look(self) -> list[str]:
        """What it was asked so far."""
        while True:
            try:
                message: Message = self._connection.receive(timeout=0)
            except TimeoutError:
                return self.asked
            if message.header.message_type is MessageType.method_call:
                self.asked.append(message.header.fields[HeaderFields.member])


@contextmanager
def hanging_daemon(screen: Desktop) -> Iterator[Hanging]:
    """For as long as the block lasts."""
    with open_dbus_connection(screen.env["DBUS_SESSION_BUS_ADDRESS"]) as connection:
        reply = connection.send_and_get_reply(message_bus.RequestName(NAME))
        assert reply.body[0] == 1, "somebody else is the daemon already"
        yield Hanging(connection)


class Logind:
    """Tells of the machine's sleep."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection

    def tell_sleep(self, *, begins: bool) -> None:
        manager = DBusAddress("/org/freedesktop/login1", interface="org.freedesktop.login1.Manager")
        self._connection.send(new_signal(manager, "PrepareForSleep", "b", (begins,)))


@contextmanager
def logind(screen: Desktop) -> Iterator[Logind]:
    """On the session bus, which the programs of such a test take for the system's."""
    with open_dbus_connection(screen.env["DBUS_SESSION_BUS_ADDRESS"]) as connection:
        connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.login1"))
        yield Logind(connection)


def _owned(connection: DBusConnection) -> bool:
    reply = connection.send_and_get_reply(new_method_call(_BUS, "NameHasOwner", "s", (NAME,)))
    return bool(reply.body[0])
