"""The structure of small reports, and of the scars that page layout leaves."""

from __future__ import annotations

import pytest

from core.sections import read_structure
from tests.core.sections.reports import BODY, OTHER, SAMPLES, Sample


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_the_outline_is_the_one_a_reader_sees(sample: Sample) -> None:
    """Levels, titles, roles and years of every heading, and no heading more."""
    document = read_structure(sample.text)
    outline = tuple((section.depth, section.title, section.role, section.year) for section in document.sections)
    assert outline == sample.outline


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_title_years_and_place_are_what_the_text_says(sample: Sample) -> None:
    """What the text does not say is None."""
    document = read_structure(sample.text)
    assert (document.title, (document.year, document.target_year), document.place) == (
        sample.title, sample.years, sample.place,
    )


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_heading_span_quotes_the_printed_heading(sample: Sample) -> None:
    """The span's words hold the title, and every section lies inside its parent."""
    document = read_structure(sample.text)
    for section in document.sections:
        printed = "".join(section.heading.quote(sample.text).split())
        assert "".join(section.title.split()) in printed
        parent = document.section(section.parent)
        assert parent is None or parent.span.contains(section.span)


def test_a_title_over_two_lines_is_joined_and_a_spread_one_closed() -> None:
    """政 府 工 作 报 告 is one word; a wrapped title is one title."""
    assert read_structure(f"政 府 工 作 报 告\n\n各位代表：\n{BODY}").title == "政府工作报告"
    wrapped = read_structure(f"东湖区国民经济和社会发展\n第十四个五年规划纲要\n\n一、发展基础\n{BODY}\n")
    assert wrapped.title == "东湖区国民经济和社会发展第十四个五年规划纲要"
    assert wrapped.title_span is not None
    assert wrapped.title_span.quote(wrapped.text).count("\n") == 1


def test_a_sentence_broken_over_blocks_is_one_sentence_with_a_break() -> None:
    """The white space that layout put inside is marked, not cut out."""
    first = "深入践行人民城市理念，持续夯实城区基础性支撑内涵，增强区域发展均衡性协调性，在谋划城市治理等方面主动"
    text = f"一、城市治理\n\n{first}\n\n探索，持续打造宜居之城。\n\n{BODY}"
    sentence = read_structure(text).sentences[0]
    assert sentence.span.quote(text) == f"{first}\n\n探索，持续打造宜居之城。"
    assert [gap.quote(text) for gap in sentence.breaks] == ["\n\n"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("护渔五年，是打基础的五年，也是\n\n现代渔业强县\n\n起步的五年。\n", 1),
        ("护渔五年，查处了不少滥捕行为\n\n渔业丰收。\n", 2),
        ("护渔五年，各镇坚持实事求是\n\n渔业丰收。\n", 2),
    ],
)
def test_a_line_that_ends_with_a_word_that_ends_no_sentence_goes_on(text: str, count: int) -> None:
    """也是 / 现代渔业强县 / 起步的五年。, as where the words between are a link of their own; 行为 and 求是 end one."""
    assert len(read_structure(f"护渔工作总结\n\n{BODY}\n\n{text}").sentences) == count + len(
        read_structure(f"护渔工作总结\n\n{BODY}\n").sentences
    )


def test_hard_wrapped_lines_are_joined_to_sentences() -> None:
    """A column of 24 characters breaks sentences, and figures, anywhere."""
    words = (
        "全县坚持稳中求进，地区生产总值达到325.6亿元，增长6.3%；"
        "一般公共预算收入完成18.2亿元，增长7.5%，主要指标位居全市前列。"
    )
    column = "\n".join(words[at : at + 24] for at in range(0, len(words), 24))
    second, third = column.replace("坚持", "始终"), column.replace("坚持", "继续")
    text = f"一、回顾\n　　{column}\n　　{second}\n二、安排\n　　{third}\n"
    document = read_structure(text)
    assert [len(sentence.breaks) for sentence in document.sentences] == [2, 2, 2]


