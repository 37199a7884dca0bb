"""The sections of the personal file: what they are called, and their icons."""

from __future__ import annotations

from relapp.domain.facts import Section
from relapp.domain.words import tr

ICONS = {
    Section.FAMILY: "house",
    Section.INTERESTS: "heart",
    Section.MILESTONES: "cake",
    Section.TRAVEL: "airplane-tilt",
    Section.WORK: "briefcase",
    Section.PREFERENCES: "sliders",
    Section.ACCOMPLISHMENTS: "trophy",
    Section.REACH: "phone",
}


def section_word(section: Section) -> str:
    """The title of a section."""
    return {
        Section.FAMILY: tr("Family"),
        Section.INTERESTS: tr("Interests"),
        Section.MILESTONES: tr("Milestones"),
        Section.TRAVEL: tr("Travel"),
        Section.WORK: tr("Work"),
        Section.PREFERENCES: tr("Preferences"),
        Section.ACCOMPLISHMENTS: tr("Accomplishments"),
        Section.REACH: tr("How to reach"),
    }[section]
