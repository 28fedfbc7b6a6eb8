"""The thing that stands behind a quantity: which words count, and where they leave off."""

from __future__ import annotations

import re
from typing import Final

from core.extract import frames
from core.extract.chain import Chain
from core.extract.people import people_alone
from core.extract.phrases import Phrase, name_behind
from core.extract.quantity import Quantity
from core.lexicon import opening, pattern

#: 13亿多人口的大国, 800万人口大市: how many live there.
_INHABITED: Final = re.compile("(?P<people>人口)的?(?:农业|人口)?[大小强](?:国|省|市|县|区|镇|乡|村)")

_RANKED_PLACE: Final = re.compile("省份|城市|[大强]?[市县区]|县[市区]|地区|国家")


def thing_behind(chain: Chain, index: int, quantity: Quantity) -> Phrase | None:
    """The thing counted or measured that stands behind the quantity at `index`; None where none does."""
    text = chain.text
    limit = limit_behind(chain, index, quantity)
    phrase = name_behind(text, quantity.after, limit) if quantity.after < limit else None
    if phrase and text[phrase.end : chain.next_start(index)] == "的" and (
        frames.AMONG.search(text, phrase.start + 1, phrase.end)
    ):
        phrase = Phrase(phrase.start, phrase.end - 1)  # 5个在建项目中的3个
    if phrase and phrase.end == chain.next_start(index):
        if phrase.end - phrase.start > 1 and frames.AMONG.search(text, phrase.start, phrase.end):
            # 36个行业中26个行业增长.
            phrase = Phrase(phrase.start, phrase.end - 1)
        counts = quantity.kind == "count"
        if counts and (each := frames.EACH_OF.search(text, phrase.start + 1, phrase.end)):
            # 带动136户贫困户户均增收3000元: what each of them has is counted next.
            return Phrase(phrase.start, each.start())
        if counts and (does := pattern(frames.BODY_DOES).match(text, phrase.start, phrase.end)):
            return Phrase(phrase.start, does.end())
        # 12个小组服务30家企业: the verb has the next figure for its object.
        verbs = pattern("(?:%doing+acting+serving+gt_before+lt_before+to%)+了?$")
        match = verbs.search(text, phrase.start, phrase.end)
        if match and match.start() > phrase.start + 1:
            return Phrase(phrase.start, match.start())
    if phrase and quantity.kind == "count" and phrase.end == chain.next_start(index):
        following = chain.quantities[index + 1] if index + 1 < len(chain.quantities) else None
        sized = following and pattern("(?:%own_measure%|总?长度?|全长|里程)").fullmatch(text, phrase.start, phrase.end)
        if following and sized and text.startswith("的", following.after):
            # 5条总长51公里的道路: how long they are stands between the count and its thing.
            return thing_behind(chain, index + 1, following)
    people = quantity.dimension in ("people", "households")
    if phrase and people and (inhabited := _INHABITED.match(text, phrase.start)):
        return Phrase(*inhabited.span("people"))
    if phrase and text.endswith("项目", phrase.start, phrase.end) and quantity.kind == "count" and (
        builds := pattern(frames.BODY_BUILDS).fullmatch(text, phrase.start, chain.next_start(index))
    ):
        return Phrase(*builds.span("body"))
    counts = quantity.kind == "count" and not people
    if phrase and counts and (body := pattern(frames.AT_FAULT).match(text, quantity.after, limit)):
        return Phrase(*body.span("body"))
    bodies_too = quantity.dimension == "institutions"
    listed = phrase is not None and text.startswith(("、", "及", "和") if bodies_too else "、", phrase.end) and (
        frames.SORTS_OF_PEOPLE if people else frames.SORTS_OF_BODIES if bodies_too else ""
    )
    if listed and (sorts := pattern(listed).match(text, phrase.start if phrase else quantity.after, limit)):
        phrase = Phrase(*sorts.span("name"))
    elif phrase and people and text.find("的", quantity.after, quantity.after + 20) > 0 and (
        who := pattern(frames.PEOPLE_WHO).match(text, quantity.after, limit)
    ):
        phrase = Phrase(*who.span("name"))
    having = phrase is not None and quantity.kind == "count" and text.find("的", phrase.start, phrase.end) > 0
    if phrase and having and (bodies := pattern(frames.BODIES_OF).match(text, phrase.start, phrase.end)):
        phrase = Phrase(phrase.start, bodies.end())
    if phrase and people and text[quantity.start - 1 : quantity.start] in ("为", "给", "向") and (
        opening("doing", "acting").match(text, phrase.start, phrase.end)
    ):
        # 为300户安装净水器: what was done, and no thing that they are.
        return None
    if phrase and people:
        phrase = people_alone(text, phrase)
    if quantity.dimension == "money" and (fund := frames.SET_UP.match(text, quantity.after, limit)):
        # 安排700万元设立人才基金: the amount is that of the fund.
        return Phrase(*fund.span("name"))
    if phrase and quantity.dimension == "money" and _RANKED_PLACE.fullmatch(text, phrase.start, phrase.end):
        # 北方首个过10万亿元省份: what the place is known by has its name before.
        return None
    if phrase and quantity.dimension == "money" and pattern(frames.SPENT_ON).match(text, quantity.after):
        # 投入2亿元建设安置房500套: a verb and its object.
        return None
    if phrase and pattern("(?:%turning%|跌|涨)(?:[到至为成])").match(text, quantity.after):
        # 由8个减为3个: a verb and no thing.
        return None
    return phrase


def limit_behind(chain: Chain, index: int, quantity: Quantity) -> int:
    """How far what follows a quantity may be its own: to the next one, or the end of its clause."""
    return min(chain.next_start(index), chain.clauses.end_of(quantity.after - 1))