def test_a_repeated_block_is_marked_and_its_headings_are_no_sections() -> None:
    """A page that prints the whole text twice has each section once."""
    report = f"一、回顾\n{BODY}\n二、安排\n{OTHER}\n"
    document = read_structure(report + report)
    assert [section.title for section in document.sections] == ["一、回顾", "二、安排"]
    assert [sentence.duplicate for sentence in document.sentences] == [False, False, True, True]


def test_a_page_saved_twice_ends_its_last_section_before_the_links_and_the_second_opening() -> None:
    """Else the last section of the first copy held the map of the site and the salutation of the second."""
    opening = "各位代表：\n现在，我代表区人民政府向大会作工作报告，请予审议，并请各位委员和列席会议的同志提出意见。"
    report = f"东湖区2020年政府工作报告\n{opening}\n一、回顾\n{BODY}\n二、安排\n{OTHER}\n"
    links = "\n".join(f"市{first}{second}局" for first in "甲乙丙丁戊己" for second in "子丑寅卯辰巳午")
    foot = "网站地图\n关于本站\n首页\n京ICP备12345678号-1\n" * 3
    text = f"{report}{links}\n{foot}{report}"
    document = read_structure(text)
    assert document.sections[-1].span.quote(text).rstrip().endswith(OTHER)


def test_links_with_the_day_of_each_are_furniture_and_rows_of_days_in_a_text_are_not() -> None:
    """Lists of other reports stand behind a saved one with 07-29 before each; a schedule may have days as well."""
    lakes = list(enumerate("东西南北"))
    links = "\n".join(f"07-2{number}\n{place}湖区{number + 2015}年政府工作报告" for number, place in lakes)
    document = read_structure(f"东湖区2020年政府工作报告\n一、回顾\n{BODY}\n分享到：\n{links}\n")
    assert document.sections[-1].span.quote(document.text).rstrip().endswith(BODY)
    days = "\n".join(f"07-2{number}\n{place}湖开工" for number, place in lakes)
    planned = read_structure(f"东湖区2020年政府工作报告\n一、回顾\n{BODY}\n{days}\n二、安排\n{OTHER}\n")
    assert not any("开工" in span.quote(planned.text) for span in planned.noise)


def test_web_furniture_is_noise_and_the_text_between_is_read() -> None:
    """Navigation before, sharing and footer behind; page numbers inside a sentence are stepped over."""
    rail = "\n".join(f"栏目{name}" for name in "甲乙丙丁戊己庚辛壬")
    text = (
        f"首页\n{rail}\n东湖区2020年政府工作报告\n发布时间：2020-01-12\n【字体：大 中 小】\n各位代表：\n"
        f"一、回顾\n{BODY}\n全区认真落实各项部署，扎实推进重点工作，持续改善营商环境，着力服务各类经营主体，推动\n"
        "- 3 -\n项目建设。\n"
        f"（下转第二版）\n分享到：\n{rail}\n京ICP备12345678号-1\n"
    )
    document = read_structure(text)
    printed = [sentence.span.quote(text) for sentence in document.sentences]
    assert document.title == "东湖区2020年政府工作报告"
    assert not any("栏目" in words or "ICP" in words or "字体" in words or "下转" in words for words in printed)
    assert any(words.endswith("项目建设。") and "- 3 -" in words for words in printed)


@pytest.mark.parametrize(
    "line",
    [
        "1.46万亩低效林改造完成，生态环境持续改善，群众生活更加美好，各项任务顺利完成。",
        "2023年，全县上下坚持稳中求进，各项工作扎实推进，取得了新的进展和明显的成效。",
        "一、二、三产业协调发展，结构持续优化，质量效益稳步提升，发展后劲不断增强。",
        "一是强化项目支撑。全力推进重点项目建设，完善要素保障，加快形成实物工作量。",
        "◆ 本报记者 某某",
        "重点推进七方面工作：",
        "表1 2023年年末人口数及其构成",
    ],
)
def test_figures_lists_bylines_and_captions_are_no_headings(line: str) -> None:
    """What begins like a heading but goes on as a sentence, a list or a caption."""
    document = read_structure(f"一、回顾\n{BODY}\n{line}\n{OTHER}\n二、安排\n{BODY}\n")
    assert [section.title for section in document.sections] == ["一、回顾", "二、安排"]


