"""Ways to reach a person on a card, with their labels; notes, categories and what is only kept."""

from __future__ import annotations

import pytest

from relapp.domain.people import Address
from tests.formats.vcard_texts import extras, one, values


@pytest.mark.parametrize(
    ("line", "value", "label", "preferred"),
    [
        ("TEL:1", "1", "", False),
        ("TEL;CELL;PREF:1", "1", "mobile", True),
        ("TEL;TYPE=CELL;TYPE=VOICE;TYPE=pref:1", "1", "mobile", True),
        ("TEL;WORK;VOICE:(905) 555", "(905) 555", "work", False),
        ("TEL;FAX;WORK:1", "1", "work fax", False),
        ("TEL;TYPE=HOME,FAX:1", "1", "home fax", False),
        ("TEL;TYPE=IPHONE,CELL,VOICE:1", "1", "iphone", False),
        ("TEL;TYPE=WhatsApp:1", "1", "whatsapp", False),
        ("TEL;TYPE=x-Mobil:1", "1", "mobil", False),
        ('TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+1-555;ext=5', "+1-555;ext=5", "home", True),
        ("TEL:TEL:+49 170", "+49 170", "", False),
        (r"TEL:1\,2", "1,2", "", False),
    ],
)
def test_phones(line: str, value: str, label: str, preferred: bool) -> None:
    (phone,) = one(line).phones
    assert (phone.value, phone.label, phone.preferred) == (value, label, preferred)


@pytest.mark.parametrize(
    ("line", "value", "label"),
    [
        ("EMAIL;TYPE=INTERNET;TYPE=HOME:a@x.example", "a@x.example", "home"),
        ("EMAIL;INTERNET:a@x.example", "a@x.example", ""),
        ("EMAIL;HOME;WORK:a@x.example", "a@x.example", "home work"),
        ("EMAIL:mailto:a@x.example", "a@x.example", ""),
        ("EMAIL:no address", "no address", ""),
    ],
)
def test_emails(line: str, value: str, label: str) -> None:
    assert values(one(line).emails) == [(value, label)]


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("_$!<Home>!$_", "home"),
        ("_$!<HomeFAX>!$_", "home fax"),
        ("_$!<HomePage>!$_", "home page"),
        ("_$!<AssistantPhone>!$_", "assistant phone"),
        ("AssistantPhone", "AssistantPhone"),
        ("בית", "בית"),
        (r"Büro\, 2. Stock", "Büro, 2. Stock"),
    ],
)
def test_own_labels_go_to_the_value_of_their_group(said: str, label: str) -> None:
    card = one("TEL;HOME:0", f"item1.X-ABLabel:{said}", "item1.TEL;type=pref:1", "item2.EMAIL:a", "item2.X-ABLABEL:b")
    assert values(card.phones) == [("0", "home"), ("1", label)]
    assert values(card.emails) == [("a", "b")]
    assert card.extras == ()


def test_a_label_of_something_only_kept_is_kept_with_it() -> None:
    card = one(
        "item1.X-ABRELATEDNAMES:Jenny", "item1.X-ABLabel:_$!<Spouse>!$_", "item2.ADR:;;x;;;;", "item2.X-ABADR:us"
    )
    assert extras(card) == [
        ("item1.X-ABRELATEDNAMES", "Jenny"),
        ("item1.X-ABLabel", "_$!<Spouse>!$_"),
        ("item2.X-ABADR", "us"),
    ]


@pytest.mark.parametrize(
    ("line", "address"),
    [
        (
            "ADR;WORK:POB 9;Northville;80 Maple;Danbury;CT;06810;USA",
            Address("POB 9", "Northville", "80 Maple", "Danbury", "CT", "06810", "USA"),
        ),
        (r"ADR:;;Street 4\nFloor 8;New York", Address(street="Street 4\nFloor 8", city="New York")),
        (r"ADR:;;1\, rue A, 2;;;;", Address(street="1, rue A, 2")),
        ("ADR:;;x;;;;;Flat 2;;", Address(extended="Flat 2", street="x")),
        (r'ADR;LABEL="12 High St\nYork":;;;;;;', Address(street="12 High St\nYork")),
    ],
)
def test_addresses(line: str, address: Address) -> None:
    assert [labelled.address for labelled in one(line).addresses] == [address]


