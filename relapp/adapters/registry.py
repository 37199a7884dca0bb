"""The Windows registry, as much of it as is needed: text values under one key of the user's own."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import winreg

    class UserKey:
        """A key below HKEY_CURRENT_USER; fulfils `ports.RegistryValues`."""

        def __init__(self, path: str) -> None:
            self._path = path

        def read(self, name: str) -> str | None:
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, self._path) as key:
                    value, _ = winreg.QueryValueEx(key, name)
            except FileNotFoundError:
                return None
            return str(value)

        def write(self, name: str, value: str) -> None:
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, self._path) as key:
                winreg.SetValueEx(key, name, 0, winreg.REG_SZ, value)

        def delete(self, name: str) -> None:
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, self._path, 0, winreg.KEY_SET_VALUE) as key:
                    winreg.DeleteValue(key, name)
            except FileNotFoundError:
                return