def test_first_second_third_on_lines_of_their_own_with_text_between_are_headings() -> None:
    """一是… without a sentence behind it heads what follows; two of them, or a bare list, prove nothing."""
    titles = ["一是统筹城乡发展，加快城镇建设", "二是优化产业结构", "三是推进内外协调"]
    parted = read_structure("2004年工作回顾\n" + "".join(f"{title}\n{BODY}\n" for title in titles))
    assert [section.title for section in parted.sections] == ["2004年工作回顾", *titles]
    listed = read_structure("一、回顾\n" + "".join(f"{title}\n" for title in titles) + f"{BODY}\n二、安排\n{OTHER}\n")
    assert [section.title for section in listed.sections] == ["一、回顾", "二、安排"]
    few = read_structure(f"一、回顾\n{titles[0]}\n{BODY}\n{titles[1]}\n{OTHER}\n二、安排\n{OTHER}\n")
    assert [section.title for section in few.sections] == ["一、回顾", "二、安排"]


def test_list_items_under_numbers_are_no_headings() -> None:
    """Numbered lines without text below them are a list."""
    items = "\n".join(f"（{number}）新建学校和改造道路{number}。" for number in "一二三四")
    document = read_structure(f"一、民生实事\n{BODY}\n{items}\n二、自身建设\n{OTHER}\n")
    assert [section.title for section in document.sections] == ["一、民生实事", "二、自身建设"]


def test_couplets_of_uneven_length_are_one_series() -> None:
    """Unmarked headings in two halves belong together, also where one is longer and ends with a quotation mark."""
    heads = ["扩大有效投资，增强发展后劲", "做强主导产业，提升整体实力", "改善生态环境，守护碧水蓝天"]
    heads.append("优化服务流程，当好基层企业“跑腿员”")
    document = read_structure("一、安排\n" + "".join(f"{head}\n{BODY}\n" for head in heads))
    assert [section.title for section in document.sections] == ["一、安排", *heads]


def test_a_long_sentence_between_couplets_is_no_heading() -> None:
    """What is much longer than the other headings, or has more than two halves, is text."""
    heads = ["扩大有效投资，增强发展后劲", "做强主导产业，提升整体实力", "改善生态环境，守护碧水蓝天"]
    line = "各级各部门主动服务，当好基层群众和各类企业的“跑腿员”"
    document = read_structure("一、安排\n" + "".join(f"{head}\n{BODY}\n" for head in heads) + f"{line}\n{BODY}\n")
    assert [section.title for section in document.sections] == ["一、安排", *heads]


@pytest.mark.parametrize("cut", ["120.5\n亿元", "120.5\n\n亿元", "120.5亿\n元", "120\n.5亿元", "120\n- 7 -\n.5亿元"])
def test_a_figure_cut_by_the_layout_stays_in_one_sentence(cut: str) -> None:
    """Also where nothing else says that the text is hard-wrapped; the offsets stay those of the untouched text."""
    text = f"一、回顾\n全县坚持稳中求进，各项工作扎实推进，完成固定资产投资{cut}，增长6%。\n{BODY}\n"
    sentence = read_structure(text).sentences[0]
    assert sentence.span.quote(text).endswith(f"{cut}，增长6%。")
    written = sentence.span.quote(text)
    for gap in reversed(sentence.breaks):
        written = written[: gap.start - sentence.span.start] + written[gap.end - sentence.span.start :]
    assert "投资120.5亿元，" in written


