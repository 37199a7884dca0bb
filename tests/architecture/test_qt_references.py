"""The Qt binding keeps its references: PySide6 6.12.0 on Python 3.11 loses one to None a call, dead at about 5,700."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel()
for turn in range(20_000):
    label.setText(str(turn))
print(label.text())
"""


def test_twenty_thousand_calls_that_return_nothing_do_not_crash() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "19999"), done.stderr
