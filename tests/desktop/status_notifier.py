"""A tray as KDE and GNOME have it, played by the test: the watcher that icons register with, and a host that clicks.

https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem and the menus of com.canonical.dbusmenu.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    Properties,
    message_bus,
    new_error,
    new_method_call,
    new_method_return,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.desktop.screens import Desktop
from tests.desktop.waiting import wait_until

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
INTROSPECTION = f"""<node><interface name="{WATCHER}">
<method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
<method name="RegisterStatusNotifierHost"><arg type="s" direction="in"/></method>
<property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
<property name="ProtocolVersion" type="i" access="read"/>
</interface></node>"""
VALUES = {"IsStatusNotifierHostRegistered": ("b", True), "ProtocolVersion": ("i", 0)}


@dataclass(frozen=True)
class Line:
    """One line of a menu: its id, its words, and the lines behind it."""

    id: int
    words: str
    lines: tuple[Line, ...]
    enabled: bool = True

    def find(self, *path: str) -> Line:
        """The line with these words, through submenus; a word need only begin it."""
        if not path:
            return self
        fitting = [one for one in self.lines if one.words.startswith(path[0]) and (one.lines or len(path) == 1)]
        return fitting[0].find(*path[1:])


class Tray:
    """Serves as the watcher whenever it is asked for something."""

    def __init__(self, serving: DBusConnection, asking: DBusConnection) -> None:
        self._serving = serving
        self._asking = asking
        self.items: list[tuple[str, str]] = []
        reply = serving.send_and_get_reply(message_bus.RequestName(WATCHER))
        assert reply.body[0] == 1, "somebody else is the tray already"

    # --- what the host sees

    def item(self) -> tuple[str, str]:
        """The last icon that came: its bus name and path."""
        wait_until(self._has_item, "an icon in the tray")
        return self.items[-1]

    def tool_tip(self) -> str:
        """The first line of what the pointer would be told."""
        return str(self._property(ITEM, self.item(), "ToolTip")[2])

    def picture(self) -> bytes:
        """The largest picture of the icon, ARGB."""
        pictures = self._property(ITEM, self.item(), "IconPixmap")
        return bytes(max(pictures, key=lambda one: one[0])[2])

    def menu(self) -> Line:
        """The whole menu as it stands now."""
        _, root = self._ask(self._menu_address(), "GetLayout", "iias", (0, -1, [])).body
        return _line(root)

    # --- what a hand does

    def click(self) -> None:
        """With the left button on the icon."""
        self._ask(_address(self.item(), ITEM), "Activate", "ii", (0, 0))

    def choose(self, *path: str) -> None:
        """Clicks a line of the menu."""
        found = self.menu().find(*path)
        self._ask(self._menu_address(), "Event", "isvu", (found.id, "clicked", ("s", ""), 0))

    # --- inside

    def _has_item(self) -> bool:
        self.serve()
        return bool(self.items)

    def serve(self) -> bool:
        """Answers what was asked meanwhile. Returns True, to stand in a condition."""
        while True:
            try:
                message = self._serving.receive(timeout=0)
            except TimeoutError:
                return True
            if message.header.message_type is MessageType.method_call:
                self._serving.send(self._answer(message))

    def _answer(self, message: Message) -> Message:
        member = message.header.fields[HeaderFields.member]
        if member == "RegisterStatusNotifierItem":
            said, sender = message.body[0], message.header.fields[HeaderFields.sender]
            self.items.append((sender, said) if said.startswith("/") else (said, "/StatusNotifierItem"))
            return new_method_return(message)
        if member == "Introspect":
            return new_method_return(message, "s", (INTROSPECTION,))
        if member == "Get":
            return new_method_return(message, "v", (VALUES[message.body[1]],))
        if member == "GetAll":
            return new_method_return(message, "a{sv}", (VALUES,))
        return new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")

    def _menu_address(self) -> DBusAddress:
        item = self.item()
        return DBusAddress(self._property(ITEM, item, "Menu"), item[0], MENU)

    def _property(self, interface: str, item: tuple[str, str], name: str) -> Any:
        call = Properties(_address(item, interface)).get(name)
        reply = self._asking.send_and_get_reply(call, timeout=20)
        assert reply.header.message_type is MessageType.method_return, reply.body
        return reply.body[0][1]

    def _ask(self, address: DBusAddress, method: str, signature: str, body: tuple[object, ...]) -> Message:
        reply = self._asking.send_and_get_reply(new_method_call(address, method, signature, body), timeout=20)
        assert reply.header.message_type is MessageType.method_return, reply.body
        return reply


def _address(item: tuple[str, str], interface: str) -> DBusAddress:
    return DBusAddress(item[1], item[0], interface)


def _line(node: Any) -> Line:
    number, values, children = node
    words = values["label"][1].replace("__", "\0").replace("_", "").replace("\0", "_") if "label" in values else ""
    enabled = values["enabled"][1] if "enabled" in values else True
    return Line(number, words, tuple(_line(child[1]) for child in children), enabled)


@contextmanager
def status_notifier_tray(screen: Desktop) -> Iterator[Tray]:
    """A tray on this desktop's bus, for as long as the block lasts."""
    address = screen.env["DBUS_SESSION_BUS_ADDRESS"]
    with open_dbus_connection(address) as serving, open_dbus_connection(address) as asking:
        yield Tray(serving, asking)