def test_a_whole_report_in_one_line_without_blanks_has_its_title_and_parts() -> None:
    """The salutation ends the title; a name is parted from the text that begins with a year, 当前 or 目前."""
    told, plan = BODY * 4, OTHER * 4
    text = (
        f"桥头镇2023年度政府工作报告各位代表：现在，我代表镇人民政府，向大会报告工作，请予审议。一、2022年主要工作2022年以来，{told}"
        f"二、存在的主要问题当前，{told}三、2023年工作安排2023年，{plan}"
    )
    document = read_structure(text)
    assert document.title == "桥头镇2023年度政府工作报告"
    assert [(section.title, section.role) for section in document.sections] == [
        ("一、2022年主要工作", "results"), ("二、存在的主要问题", "problems"), ("三、2023年工作安排", "tasks"),
    ]


def test_lines_of_an_english_speech_are_no_headings() -> None:
    """Two short lines prove nothing, and one that goes on in the next is no whole line."""
    long = "The county built 12 miles of roads and opened two schools, and more than 4,000 people found work here."
    whole = [f"{line}\n\n{long}" for line in ("My friends and neighbours", "Let us look ahead")]
    broken = [f"{long[:-1]} and\n\n{line}\n\n{long}" for line in ("We will build", "And we hope", "So it goes")]
    for paragraphs in (whole, broken):
        assert read_structure("\n\n".join((long, *paragraphs))).sections == ()


def test_a_title_over_forty_characters_does_not_go_on_in_the_next_line() -> None:
    """A long first line that ends as titles do is the title, whatever stands below it; other long lines go on."""
    title = "中共清江市北城区委关于制定北城区国民经济和社会发展第十四个五年规划和二〇三五年远景目标的建议"
    document = read_structure(f"{title}\n\n图片\n\n{BODY}\n\n一、推进创新发展\n\n{OTHER}\n")
    assert document.title == title
    broken = "全县上下坚持稳中求进工作总基调，扎实做好各项重点工作，全面完成了年初确定的各项目标任务，城乡面貌"
    assert read_structure(f"{broken}\n\n有了新的变化。\n").title is None


def test_a_title_goes_on_inside_its_brackets() -> None:
    """《…规划 / 纲要》的通知 is one title, though the first line ends as titles do."""
    lines = ("江岸市关于分解落实《江岸市国民经济和社会发展第十一个五年规划", "纲要》主要目标和任务的通知")
    document = read_structure("\n".join((*lines, f"各区县人民政府：\n一、分工原则\n{BODY}\n")))
    assert document.title == "".join(lines)
    assert [section.title for section in document.sections] == ["一、分工原则"]


def test_a_name_under_a_dateline_is_no_title() -> None:
    """Where no title is printed there is none; words of as many signs that say what a text is are one."""
    dateline = "——2014年1月9日在白山市第十届人民代表大会第三次会议上"
    speaker = read_structure(f"{dateline}\n\n韩立民\n\n各位代表：\n\n{BODY}\n")
    assert speaker.title is None
    assert read_structure(f"工作总结\n\n{BODY}\n").title == "工作总结"


def test_an_address_is_no_heading() -> None:
    """A digit nought numbers nothing: 0.html is the rest of an address that a line end cut."""
    assert read_structure(f"来源网址\n0.html\n\n{BODY}\n\n一、回顾\n\n{OTHER}\n").sections[0].title == "一、回顾"


def test_a_notice_with_a_title_keeps_it() -> None:
    """What is passed on does not name the notice; without 印发给你们 a line below the text is no title."""
    plan = f"江源市2021年重点工作计划\n\n一、总体要求\n\n{BODY}\n"
    notice = f"关于印发工作计划的通知\n\n各县市人民政府：\n\n工作计划已经同意，现印发给你们，请认真执行。\n\n{plan}"
    assert read_structure(notice).title == "关于印发工作计划的通知"
    letter = f"各县市人民政府：\n\n去年各项工作扎实推进，请大家继续努力，把今年的各项工作抓紧抓好抓实。\n\n{plan}"
    assert read_structure(letter).title is None


