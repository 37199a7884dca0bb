"""Where somebody is likely to be: zones of countries by a table of the zone data, of numbers by `phonenumbers`."""

from __future__ import annotations

from functools import cached_property
from importlib.resources import files

_OWN_NAMES = {
    "AT": "Österreich", "BE": "België|Belgique|Belgien", "BG": "България", "BR": "Brasil",
    "CH": "Schweiz|Suisse|Svizzera", "CN": "中国", "CZ": "Česko|Česká republika|Czechia", "DE": "Deutschland",
    "DK": "Danmark", "EE": "Eesti",
    "ES": "España", "FI": "Suomi", "FR": "Frankreich", "GR": "Ελλάδα", "HR": "Hrvatska", "HU": "Magyarország",
    "GB": "United Kingdom|UK|Great Britain|England|Scotland|Wales|Northern Ireland", "IE": "Éire", "IN": "भारत",
    "IS": "Ísland", "IT": "Italia|Italien", "JP": "日本", "KR": "대한민국|한국|South Korea", "LT": "Lietuva",
    "LU": "Lëtzebuerg", "LV": "Latvija", "MX": "México", "NL": "Nederland|The Netherlands|Holland", "NO": "Norge|Noreg",
    "PE": "Perú", "PL": "Polska", "RO": "România", "RS": "Srbija|Србија", "RU": "Россия", "SE": "Sverige",
    "SI": "Slovenija", "SK": "Slovensko", "TR": "Türkiye|Turkey", "UA": "Україна",
    "US": "United States|USA|United States of America|U.S.A.",
}  # fmt: skip
"""What people write besides the English name and the code."""


class Atlas:
    """The `Places` port."""

    def zone_of_country(self, country: str) -> tuple[str, bool] | None:
        word = " ".join(country.split()).casefold()
        code = word.upper() if word.upper() in self._zones else self._codes.get(word)
        zones = self._zones.get(code or "")
        return None if not zones else (zones[0], len(zones) == 1)

    def zone_of_phone(self, number: str) -> str | None:
        if not number.strip().startswith(("+", "00")):
            return None
        import phonenumbers
        from phonenumbers import timezone

        try:
            read = phonenumbers.parse("+" + number.strip().removeprefix("+").removeprefix("00"), None)
        except phonenumbers.NumberParseException:
            return None
        zones = timezone.time_zones_for_number(read)
        return zones[0] if len(zones) == 1 and zones[0] != timezone.UNKNOWN_TIMEZONE else None

    @cached_property
    def _zones(self) -> dict[str, list[str]]:
        """Zones by country code; within a country the table begins with the zone of most people."""
        found: dict[str, list[str]] = {}
        for code, _, zone, *_ in _rows("zone.tab"):
            found.setdefault(code, []).append(zone)
        return found

    @cached_property
    def _codes(self) -> dict[str, str]:
        names = {name.casefold(): code for code, name, *_ in _rows("iso3166.tab")}
        return names | {name.casefold(): code for code, own in _OWN_NAMES.items() for name in own.split("|")}


def _rows(table: str) -> list[list[str]]:
    lines = files("tzdata.zoneinfo").joinpath(table).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
