"""Starting with the login: what each system finds, and what is said when its place for that can't be written."""

from __future__ import annotations

import plistlib
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.adapters import folders
from relapp.adapters.autostart import (
    LONGEST_RUN,
    DesktopEntry,
    LaunchAgent,
    RunKey,
    autostart_for,
    command_for,
    entry_name,
    exec_value,
)
from relapp.domain.errors import KnownError
from relapp.ports import Autostart

COMMAND = ["/usr/bin/python3", "/opt/my apps/main.py", "--background", "--file", '/home/nora/a "b" $c `d` \\e 100%.db']


class Values:
    """A registry key that lies in memory; one that `refuses` lets nobody write."""

    def __init__(self, *, refuses: bool = False) -> None:
        self.held: dict[str, str] = {}
        self._refuses = refuses

    def read(self, name: str) -> str | None:
        return self.held.get(name)

    def write(self, name: str, value: str) -> None:
        if self._refuses:
            raise PermissionError(13, "Access is denied")
        self.held[name] = value

    def delete(self, name: str) -> None:
        if self._refuses:
            raise PermissionError(13, "Access is denied")
        self.held.pop(name, None)


def each(folder: Path) -> list[Autostart]:
    return [
        DesktopEntry(folder / "autostart", "relapp", COMMAND),
        LaunchAgent(folder / "agents", "relapp", COMMAND),
        RunKey(Values(), "relapp", COMMAND),
    ]


@pytest.mark.parametrize("number", range(3))
def test_it_is_off_then_on_then_off_again(tmp_path: Path, number: int) -> None:
    one = each(tmp_path)[number]
    assert not one.is_on()
    one.turn_off()
    one.turn_on()
    one.turn_on()
    assert one.is_on()
    one.turn_off()
    assert not one.is_on()


def unquoted(value: str) -> list[str]:
    """Reads Exec as the specification has it: the escapes of a string first, then quotes, then the doubled percent."""
    text = re.sub(r"\\(.)", lambda found: {"n": "\n", "t": "\t", "r": "\r"}.get(found[1], found[1]), value)
    quoted = re.findall(r'"((?:\\.|[^"\\])*)"', text, re.DOTALL)
    return [re.sub(r"\\(.)", r"\1", one, flags=re.DOTALL).replace("%%", "%") for one in quoted]


def test_the_desktop_finds_an_entry_with_our_command(tmp_path: Path) -> None:
    DesktopEntry(tmp_path, "relapp", COMMAND).turn_on()
    lines = (tmp_path / "relapp.desktop").read_text("utf-8").splitlines()
    assert lines[0] == "[Desktop Entry]"
    assert {"Type=Application", "Name=Relapp", "Terminal=false"} <= set(lines)
    assert unquoted(next(line for line in lines if line.startswith("Exec=")).removeprefix("Exec=")) == COMMAND
    assert [path.name for path in tmp_path.iterdir()] == ["relapp.desktop"]


@pytest.mark.parametrize(
    ("argument", "written"),
    [
        ("plain", '"plain"'),
        ("two words", '"two words"'),
        ("100%", '"100%%"'),
        ("a$b", r'"a\\$b"'),
        ('a"b', r'"a\\"b"'),
        ("a\\b", r'"a\\\\b"'),
    ],
)
def test_reserved_signs_are_escaped_twice(argument: str, written: str) -> None:
    assert exec_value([argument]) == written


@given(
    st.lists(st.text(st.characters(blacklist_categories=["C"], blacklist_characters="\x85"), min_size=1), min_size=1)
)
def test_any_path_survives_the_entry(command: list[str]) -> None:
    assert unquoted(exec_value(command)) == command


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_an_entry_that_the_desktop_switched_off_is_off(tmp_path: Path, line: str) -> None:
    entry = DesktopEntry(tmp_path, "relapp", COMMAND)
    entry.turn_on()
    path = tmp_path / "relapp.desktop"
    path.write_text(path.read_text().replace("X-GNOME-Autostart-enabled=true", line))
    assert not entry.is_on()
    entry.turn_on()
    assert entry.is_on()