@pytest.mark.parametrize("title", [
    "关于江源市2004年国民经济和社会发展计划执行情况与2005年国民经济和社会发展计划（草案）的报告",
    "2013年工作情况汇报及2014年工作安排",
])
def test_a_title_ends_before_whom_the_report_speaks_to_and_names_no_part(title: str) -> None:
    """However long it is, 各位代表： below it is no part of it; 情况汇报及…安排 calls the document."""
    assert read_structure(f"{title}\n各位代表：\n{BODY}\n一、2004年计划执行情况\n{OTHER}\n").title == title


def test_a_review_in_brief_heads_the_numbers_below_it() -> None:
    """本届政府工作的简要回顾 is a part, above ㈠ and ㈡."""
    found = read_structure(
        f"政府工作报告\n各位代表：\n我代表县政府报告工作。\n本届政府工作的简要回顾\n{BODY}\n㈠经济实力增强。{BODY}\n"
        f"㈡农业基础夯实。{BODY}\n今后五年的奋斗目标和2007年的工作任务\n{OTHER}\n"
    )
    assert [section.depth for section in found.sections] == [1, 2, 2, 1]


def test_what_stands_over_a_report_that_a_notice_hands_on_is_its_front() -> None:
    """Date, title on two lines and byline below 印发给你们, up to the salutation, say nothing."""
    report = (
        "二○○六年三月八日\n关于江源市国民经济和社会发展\n第十一个五年规划纲要的报告\n"
        "（2006年1月22日在市第二届人民代表大会第四次会议上）\n市长 王明\n各位代表：\n我受市政府委托作报告，请审议。\n"
        f"一、“十五”时期回顾\n{BODY}\n二、今后五年的任务\n{OTHER}\n"
    )
    handed = read_structure(f"各县、区人民政府：\n现将王明市长所作的《报告》印发给你们，请认真贯彻落实。\n{report}")
    assert handed.title == "关于江源市国民经济和社会发展第十一个五年规划纲要的报告"
    told = [sentence.span.quote(handed.text) for sentence in handed.sentences]
    before = told[: told.index("我受市政府委托作报告，请审议。")]
    assert before == ["各县、区人民政府：", "现将王明市长所作的《报告》印发给你们，请认真贯彻落实。", "各位代表："]


def test_a_line_that_begins_with_and_and_a_figure_goes_on() -> None:
    """8% / 和19% is one sentence, however short the line before is."""
    text = "工作总结\n\n一、回顾\n\n粮食、蔬菜产量分别达到3万吨和5万吨，增长8%\n和19%，再创新高。\n"
    assert len(read_structure(text).sentences) == 1


def test_the_rest_of_a_dateline_is_no_title() -> None:
    """第五次会议上 on a line of its own belongs to the dateline above it."""
    lines = "——2019年12月24日在江口市东岸区第十五届人民代表大会\n第五次会议上\n区长 余 平\n各位代表：\n"
    assert read_structure(f"{lines}{BODY}\n2019年工作回顾\n{OTHER}\n").title is None


def test_a_mark_that_lost_its_opening_bracket_stays_in_its_series_and_an_inner_one_below() -> None:
    """二） behind （一） goes on with it; 一） and 二） below （二） are a series of their own."""
    words = "认真落实各项要求，推动工作取得新的进展。"
    lost = read_structure(
        f"一、2020年工作回顾\n（一）狠抓项目建设\n{words}\n二）推进改革开放\n{words}\n（三）改善群众生活\n{words}\n"
    )
    assert [section.depth for section in lost.sections] == [1, 2, 2, 2]
    inner = read_structure(
        f"一、2020年工作回顾\n（一）狠抓项目建设\n{words}\n（二）推进改革开放\n{words}\n一）财税改革\n{words}\n"
        f"二）国企改革\n{words}\n三）投资体制改革\n{words}\n（三）改善群众生活\n{words}\n"
    )
    assert [section.depth for section in inner.sections] == [1, 2, 2, 3, 3, 3, 2]


