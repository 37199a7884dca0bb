"""Public holidays by the package `holidays`, which is imported on first use."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from types import ModuleType
from typing import Any

from relapp.domain.errors import Refused
from relapp.domain.words import tr

_ENGLISH = ("en_US", "en_GB", "en")


class PublicHolidays:
    """The `Holidays` port."""

    def edition(self) -> str:
        from importlib.metadata import version  # brings a good deal along

        return version("holidays")

    def regions(self) -> dict[str, list[str]]:
        known: dict[str, list[str]] = self._package.list_supported_countries(include_aliases=False)
        return known

    def region_names(self, country: str) -> dict[str, str]:
        aliases: dict[str, str] = getattr(self._calendar(country), "subdivisions_aliases", {})
        return {code: name for name, code in reversed(aliases.items())}  # the first name is the usual one

    def place(self, country: str, region: str | None) -> tuple[str, str | None]:
        calendar = self._calendar(country.strip().upper())
        code: str = calendar.country
        if not region:
            return code, None
        aliases: dict[str, str] = getattr(calendar, "subdivisions_aliases", {})
        names = {one.casefold(): one for one in calendar.subdivisions}
        names |= {alias.casefold(): one for alias, one in aliases.items()}
        found = names.get(region.strip().casefold())
        if found is None:
            raise Refused(tr("There is no region “{region}” in {country}.").format(region=region, country=code))
        return code, found

    def days(self, country: str, region: str | None, years: Iterable[int]) -> list[tuple[date, str, str]]:
        wanted = tuple(years)
        languages: tuple[str, ...] = getattr(self._calendar(country), "supported_languages", ())
        english = next((one for one in _ENGLISH if one in languages), None)
        own = self._calendar(country).default_language
        said = self._package.country_holidays(country, subdiv=region, years=wanted, language=english or own)
        theirs = self._package.country_holidays(country, subdiv=region, years=wanted, language=own)
        found: list[tuple[date, str, str]] = []
        for day in sorted(said):
            names, others = said.get_list(day), theirs.get_list(day)
            if len(others) != len(names):
                others = names
            found += [(day, name, other) for name, other in zip(names, others, strict=True)]
        return found

    def _calendar(self, country: str) -> Any:
        try:
            return self._package.country_holidays(country)
        except NotImplementedError as error:
            sentence = tr("There are no public holidays of “{country}”; write its code, like DE or US-CA.")
            raise Refused(sentence.format(country=country)) from error

    @cached_property
    def _package(self) -> ModuleType:
        import holidays

        return holidays