@pytest.mark.parametrize("content", [b"", b"no entry at all", b"\xff\xfe", b"[Other]\nA=b\n"])
def test_a_file_that_is_no_entry_is_off(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "relapp.desktop").write_bytes(content)
    (tmp_path / "app.relapp.plist").write_bytes(content)
    assert not DesktopEntry(tmp_path, "relapp", COMMAND).is_on()
    assert not LaunchAgent(tmp_path, "relapp", COMMAND).is_on()


def test_launchd_finds_an_agent_that_runs_at_login(tmp_path: Path) -> None:
    LaunchAgent(tmp_path, "relapp", COMMAND).turn_on()
    found = plistlib.loads((tmp_path / "app.relapp.plist").read_bytes())
    assert (found["Label"], found["ProgramArguments"], found["RunAtLoad"]) == ("app.relapp", COMMAND, True)


def test_an_agent_that_is_disabled_is_off(tmp_path: Path) -> None:
    (tmp_path / "app.relapp.plist").write_bytes(plistlib.dumps({"RunAtLoad": True, "Disabled": True}))
    assert not LaunchAgent(tmp_path, "relapp", COMMAND).is_on()


def test_windows_finds_one_command_line(tmp_path: Path) -> None:
    values = Values()
    RunKey(values, "relapp", [r"C:\Program Files\Relapp\relapp.exe", "--background"]).turn_on()
    assert values.held == {"relapp": r'"C:\Program Files\Relapp\relapp.exe" --background'}


def test_a_line_too_long_for_windows_is_refused_in_a_sentence() -> None:
    values = Values()
    with pytest.raises(KnownError, match=str(LONGEST_RUN)):
        RunKey(values, "relapp", ["C:\\" + "x" * 300]).turn_on()
    assert values.held == {}


def test_what_the_system_refuses_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    for one in (
        DesktopEntry(tmp_path / "taken", "relapp", COMMAND),
        LaunchAgent(tmp_path / "taken", "relapp", COMMAND),
        RunKey(Values(refuses=True), "relapp", ["relapp"]),
    ):
        with pytest.raises(KnownError, match="can't be changed"):
            one.turn_on()
        with pytest.raises(KnownError, match="can't be changed"):
            one.turn_off()
        assert not one.is_on()


def test_each_file_has_an_entry_of_its_own(tmp_path: Path) -> None:
    default = tmp_path / "relapp.db"
    names = {entry_name(tmp_path / name, default) for name in ("relapp.db", "a.db", "b.db")}
    assert len(names) == 3 and "relapp" in names
    assert entry_name(tmp_path / "x" / ".." / "a.db", default) == entry_name(tmp_path / "a.db", default)


def test_the_command_names_the_file_unless_it_is_the_default_one(tmp_path: Path) -> None:
    default = tmp_path / "relapp.db"
    main = str(Path(__file__).resolve().parents[2] / "main.py")
    assert command_for(default, default) == [sys.executable, main, "--background"]
    assert command_for(tmp_path / "a.db", default)[2:] == ["--background", "--file", str(tmp_path / "a.db")]
    assert command_for(default, default, "/opt/relapp/relapp", frozen=True) == ["/opt/relapp/relapp", "--background"]


def test_on_windows_no_console_is_opened(tmp_path: Path) -> None:
    python = tmp_path / "python.exe"
    assert command_for(tmp_path, tmp_path, str(python))[0] == str(python)
    (tmp_path / "pythonw.exe").touch()
    assert command_for(tmp_path, tmp_path, str(python))[0] == str(tmp_path / "pythonw.exe")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere another place is meant")
def test_on_linux_it_lies_in_the_users_autostart_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    autostart_for(folders.data_file()).turn_on()
    entry = tmp_path / "autostart" / "relapp.desktop"
    line = next(line for line in entry.read_text().splitlines() if line.startswith("Exec="))
    command = [*unquoted(line.removeprefix("Exec=")), "--help"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