def test_the_short_one_of_numbered_sentences_is_no_heading() -> None:
    """Where the sentences around it are longer than headings, a short （三） is an item like them."""
    long = "在保持粮食产量稳定增长、确保农产品供给的前提下，着重改善农业内部的结构，逐步提高优质产品的比重和效益"
    words = (
        f"第一章 主要任务\n（一）{long}。\n（二）{long}。\n（三）继续改善城乡人民的生活。\n上述任务相互联系。\n"
        "第二章 农业\n扩大种植面积。\n"
    )
    assert [section.title for section in read_structure(words).sections] == ["第一章 主要任务", "第二章 农业"]
    headed = "第一章 主要任务\n（一）粮食生产\n扩大种植面积。\n（二）畜牧业\n改良品种。\n第二章 工业\n更新设备。\n"
    assert [section.depth for section in read_structure(headed).sections] == [1, 2, 2, 1]


def test_what_a_paragraph_of_a_communique_is_on_stands_before_a_blank() -> None:
    """财政收入 全年… and 农产品 年末… head their paragraphs; one such blank alone says nothing."""
    paragraphs = ["财政收入 全年财政总收入完成13亿元，增长7%。", "居民收入 年末城镇居民人均可支配收入3万元，增长6%。"]
    found = read_structure("临江县2019年统计公报\n\n一、综合\n" + "\n".join(paragraphs))
    assert [section.title for section in found.sections] == ["一、综合", "财政收入", "居民收入"]
    alone = read_structure("临江县2019年统计公报\n\n一、综合\n" + paragraphs[0] + "\n" + BODY)
    assert [section.title for section in alone.sections] == ["一、综合"]


def test_a_unit_over_a_table_is_no_heading() -> None:
    lines = [f"单位:{unit}\n{BODY}" for unit in ("万人", "亿元", "%", "公里")]
    assert read_structure("临江县2019年统计公报\n\n一、综合\n" + "\n".join(lines)).sections[1:] == ()


def test_a_part_with_a_colon_heads_numbered_headings_and_leads_to_a_list() -> None:
    """重点工作： over headings that have text is one; over a list of sentences it leads to them."""
    words = "加快推进各项工程建设；年内建成投用；完善配套设施和管理制度。"
    headed = read_structure(f"重点工作：\n（一）聚焦产业发展。\n{words}\n（二）聚焦城乡建设。\n{words}\n")
    assert [section.depth for section in headed.sections] == [1, 2, 2]
    assert {section.role for section in headed.sections} == {"tasks"}
    listed = read_structure("重点工作：\n（一）推进产业转型。\n（二）推进项目建设。\n（三）推进城乡建设。\n")
    assert not listed.sections


def test_long_items_of_markdown_say_nothing_of_the_width_of_wrapped_lines() -> None:
    """An item of a list is as long as it is: numbered sentences beside it are cut at the width of the paragraphs."""
    item = "- 煤炭工业，建成一百处矿井，新增采煤能力八千万吨，改造老矿井并更新提升和洗选设备，逐步提高机械化水平\n"
    words = "各级政府要把提高经济效益放在首要地位，根据总的要求，规定各自指标所必须达到的水平，并采取措施保证实现。"
    lead = "\n".join(words[at : at + 18] for at in range(0, len(words), 18))
    cut = "一、大力增加适合社会需要的农产品和其它\n日用品的生产，争取供应同购买力的增长\n大体相适应。\n\n"
    text = f"## 第一章 基本任务\n\n{lead}\n\n{lead}\n\n" + cut + cut.replace("一", "二", 1) + item * 3
    assert [section.title for section in read_structure(text).sections] == ["第一章 基本任务"]


