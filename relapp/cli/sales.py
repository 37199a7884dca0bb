"""`sale …` and `satisfaction …`: what people bought, and what they think of it."""

from __future__ import annotations

import argparse
from dataclasses import replace

from relapp.cli import rows
from relapp.cli.output import say
from relapp.core import Core
from relapp.domain.business import Sale, Satisfaction
from relapp.domain.errors import Refused
from relapp.domain.money import Money, money_words, read_money
from relapp.domain.settings import CURRENCY
from relapp.domain.words import tr


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`sale` and `satisfaction` with their arguments."""
    acts = rows.room(commands, "sale", tr("what people bought"))
    _add_sale(rows.act(acts, "add", tr("a sale; prints its id"), _sell), new=True)
    rows.add_list(acts, tr("sales, newest first"), _list_sales)
    edit = rows.act(acts, "edit", tr("change a sale"), _edit_sale)
    rows.add_id(edit)
    _add_sale(edit, new=False)
    rows.add_delete(acts, lambda core, id_: core.sales.delete(id_))
    acts = rows.room(commands, "satisfaction", tr("marks from 0 to 10 that clients give your work"))
    _add_mark(rows.act(acts, "add", tr("a mark; prints its id"), _mark), new=True)
    rows.add_list(acts, tr("marks, newest first"), _list_marks)
    edit = rows.act(acts, "edit", tr("change a mark"), _edit_mark)
    rows.add_id(edit)
    _add_mark(edit, new=False)
    rows.add_delete(acts, lambda core, id_: core.satisfaction.delete(id_))


def _add_sale(parser: argparse.ArgumentParser, *, new: bool) -> None:
    rows.add_person(parser, required=new)
    parser.add_argument("--what", required=new, metavar="TEXT", help=tr("what was sold"))
    parser.add_argument("--amount", required=new, metavar="A", help=tr("9600, 9,600.50 or € 9.600"))
    parser.add_argument("--currency", metavar="C", help=tr("EUR; the one of your settings when left out"))
    rows.add_day(parser)
    delivered = tr("the day of the delivery") if new else tr("the day of the delivery, or none")
    parser.add_argument("--delivered", metavar="DATE", help=delivered)
    parser.add_argument("--note", metavar="TEXT")


def _price(core: Core, arguments: argparse.Namespace, currency: str) -> Money:
    """The amount in the currency it is said with, else in `currency`."""
    wanted = rows.text_of(arguments.currency).strip().upper()
    price = read_money(rows.text_of(arguments.amount), wanted or currency)
    if wanted and price.currency != wanted:
        raise Refused(tr("“{text}” is not in {currency}.").format(text=arguments.amount, currency=wanted))
    return price


def _sell(core: Core, arguments: argparse.Namespace) -> int:
    price = _price(core, arguments, core.desk.option(CURRENCY))
    sale = Sale(
        person=rows.person_of(core, arguments),
        what=rows.text_of(arguments.what),
        day=rows.day_of(core, arguments.date),
        amount=price.amount,
        currency=price.currency,
        delivered=None if arguments.delivered is None else rows.day_of(core, arguments.delivered),
        note=rows.text_of(arguments.note),
    )
    say(str(core.sales.add(sale)))
    return 0


def _edit_sale(core: Core, arguments: argparse.Namespace) -> int:
    before = core.sales.get(arguments.id)
    sale = replace(before, **rows.edited(core, arguments, ("what", "note")))
    if arguments.amount is not None:
        price = _price(core, arguments, before.currency)
        sale = replace(sale, amount=price.amount, currency=price.currency)
    elif arguments.currency is not None:
        raise Refused(tr("Say the amount in that currency too, with --amount."))
    if arguments.delivered is not None:
        none = arguments.delivered.strip().lower() == rows.NONE
        sale = replace(sale, delivered=None if none else rows.day_of(core, arguments.delivered))
    core.sales.edit(sale)
    return 0


def _list_sales(core: Core, arguments: argparse.Namespace) -> int:
    found = [
        {
            "id": one.id,
            "person": one.person,
            "name": core.people.name(one.person),
            "what": one.what,
            "day": one.day.isoformat(),
            "delivered": rows.iso(one.delivered),
            "amount": one.amount,
            "currency": one.currency,
            "price": money_words(one.amount, one.currency),
            "note": one.note,
        }
        for one in rows.those_asked(core, arguments, core.sales)
    ]
    return rows.show(found, arguments, ("id", "day", "name", "what", "price", "delivered", "note"))


def _add_mark(parser: argparse.ArgumentParser, *, new: bool) -> None:
    rows.add_person(parser, required=new)
    parser.add_argument("--score", required=new, type=int, metavar="N", help=tr("0 (not at all) to 10"))
    parser.add_argument("--words", metavar="TEXT", help=tr("what they said"))
    rows.add_day(parser)


def _mark(core: Core, arguments: argparse.Namespace) -> int:
    mark = Satisfaction(
        rows.person_of(core, arguments),
        rows.day_of(core, arguments.date),
        arguments.score,
        rows.text_of(arguments.words),
    )
    say(str(core.satisfaction.add(mark)))
    return 0


def _edit_mark(core: Core, arguments: argparse.Namespace) -> int:
    before = core.satisfaction.get(arguments.id)
    mark = replace(before, **rows.edited(core, arguments, ("words",)))
    core.satisfaction.edit(mark if arguments.score is None else replace(mark, score=arguments.score))
    return 0


def _list_marks(core: Core, arguments: argparse.Namespace) -> int:
    found = [
        {
            "id": one.id,
            "person": one.person,
            "name": core.people.name(one.person),
            "day": one.day.isoformat(),
            "score": one.score,
            "words": one.words,
        }
        for one in rows.those_asked(core, arguments, core.satisfaction)
    ]
    return rows.show(found, arguments, ("id", "day", "name", "score", "words"))