def test_a_postal_label_without_an_address_is_the_address() -> None:
    card = one(
        "ADR;WORK:;;Maple 1;;;;",
        "LABEL;WORK;ENCODING=QUOTED-PRINTABLE:Maple 1=0D=0A=",
        "Danbury",
        "LABEL;HOME;ENCODING=QUOTED-PRINTABLE:Elm 2=0D=0AYork",
        version="2.1",
    )
    assert [(one.address.street, one.label) for one in card.addresses] == [("Maple 1", "work"), ("Elm 2\nYork", "home")]
    assert extras(card) == [("LABEL;TYPE=WORK", r"Maple 1\nDanbury")]


@pytest.mark.parametrize(
    ("line", "value", "label"),
    [
        ("X-SKYPE:tom", "tom", "skype"),
        ("X-SKYPE-USERNAME;TYPE=home:tom", "tom", "skype"),
        ("X-AIM:tom", "tom", "aim"),
        ("X-JABBER:tom@x.example", "tom@x.example", "jabber"),
        ("X-MS-IMADDRESS:tom", "tom", ""),
        ("IMPP;PREF=1:xmpp:tom@x.example", "tom@x.example", "jabber"),
        ("IMPP;X-SERVICE-TYPE=Skype;type=HOME:skype:tom", "tom", "skype"),
        ("IMPP;X-SERVICE-TYPE=Threema:x-apple:tom%20k", "tom k", "threema"),
        ("IMPP;TYPE=work:tom", "tom", "work"),
        ("IMPP:weird+1:tom", "tom", "weird+1"),
        ("X-SOCIALPROFILE;TYPE=facebook:tom", "tom", "facebook"),
        ("SOCIALPROFILE;SERVICE-TYPE=Mastodon:@tom@x.example", "@tom@x.example", "mastodon"),
    ],
)
def test_messengers(line: str, value: str, label: str) -> None:
    card = one(line)
    assert values(card.messengers) == [(value, label)]
    assert card.extras == ()


def test_links() -> None:
    card = one(
        r"URL:http\://x.example",
        "item1.URL:https://y.example",
        "item1.X-ABLabel:_$!<HomePage>!$_",
        "URL;WORK:www.z.example",
        "X-SOCIALPROFILE;type=twitter:https://t.example/tom",
    )
    assert values(card.urls) == [
        ("http://x.example", ""),
        ("https://y.example", "home page"),
        ("www.z.example", "work"),
        ("https://t.example/tom", "twitter"),
    ]
    assert card.extras == ()


def test_a_social_profile_that_says_more_is_kept_beside_its_link() -> None:
    line = "X-SOCIALPROFILE;type=facebook;x-userid=7:http://f.example/tom"
    card = one(line, line)
    assert values(card.urls) == [("http://f.example/tom", "facebook")]
    assert extras(card) == [("X-SOCIALPROFILE;type=facebook;x-userid=7", "http://f.example/tom")] * 2


def test_notes_are_joined_and_keep_their_lines() -> None:
    assert one(r"NOTE:one\n\ntwo\, three", "NOTE:", "NOTE: four").note == "one\n\ntwo, three\n four"


def test_categories_are_parted_at_commas_that_are_not_escaped() -> None:
    assert one(r"CATEGORIES:a, b,a,c\,d,", "CATEGORIES:e").categories == ("a", "b", "c,d", "e")


def test_what_is_not_used_is_kept_as_it_came_and_what_only_dates_the_file_is_not() -> None:
    card = one(
        "PRODID:-//x//",
        "PROFILE:VCARD",
        "REV:20190602T115709Z",
        "GENDER:M",
        'item9.X-Thing;A=b;C="d:e":f;g\\,h',
        "KIND:group",
        "MEMBER:urn:uuid:1",
        "ROLE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Z=C3=BCrich=0D=0ABern",
    )
    assert extras(card) == [
        ("GENDER", "M"),
        ('item9.X-Thing;A=b;C="d:e"', "f;g\\,h"),
        ("KIND", "group"),
        ("MEMBER", "urn:uuid:1"),
        ("ROLE", r"Zürich\nBern"),
    ]


def test_lower_case_is_as_good() -> None:
    card = one("fn:Tom", "tel;cell:1", "item1.email;type=internet:a", "item1.x-ablabel:b")
    assert (card.name.full, values(card.phones), values(card.emails)) == ("Tom", [("1", "mobile")], [("a", "b")])


def test_empty_properties_say_nothing() -> None:
    card = one(
        "FN:x",
        "TEL:",
        "EMAIL: ",
        "NOTE:",
        "ADR:;;;;;;",
        "ORG:;",
        "TITLE:",
        "URL:",
        "BDAY:",
        "CATEGORIES:",
        "TZ:",
        "IMPP:",
    )
    assert (card.phones, card.addresses, card.affiliations, card.extras) == ((), (), (), ())
