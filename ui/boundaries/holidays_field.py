"""Whose public holidays I keep: a country, and where it has them a region."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from relapp.domain.settings import HOLIDAYS
from relapp.domain.words import tr
from ui.fonts import px
from ui.shell import Shell
from ui.widgets.wheel import leave_wheel_to_page


class HolidaysField(QWidget):
    """Chosen at once; each choice is one change. `filled`: the names of all places are known now."""

    filled = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._names_wanted = False
        self._regions: dict[str, list[str]] = {}
        self._names: dict[str, str] = {}
        self.country = QComboBox(self)
        self.region = QComboBox(self)
        for box, name in ((self.country, tr("Country")), (self.region, tr("Region"))):
            box.setAccessibleName(name)
            box.setMinimumContentsLength(8)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMaxVisibleItems(16)
        leave_wheel_to_page(self.country, self.region)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.country, 1)
        row.addWidget(self.region, 1)
        self.country.activated.connect(self._on_country_chosen)
        self.region.activated.connect(self._on_region_chosen)

    def reload(self) -> None:
        """Shows what is chosen; the calendars of the world are opened after the first paint."""
        if not self._names_wanted:
            self._names_wanted = True
            self._shell.after_paint(self._fill)
        self._show_chosen()

    def words(self) -> str:
        """ "holidays: Germany, Berlin"; empty when none are kept."""
        country, region = self._chosen()
        if not country:
            return ""
        places = [country_name(country), *([self._region_name(region)] if region else [])]
        return tr("holidays: {places}").format(places=", ".join(places))

    def _fill(self) -> None:
        self._regions = self._shell.core.hours.regions()
        self.country.clear()
        self.country.addItem(tr("No public holidays"), "")
        for name, code in sorted((country_name(code), code) for code in self._regions):
            self.country.addItem(name, code)
        self._show_chosen()
        self.filled.emit()

    def _show_chosen(self) -> None:
        country, region = self._chosen()
        if self.country.findData(country) < 0:
            self.country.addItem(country_name(country) if country else tr("No public holidays"), country)
        self.country.setCurrentIndex(self.country.findData(country))
        self._names = self._shell.core.hours.region_names(country) if country and self._regions else {}
        self.region.clear()
        self.region.addItem(tr("Whole country"), "")
        for name, code in sorted((self._region_name(code), code) for code in self._regions.get(country, [])):
            self.region.addItem(name, code)
        self.region.setCurrentIndex(max(0, self.region.findData(region)))
        self.region.setVisible(self.region.count() > 1)

    def _region_name(self, code: str) -> str:
        return self._names.get(code, code)

    def _chosen(self) -> tuple[str, str]:
        country, _, region = self._shell.core.settings.get(HOLIDAYS).partition("-")
        return country, region

    def _on_country_chosen(self) -> None:
        country = self.country.currentData()
        hours = self._shell.core.hours
        if country != self._chosen()[0]:
            self._shell.attempt(lambda: hours.choose_holidays(country) if country else hours.no_holidays())
            self.reload()

    def _on_region_chosen(self) -> None:
        country, region = self._chosen()
        chosen = self.region.currentData()
        if chosen != region:
            self._shell.attempt(lambda: self._shell.core.hours.choose_holidays(country, chosen or None))
            self.reload()


def country_name(code: str) -> str:
    """ "Germany" for "DE", in the user's language where Qt knows it; else the code."""
    return QLocale.territoryToString(QLocale.codeToTerritory(code)) or code