def test_an_english_line_over_numbers_that_begin_anew_stands_above_them() -> None:
    """Problems and Key Tasks stand level with the first series, and what is numbered behind them below."""
    body = "The county rebuilt twelve roads and expanded its industrial parks in the course of the year."
    text = (
        f"(1) The economy grew\n{body}\n(2) Towns took on a new look\n{body}\nProblems and Shortcomings\n{body}\n"
        f"Key Tasks for 2010\n(1) Speed up the building of parks\n{body}\n(2) Do a good job in farming\n{body}\n"
    )
    sections = read_structure(text).sections
    assert [(section.depth, section.title[:12]) for section in sections] == [
        (1, "(1) The econ"), (1, "(2) Towns to"), (1, "Problems and"), (1, "Key Tasks fo"), (2, "(1) Speed up"),
        (2, "(2) Do a goo"),
    ]


def test_what_stands_below_a_photograph_is_no_title_and_names_no_place() -> None:
    """图为…现场。 and who took the picture are no part of the report."""
    pictures = "大会现场 王小明 摄\n图为临江县第四届人民代表大会开幕式现场。 陈超 摄\n"
    text = f"{pictures}临江县第四届人民代表大会开幕。{BODY}\n"
    document = read_structure(text)
    assert document.title is None
    assert document.place == "临江县"


def test_a_pictograph_behind_a_line_hides_no_part_of_it() -> None:
    """A post on the web ends title, heads and sentences with them; one head names no part but by its year."""
    text = (
        "白杨县2021工作报告📜\n\n各位代表，大家好！👋\n\n回顾2020年工作成果🏆\n\n"
        "全县生产总值增长6.2%，财政收入增长4.1%，城乡居民收入稳步提高。📈\n\n新建改建农村公路62公里。🌱🌟\n\n"
        "展望2021年工作目标🎯\n\n我们将继续努力，确保生产总值增长6.5%。💪\n"
    )
    document = read_structure(text)
    assert (document.title, document.year, document.target_year) == ("白杨县2021工作报告", 2020, 2021)
    assert [(one.title, one.year) for one in document.sections] == [
        ("回顾2020年工作成果", 2020), ("展望2021年工作目标", 2021),
    ]


def test_the_beginning_of_a_report_on_one_line_is_cut_at_its_first_part() -> None:
    """No second ordinal proves it: the salutation does. An ordinal in a text that greets no one cuts nothing."""
    told = "全县上下攻坚克难，圆满完成各项任务。" + BODY * 8
    greeting = "各位代表：现在，我代表县人民政府报告工作，请予审议。"
    report = f"白杨县2021年政府工作报告{greeting}一、2020年工作回顾2020年，{told}"
    assert [one.title for one in read_structure(report).sections] == ["一、2020年工作回顾"]
    assert read_structure(f"会议听取了情况介绍。一、二季度生产平稳，{told}").sections == ()


def test_an_item_cut_in_the_middle_of_a_word_heads_nothing() -> None:
    """3、列。 is the rest of a word that a page parted, and no heading."""
    text = f"2020年工作总结\n\n{BODY}改革走在全国前\n\n3、列。新增创业企业60家，带动就业3000人。\n"
    assert read_structure(text).sections == ()


def test_parts_are_found_on_one_line_without_a_blank() -> None:
    """A report whose line ends are all lost: its ordinals stand behind the salutation and behind sentences."""
    told = "全县上下攻坚克难，圆满完成各项任务。" + BODY * 5
    text = (
        f"白杨县2021年政府工作报告各位代表：一、2020年工作回顾刚刚过去的2020年，{told}"
        f"二、2021年工作安排2021年，力争完成投资9亿元，{told}"
    )
    document = read_structure(text)
    assert [(one.role, one.year) for one in document.sections] == [("results", 2020), ("tasks", 2021)]


def test_a_sentence_goes_on_behind_the_number_of_a_page() -> None:
    """2、 in front of the second half of a word is no heading, and its figure is one of the whole sentence."""
    told = "全县上下攻坚克难，各项事业取得新的进展。" * 12
    text = f"1、白杨县2021年工作总结。{told}完成投资9\n2、亿元，增长6%。{told}财政收入3亿\n3、元。{told}"
    document = read_structure(text)
    assert document.sections == ()
    assert len([one for one in document.blocks if one.kind == "body"]) == 1


