"""What nurturing stands on, as peewee knows its tables: sales, marks, ideas, referrals, phrases, suggestions."""

from __future__ import annotations

from peewee import ForeignKeyField, IntegerField, TextField

from relapp.store.tables import PersonRow, Row


class SaleRow(Row):
    """What a person bought: `amount` in minor units of `currency`."""

    uid = TextField(unique=True)
    person = ForeignKeyField(PersonRow)
    what = TextField()
    day = TextField()
    delivered = TextField(null=True)
    amount = IntegerField()
    currency = TextField()
    note = TextField(default="")

    class Meta:
        table_name = "sale"


class SatisfactionRow(Row):
    """What a person said of my work, from 0 to 10."""

    uid = TextField(unique=True)
    person = ForeignKeyField(PersonRow)
    day = TextField()
    score = IntegerField()
    words = TextField(default="")

    class Meta:
        table_name = "satisfaction"


class IdeaRow(Row):
    """What a person suggested, wished or complained of, and my answer."""

    uid = TextField(unique=True)
    person = ForeignKeyField(PersonRow)
    day = TextField()
    text = TextField()
    answered = TextField(null=True)
    answer = TextField(default="")

    class Meta:
        table_name = "idea"


class RecommendationRow(Row):
    """A book, film or activity of my list; `interests` are words, joined by commas."""

    uid = TextField(unique=True)
    kind = TextField()
    title = TextField()
    interests = TextField(default="")
    note = TextField(default="")

    class Meta:
        table_name = "recommendation"


class RecommendedRow(Row):
    """What was recommended to whom."""

    person = ForeignKeyField(PersonRow)
    recommendation = ForeignKeyField(RecommendationRow)
    day = TextField()

    class Meta:
        table_name = "recommended"


class ReferralRow(Row):
    """Whom a person sent to me: somebody with a file (`referred`) or only a name."""

    uid = TextField(unique=True)
    person = ForeignKeyField(PersonRow)
    referred = ForeignKeyField(PersonRow, null=True)
    referred_name = TextField(default="")
    day = TextField()
    thanked = TextField(null=True)
    told = TextField(null=True)
    note = TextField(default="")

    class Meta:
        table_name = "referral"


class StandingRow(Row):
    """How I stand with a person, from 1 to 5, and whether they would tell me of a rival's offer (1, 0, not known)."""

    uid = TextField(unique=True)
    person = ForeignKeyField(PersonRow)
    day = TextField()
    score = IntegerField()
    would_tell = IntegerField(null=True)
    note = TextField(default="")

    class Meta:
        table_name = "standing"


class WinBackRow(Row):
    """Why a person went quiet, as they or I say."""

    uid = TextField(unique=True)
    person = ForeignKeyField(PersonRow)
    day = TextField()
    reason = TextField()
    note = TextField(default="")

    class Meta:
        table_name = "win_back"


class PhraseRow(Row):
    """A text of mine with fields."""

    uid = TextField(unique=True)
    name = TextField(unique=True)
    kind = TextField()
    language = TextField(default="")
    subject = TextField(default="")
    text = TextField()

    class Meta:
        table_name = "phrase"


class SuggestionRow(Row):
    """What became of a suggestion, and until which day it rests."""

    name = TextField()
    rule = TextField()
    person = ForeignKeyField(PersonRow, null=True)
    state = TextField()
    day = TextField()
    at = IntegerField()
    minutes = IntegerField()
    rests_until = TextField()
    title = TextField(default="")
    why = TextField(default="")

    class Meta:
        table_name = "suggestion"


TABLES: tuple[type[Row], ...] = (
    SaleRow,
    SatisfactionRow,
    IdeaRow,
    RecommendationRow,
    RecommendedRow,
    ReferralRow,
    StandingRow,
    WinBackRow,
    PhraseRow,
    SuggestionRow,
)
