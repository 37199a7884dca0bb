"""The tables as peewee knows them: for writes and cold queries. A test compares them with the file's own schema.

No table is bound to a database: every query is executed on `db.orm`.
"""

from __future__ import annotations

from peewee import AutoField, BlobField, ForeignKeyField, IntegerField, Model, TextField


class Row(Model):
    """Every table of what the user said has an `id`, so that the journal can name its rows."""

    id = AutoField()


class OrganisationRow(Row):
    """Whom people work for."""

    uid = TextField(unique=True)
    name = TextField()
    url = TextField(default="")
    stage = TextField(null=True)
    note = TextField(default="")
    created_at = IntegerField()

    class Meta:
        table_name = "organisation"


class PersonRow(Row):
    """Somebody with a personal file."""

    uid = TextField(unique=True)
    full_name = TextField(default="")
    prefix = TextField(default="")
    given_name = TextField(default="")
    middle_name = TextField(default="")
    family_name = TextField(default="")
    suffix = TextField(default="")
    nickname = TextField(default="")
    spoken = TextField(default="")
    sort_name = TextField(default="")
    birthday = TextField(null=True)
    anniversary = TextField(null=True)
    note = TextField(default="")
    time_zone = TextField(default="")
    language = TextField(default="")
    tier = TextField(null=True)
    stage = TextField(null=True)
    cadence_days = IntegerField(null=True)
    cadence_since = TextField(null=True)
    hold_until = TextField(null=True)
    archived = IntegerField(default=0)
    deceased = IntegerField(default=0)
    trashed_at = IntegerField(null=True)
    created_at = IntegerField()
    hours = TextField(default="")
    stage_since = TextField(null=True)

    class Meta:
        table_name = "person"


class PersonSourceRow(Row):
    """A uid by which another address book knows a person."""

    person = ForeignKeyField(PersonRow)
    uid = TextField()

    class Meta:
        table_name = "person_source"


class PhotoRow(Row):
    """A person's picture as it came."""

    person = ForeignKeyField(PersonRow, unique=True)
    media_type = TextField()
    data = BlobField()

    class Meta:
        table_name = "photo"


class ContactPointRow(Row):
    """An e-mail, phone, address (JSON of its parts), link or messenger."""

    person = ForeignKeyField(PersonRow)
    kind = TextField()
    label = TextField(default="")
    value = TextField(default="")
    address = TextField(null=True)
    permission = TextField(default="allowed")
    match_key = TextField(default="")
    place = IntegerField(default=0)

    class Meta:
        table_name = "contact_point"


class ChannelPermissionRow(Row):
    """What a person lets me use."""

    person = ForeignKeyField(PersonRow)
    channel = TextField()
    permission = TextField()

    class Meta:
        table_name = "channel_permission"


class PositionRow(Row):
    """A person at an organisation, now or in the past."""

    person = ForeignKeyField(PersonRow)
    organisation = ForeignKeyField(OrganisationRow, null=True)
    title = TextField(default="")
    department = TextField(default="")
    since = TextField(null=True)
    until = TextField(null=True)
    past = IntegerField(default=0)
    key_player = IntegerField(default=0)
    place = IntegerField(default=0)

    class Meta:
        table_name = "position"


class TagRow(Row):
    """A word people are gathered by."""

    name = TextField(unique=True)

    class Meta:
        table_name = "tag"


class PersonTagRow(Row):
    """A tag on a person."""

    person = ForeignKeyField(PersonRow)
    tag = ForeignKeyField(TagRow)

    class Meta:
        table_name = "person_tag"


class RelationRow(Row):
    """How a person stands to another, who has a file (`other`) or only a name."""

    person = ForeignKeyField(PersonRow)
    kind = TextField()
    other = ForeignKeyField(PersonRow, null=True)
    other_name = TextField(default="")

    class Meta:
        table_name = "relation"


class FactRow(Row):
    """One line of the personal file."""

    person = ForeignKeyField(PersonRow)
    section = TextField()
    label = TextField(default="")
    text = TextField(default="")
    day = TextField(null=True)
    ends = TextField(null=True)
    private = IntegerField(default=0)
    place = IntegerField(default=0)
    noted_at = IntegerField()
    review = TextField(null=True)

    class Meta:
        table_name = "fact"


class EntryRow(Row):
    """One thing on the timeline."""

    uid = TextField(unique=True)
    kind = TextField()
    at = IntegerField()
    direction = TextField()
    outcome = TextField(null=True)
    minutes = IntegerField(null=True)
    counts = IntegerField(null=True)
    effect = TextField()
    place = TextField(default="")
    text = TextField(default="")

    class Meta:
        table_name = "entry"


class EntryPersonRow(Row):
    """Who an entry was with; repeats what the timeline and the rhythm are read by."""

    person = ForeignKeyField(PersonRow)
    entry = ForeignKeyField(EntryRow)
    at = IntegerField()
    effect = TextField()
    direction = TextField()

    class Meta:
        table_name = "entry_person"


class ExtraRow(Row):
    """What came with an address book and is only kept."""

    person = ForeignKeyField(PersonRow)
    name = TextField()
    value = TextField()
    place = IntegerField(default=0)

    class Meta:
        table_name = "extra"


class SettingRow(Row):
    """An option that differs from its default, as JSON."""

    key = TextField(unique=True)
    value = TextField()

    class Meta:
        table_name = "setting"


class ClosureRow(Row):
    """Whole local dates that are closed: mine, or a person's."""

    person = ForeignKeyField(PersonRow, null=True, index=False)
    first = TextField()
    last = TextField()
    title = TextField(default="")
    holiday = IntegerField(default=0)
    off = IntegerField(default=0)

    class Meta:
        table_name = "closure"


class OpeningRow(Row):
    """An extra opening of mine on one date, in minutes of that day."""

    day = TextField()
    starts = IntegerField()
    ends = IntegerField()
    channel = TextField(null=True)
    title = TextField(default="")

    class Meta:
        table_name = "opening"


class FollowUpRow(Row):
    """Something to do about a person: at an instant (`due_at`) or on a day (`due_day`)."""

    uid = TextField(unique=True)
    series = TextField()
    person = ForeignKeyField(PersonRow, index=False)
    what = TextField()
    note = TextField(default="")
    due_at = IntegerField(null=True)
    due_day = TextField(null=True)
    fixed = IntegerField(default=0)
    urgent = IntegerField(default=0)
    anyway = IntegerField(default=0)
    channel = TextField(null=True)
    repeat = TextField(default="")
    anchor = TextField()
    state = TextField(default="open")
    snoozed_to = IntegerField(null=True)
    snoozed_anyway = IntegerField(default=0)
    set_at = IntegerField()
    closed_at = IntegerField(null=True)
    created_at = IntegerField()

    class Meta:
        table_name = "follow_up"


class OccasionRow(Row):
    """A date that comes round, or how the birthday or anniversary of a person is to be announced."""

    person = ForeignKeyField(PersonRow, index=False)
    kind = TextField()
    title = TextField(default="")
    day = TextField(null=True)
    lead_days = IntegerField(default=0)
    popup = IntegerField(null=True)

    class Meta:
        table_name = "occasion"


TABLES: tuple[type[Row], ...] = (
    OrganisationRow,
    PersonRow,
    PersonSourceRow,
    PhotoRow,
    ContactPointRow,
    ChannelPermissionRow,
    PositionRow,
    TagRow,
    PersonTagRow,
    RelationRow,
    FactRow,
    EntryRow,
    EntryPersonRow,
    ExtraRow,
    SettingRow,
    ClosureRow,
    OpeningRow,
    FollowUpRow,
    OccasionRow,
)