def test_a_file_to_be_fetched_is_no_annex() -> None:
    """附件： stands over its name, 做好今年 behind the name of a part; 1\\. is how converters write 1. in markdown."""
    document = read_structure(
        f"清水县政府工作报告\n各位代表：\n一、2022年工作回顾\n{BODY}\n二、2023年工作安排做好今年工作，责任重大，使命光荣。\n"
        f"1\\. 特色农业提档\n{OTHER}\n2\\. 新型工业提速\n{OTHER}\n附件：\n清水县政府工作报告.docx\n"
    )
    assert [(section.depth, section.title) for section in document.sections] == [
        (1, "一、2022年工作回顾"), (1, "二、2023年工作安排"), (2, "1\\.特色农业提档"), (2, "2\\.新型工业提速"),
    ]


def test_a_question_or_two_head_nothing() -> None:
    """A speaker asks himself what to do."""
    document = read_structure(f"{BODY}\n怎样才能把产业做大做强？\n{OTHER}\n怎样才能让群众更加满意？\n{BODY}\n{OTHER}\n")
    assert document.sections == ()


def test_the_signs_around_a_title_are_taken_off_and_those_in_it_kept() -> None:
    """【两会聚焦】云溪县政府工作报告摘要 was printed with half of its sign."""
    assert read_structure(f"【两会聚焦】云溪县政府工作报告摘要\n\n{BODY}").title == "【两会聚焦】云溪县政府工作报告摘要"
    assert read_structure(f"【云溪县政府工作报告】\n\n{BODY}").title == "云溪县政府工作报告"


def test_the_cells_of_a_picture_on_one_line_are_no_part_of_the_sentence_below() -> None:
    """However long that line is, and though no mark ends it."""
    cells = "绝对值(万元) 增长% 2011年 31420 9.6 2012年 34680 10.4 2013年 39250 13.2"
    text = f"临江县2013年统计公报\n\n{BODY}\n{cells}\n一般预算支出7153万元，增长11.6%。"
    printed = [sentence.span.quote(text) for sentence in read_structure(text).sentences]
    assert printed[-2:] == [cells, "一般预算支出7153万元，增长11.6%。"]


def test_headlines_that_measure_what_their_text_tells_again_are_headings() -> None:
    """人均收入突破3万元 over text that tells it; an item that measures, over the next one, heads nothing."""
    text = (
        "数说全县这五年\n人均收入突破3万元\n五年来，经济保持较快增长，工业增加值年均增长9%，人均收入突破3万元，各项事业发展。\n"
        "友好城市达到12个\n五年来，对外交流更加密切，新引进大型企业4家，友好城市达到12个，往来合作日益深化。\n"
    )
    assert [section.title for section in read_structure(text).sections] == ["人均收入突破3万元", "友好城市达到12个"]
    items = "数说全县这五年\n人均收入突破3万元\n友好城市达到12个\n工业增加值年均增长9%，高于全市平均水平2个百分点。\n"
    assert read_structure(items).sections == ()


def test_a_sentence_on_what_a_part_of_a_paper_says_is_no_heading() -> None:
    """第一部分简要报告了…。 tells; 第一部分 工作回顾 heads."""
    text = (
        "报告解读\n第一部分从九个方面简要报告了全省发展的特色和亮点，令人印象深刻。\n"
        "第二部分提出了明年的总体要求和主要预期目标建议。\n"
    )
    assert read_structure(text).sections == ()
    headed = f"工作报告\n第一部分 工作回顾\n{BODY}\n第二部分 工作安排\n{OTHER}\n"
    assert [section.title for section in read_structure(headed).sections] == ["第一部分 工作回顾", "第二部分 工作安排"]
