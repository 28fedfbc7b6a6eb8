"""What a place in a ranking is the place of."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from core.extract import frames
from core.extract.chain import Chain, generic
from core.extract.comparing import rank_verb
from core.extract.links import Link
from core.extract.naming import Name, named
from core.extract.phrases import name_before, split_predicate
from core.extract.quantity import Quantity
from core.lexicon import closing, pattern

_SHORTEST_EVENT: Final = 4
#: 综合排名中列第3位: how the place is taken is no part of what it is taken in.
_TAKES_PLACE: Final = re.compile("(?<=..)中?(?:位?[居列]|名列|排|夺得?|荣?获得?|摘得)?$")

#: 继续保持|粮食产量全省第一.
_KEPT: Final = re.compile("(?:(?:继续|持续|始终|连续)?保持|近[0-9一二两三四五六七八九十]{1,2}年来?)了?(?=..)")


def link_rank(chain: Chain, quantity: Quantity, start: int) -> None:
    """Link a place in a ranking, whose clause begins at `start`: what is ranked stands before the verb or the scope."""
    # In the judging of the clause before the scope may stand, and nothing of the name.
    scope = quantity.scope if quantity.scope and quantity.scope[0] >= start else None
    frame = scope[0] if scope else quantity.start
    end = max(start, frame)
    moved = quantity.rule == "number.rank_origin"
    origin = frames.MOVED_FROM.search(chain.text, start, quantity.start) if moved else None
    # 工业投资全市排名由第3位跌至第9位: where the set stands before the change, it ends the name.
    changes = origin is not None and not start < end < origin.start()
    end = origin.start() if origin and changes else rank_verb(chain.text, start, end)
    predicate = split_predicate(chain.text, start, end)
    place = frames.POSITION.search(chain.text, start, predicate)
    predicate = place.start() if place else predicate
    phrase = name_before(chain.text, start, predicate) if predicate > start else None
    if phrase and (kept := _KEPT.match(chain.text, phrase.start, phrase.end)) and kept.end() + 1 < phrase.end:
        phrase = replace(phrase, start=kept.end())
    left = chain.text[phrase.start : phrase.end] if phrase else ""
    judged = pattern(frames.JUDGED).match(chain.text, scope[1], quantity.start) if scope else None
    here = closing(frames.JUDGED_HERE, chain.text, start, quantity.start)
    judged = here or judged
    name: Name | None
    if judged and (here or phrase is None or frames.BODY.search(left)):
        name = Name(judged["name"], *judged.span("name"), "indicator.judged")
    elif phrase and left not in generic() and not left.endswith(("均", "双双")):
        name = named(chain.text, phrase, "indicator.left")
    elif subject := subject_of_part(chain, start):
        name = subject
    elif (fared := chain.clauses.fared(start, chain.used)) and fared.text not in generic():
        name = fared
    elif phrase is None and (told := closing(frames.JUDGED_BEFORE, chain.text, chain.used, start)):
        name = Name(told["name"], *told.span("name"), "indicator.judged")
    elif phrase is None and (fast := chain.clauses.how_fast(start, chain.used)):
        name = fast
    elif scope and scope[1] >= chain.used and (measure := _measure(chain.text, scope[1], quantity.start)):
        name = measure
    elif chain.last and not (place and place.start() == start and chain.links[-1].quantity.dimension == "time"):
        name = replace(chain.last, rule="indicator.inherited")
    else:
        # 连续三年获评先进区，综合排名由第9位升至第4位: what lasted is none that is ranked.
        name = chain.clauses.subject(start)
        if name is None and scope and scope[1] >= chain.used:
            name = _event(chain.text, scope[1], quantity.start)
        if name is None and place and place.start() == start:
            # 综合排名由第48位升至第31位, with nothing that is ranked.
            name = Name(place[0], *place.span(), "indicator.left")
        if name is None and phrase and chain.text.startswith("排名", phrase.end):
            # 综合排名居全市第9位, with nothing that is ranked.
            name = named(chain.text, replace(phrase, end=phrase.end + len("排名")), "indicator.left")
    chain.add(Link(quantity, name, (predicate, quantity.start), origin=origin is not None))
    chain.used = quantity.after


def _event(text: str, start: int, end: int) -> Name | None:
    """夺得全省|技能大赛团体|冠军, 全市|考核|第一: in what the place was taken; who took it is told before."""
    placed = _TAKES_PLACE.search(text, start, end)
    end = placed.start() if placed else end
    start += text.startswith("中", start)
    long = end - start >= _SHORTEST_EVENT or closing("%judging%$", text, start, end)
    return Name(text[start:end], start, end, "indicator.judged") if long else None


def _measure(text: str, start: int, end: int) -> Name | None:
    """保持全市|货运量|第一的地位: the measure that stands between the set and the place."""
    phrase = name_before(text, start, end)
    if phrase is None or phrase.end < end or not closing("%measured_head%$", text, phrase.start, phrase.end):
        return None
    return named(text, phrase, "indicator.left") if phrase.end - phrase.start >= _SHORTEST_EVENT else None


def subject_of_part(chain: Chain, start: int) -> Name | None:
    """物价指数持平，涨幅收窄…: behind a ； a part speaks of its own subject, not of the indicator before.

    So does a clause without a figure that says how its subject stands: 农民收入超过全省平均水平，增长9%.
    """
    part = chain.text.rfind("；", chain.used, start)
    if part >= 0:
        return chain.clauses.subject(start, part + 1) or chain.clauses.fared(start, part + 1)
    found = chain.clauses.subject(start, chain.used + 1) if chain.links else None
    return found if found and frames.STANDS.match(chain.text, found.end) else None
