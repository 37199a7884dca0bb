"""The tray on a real desktop: both kinds of hosts, none, one that comes later, and a second start from out of it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desktop.programs import Program
from tests.desktop.screens import Desktop
from tests.desktop.status_notifier import Tray, status_notifier_tray
from tests.desktop.test_start import command, ready
from tests.desktop.waiting import wait_until

HEIGHT = 40


@pytest.fixture
def tray(screen: Desktop) -> Iterator[Tray]:
    """A tray by StatusNotifier."""
    with status_notifier_tray(screen) as made:
        yield made


@pytest.fixture
def panel(screen: Desktop, tmp_path: Path) -> Iterator[str]:
    """A tray by XEmbed at the upper right: the id of its window."""
    line = ["trayer", "--edge", "top", "--align", "right", "--widthtype", "request", "--height", str(HEIGHT)]
    with (tmp_path / "trayer.log").open("w") as log:
        process = subprocess.Popen(line, env=screen.env, stdout=log, stderr=log)
    try:

        def found() -> str:
            return screen.xdotool("search", "--onlyvisible", "--class", "trayer").stdout.partition("\n")[0].strip()

        yield wait_until(found, "the panel")
    finally:
        process.terminate()
        process.wait(timeout=20)


def file_of(tmp_path: Path) -> list[str]:
    return ["--plain", "--file", str(tmp_path / "mine.db")]


def shown(screen: Desktop, program: Program) -> bool:
    return bool(screen.windows_of(program.process_id))


def close_into_tray(screen: Desktop, program: Program, window: str) -> None:
    """Closes the window and agrees with what is said the first time."""
    screen.ask_to_close(window)
    program.focus(wait_until(lambda: other_window(screen, program, window), "the word about the tray"))
    screen.press("Return")
    wait_until(lambda: not shown(screen, program), "the window to go")


def other_window(screen: Desktop, program: Program, window: str) -> str:
    return next((one for one in screen.windows_of(program.process_id) if one != window), "")


def test_in_a_status_notifier_tray_it_says_how_i_stand_and_obeys_its_menu(
    screen: Desktop, start: Callable[..., Program], tmp_path: Path, tray: Tray
) -> None:
    program = start("--now", "2026-03-12T10:12:00+01:00", "--background", *file_of(tmp_path))
    tray.item()
    ready(tmp_path / "mine.db")
    assert "Open until 17:00" in tray.tool_tip()
    assert not shown(screen, program)
    tray.choose("Open Relapp")
    program.window()
    tray.choose("Pause", "1 hour")
    wait_until(lambda: "Paused until 11:1" in tray.tool_tip(), "the pause")
    tray.choose("Pause", "End the pause")
    wait_until(lambda: "Open until 17:00" in tray.tool_tip(), "the end of the pause")
    tray.choose("Quit")
    assert program.status() == 0
    assert program.output() == ""


def test_a_click_on_the_icon_brings_the_closed_window_back(
    screen: Desktop, start: Callable[..., Program], tmp_path: Path, tray: Tray
) -> None:
    program = start(*file_of(tmp_path))
    window = program.window()
    tray.item()
    ready(tmp_path / "mine.db")
    close_into_tray(screen, program, window)
    tray.click()
    program.window()


def test_the_icon_stands_in_an_xembed_panel_and_its_menu_opens(
    screen: Desktop, start: Callable[..., Program], tmp_path: Path, panel: str
) -> None:
    program = start(*file_of(tmp_path))
    window = program.window()
    ready(tmp_path / "mine.db")
    wait_until(lambda: width(screen, panel) >= HEIGHT // 2, "the icon in the panel")
    close_into_tray(screen, program, window)
    screen.xdotool("mousemove", "--window", panel, "10", str(HEIGHT // 2), "click", "1")
    program.window()
    screen.xdotool("mousemove", "--window", panel, "10", str(HEIGHT // 2), "click", "3")
    menu = wait_until(lambda: menu_of(screen, program), "the menu")
    last = height(screen, menu) - 20
    screen.xdotool("mousemove", "--window", menu, "30", str(last), "click", "1")  # its last line quits
    assert program.status() == 0


def width(screen: Desktop, window: str) -> int:
    return measure(screen, window, "WIDTH")


def height(screen: Desktop, window: str) -> int:
    return measure(screen, window, "HEIGHT")


def measure(screen: Desktop, window: str, name: str) -> int:
    lines = screen.xdotool("getwindowgeometry", "--shell", window).stdout.splitlines()
    return int(next((line.partition("=")[2] for line in lines if line.startswith(f"{name}=")), "0"))


def menu_of(screen: Desktop, program: Program) -> str:
    """The id of the menu that is open, as the X server has its windows."""
    found = screen.xdotool("search", "--all", "--onlyvisible", "--pid", str(program.process_id), "").stdout.split()
    return next((one for one in found if "MENU" in kind(screen, one)), "")


def kind(screen: Desktop, window: str) -> str:
    line = ["xprop", "-id", window, "_NET_WM_WINDOW_TYPE"]
    return subprocess.run(line, env=screen.env, capture_output=True, text=True, check=False).stdout


def test_without_a_tray_closing_minimises_and_a_second_start_restores(
    screen: Desktop, start: Callable[..., Program], tmp_path: Path
) -> None:
    program = start(*file_of(tmp_path))
    window = program.window()
    ready(tmp_path / "mine.db")
    close_into_tray(screen, program, window)
    assert command(screen, *file_of(tmp_path)).returncode == 0
    wait_until(lambda: screen.active_window() == window, "the window in front")


def test_in_the_background_without_a_tray_it_stands_minimised_among_the_windows(
    screen: Desktop, start: Callable[..., Program], tmp_path: Path
) -> None:
    program = start("--background", *file_of(tmp_path))
    ready(tmp_path / "mine.db")
    listed = screen.xdotool("search", "--all", "--pid", str(program.process_id), "--name", "Relapp").stdout.split()
    assert listed and not shown(screen, program)


def test_a_tray_that_comes_later_is_used(screen: Desktop, start: Callable[..., Program], tmp_path: Path) -> None:
    """A race at login: the app is quicker than the panel. It looks again with the minute, 5 s after this start."""
    program = start("--now", "2026-03-12T10:11:55+01:00", "--background", *file_of(tmp_path))
    ready(tmp_path / "mine.db")
    with status_notifier_tray(screen) as tray:
        tray.item()
        tray.choose("Open Relapp")
        program.window()


def test_a_second_start_brings_the_window_out_of_the_tray(
    screen: Desktop, start: Callable[..., Program], tmp_path: Path, tray: Tray
) -> None:
    program = start("--background", *file_of(tmp_path))
    tray.item()
    ready(tmp_path / "mine.db")
    assert not shown(screen, program)
    second = command(screen, *file_of(tmp_path))
    assert (second.returncode, second.stderr) == (0, "")
    window = program.window()
    wait_until(lambda: screen.active_window() == window, "the window in front")


def test_ctrl_q_quits_for_good(screen: Desktop, start: Callable[..., Program], tmp_path: Path, tray: Tray) -> None:
    program = start(*file_of(tmp_path))
    window = program.window()
    ready(tmp_path / "mine.db")
    program.focus(window)
    screen.press("ctrl+q")
    assert program.status() == 0
