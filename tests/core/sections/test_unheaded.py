"""Parts whose headings were lost in copying, and lines that look like headings of parts and are none."""

from __future__ import annotations

from core.sections import read_structure

LOST = (
    "青川县政府工作报告\n一、2014年工作回顾\n全县经济平稳运行，完成地区生产总值80亿元，增长8%。\n（一）狠抓工业。{0}\n（二）狠抓农业。{0}\n"
    "同时，我们也清醒地看到，发展中还存在不少困难和问题。\n{1}\n主要预期目标是：地区生产总值增长7%。\n"
    "（一）做强工业。{0}\n（二）做优农业。{0}\n"
)


def test_a_plan_whose_heading_was_lost_begins_where_its_words_turn_to_it() -> None:
    """Numbers begin anew behind 今年是…之年: the part on results is over there, and what is numbered is planned."""
    words = "加快各项工作，推动园区和基地建设取得新的进展。"
    turn = "今年是全面完成规划的收官之年，要努力开创发展新局面。"
    document = read_structure(LOST.format(words, turn))
    assert [(section.depth, section.role, section.year) for section in document.sections] == [
        (1, "results", 2014), (2, "results", 2014), (2, "results", 2014), (1, "tasks", 2015), (1, "tasks", 2015),
    ]
    assert document.turn == document.text.index(turn)
    assert max(section.span.end for section in document.sections if section.role == "results") < document.turn


def test_numbers_that_begin_anew_without_words_of_a_plan_part_nothing() -> None:
    """Two lists below the results are both of the results."""
    words = "加快各项工作，推动园区和基地建设取得新的进展。"
    sections = read_structure(LOST.format(words, "在抓好经济工作的同时，各项社会事业全面进步。")).sections
    assert {section.role for section in sections} == {"results"}


def test_a_phrase_with_a_figure_heads_where_its_number_is_left_out_between_headings() -> None:
    """（二）…3.2万群众脱贫。 between （一） and （三） heads what follows; as the last of a row it only tells."""
    words = "深入推进各项工作，不断完善体制机制，取得新的成效。"
    told = "（二）狠抓扶贫，3.2万群众脱贫。"
    text = f"一、2014年工作回顾\n（一）狠抓工业。{words}\n{told}{words}\n（三）狠抓农业。{words}\n"
    assert [section.title for section in read_structure(text).sections][2] == "（二）狠抓扶贫，3.2万群众脱贫"
    last = f"一、2014年工作回顾\n（一）狠抓工业。{words}\n{told}{words}\n"
    assert len(read_structure(last).sections) == 2


def test_a_bold_line_that_leads_to_a_list_is_no_heading() -> None:
    words = "加快各项工作，推动园区和基地建设取得新的进展。"
    lead = "**一年来，我们主要做了以下工作：**"
    text = f"**一、2014年工作回顾**\n\n{lead}\n\n（一）狠抓工业。{words}\n\n（二）狠抓农业。{words}\n"
    assert [section.depth for section in read_structure(text).sections] == [1, 2, 2]


def test_a_chapter_in_bold_type_among_chapters_of_an_outline_stands_where_they_do() -> None:
    """**第二章** behind ### 第一章 is a chapter as it is; a number that does not go on from it is something else."""
    words = "加快各项工作，推动园区和基地建设取得新的进展。"
    text = (
        "# 青川县发展规划\n\n## 第一篇 总体要求\n\n### 第一章 发展基础\n\n#### 第一节 成就\n\n{0}\n\n"
        "**第{1}章 发展环境**\n\n#### 第一节 机遇\n\n{0}\n\n"
    )
    depths = [section.depth for section in read_structure(text.format(words, "二")).sections]
    assert depths == [1, 2, 3, 2, 3]
    assert [section.depth for section in read_structure(text.format(words, "七")).sections][:3] == [1, 2, 3]
    assert [section.depth for section in read_structure(text.format(words, "七")).sections][3] == 4


def test_a_bold_name_before_the_greeting_is_who_speaks_and_no_heading() -> None:
    """**李青山** over 各位代表： is a byline; **序言** there heads what follows."""
    words = "加快各项工作，推动园区和基地建设取得新的进展。"
    text = (
        "**青川县政府工作报告**\n\n——**2015年1月5日在县人民代表大会上**\n\n**{0}**\n\n各位代表：\n\n"
        "**一、2014年工作回顾**\n\n{1}\n\n**二、2015年工作安排**\n\n{1}\n"
    )
    document = read_structure(text.format("李青山", words))
    assert [(section.depth, section.role) for section in document.sections] == [(1, "results"), (1, "tasks")]
    assert document.title == "青川县政府工作报告"
    assert "序言" in [section.title.strip("*") for section in read_structure(text.format("序言", words)).sections]


def test_a_bold_sentence_that_leads_to_a_list_is_no_heading_and_a_bold_heading_may_end_with_a_stop() -> None:
    words = "加快各项工作，推动园区和基地建设取得新的进展。"
    text = "一、2014年工作回顾\n{0}\n\n**{1}**\n\n（一）狠抓工业。{0}\n\n（二）狠抓农业。{0}\n"
    lead = text.format(words, "过去的一年，我们主要做了三个方面的工作。")
    assert [section.depth for section in read_structure(lead).sections] == [1, 2, 2]
    heads = text.format(words, "坚持不懈抓发展。")
    assert len(read_structure(heads).sections) == 4


def test_a_title_over_two_bold_lines_is_one_and_a_bold_heading_before_a_document_named_in_bold_is_none_of_it() -> None:
    """The first line names no document: it goes on in the second, and heads nothing."""
    words = "加快各项工作，推动园区和基地建设取得新的进展。"
    text = "**{0}**\n\n**2014年国民经济和社会发展统计公报**\n\n## 一、综合\n\n{1}\n\n## 二、农业\n\n{1}\n"
    document = read_structure(text.format("西江省青川县", words))
    assert document.title == "西江省青川县2014年国民经济和社会发展统计公报"
    assert [section.title for section in document.sections] == ["一、综合", "二、农业"]
    assert read_structure(text.format("工作回顾", words)).title != "工作回顾2014年国民经济和社会发展统计公报"


def test_one_numbered_sentence_with_a_figure_heads_nothing() -> None:
    """The last item of a list of tasks, where the others have two sentences each, was lost as a heading."""
    text = (
        "二、民生事业\n\n1.改造老旧小区12个，新建幼儿园3所。6月底前全部开工。\n\n2.新增城镇就业3000人。\n\n"
        "三、生态环境\n\n持续改善空气质量，推进河道治理，完成年度任务。\n"
    )
    assert [section.title for section in read_structure(text).sections] == ["二、民生事业", "三、生态环境"]
