"""Digests drawn as a poster: names, figures and aims each on a line of its own, over headings of a few signs."""

from __future__ import annotations

from core.extract import read_metrics
from core.readers import read_bytes
from core.sections import read_structure
from tests.core.extract.readings import figures_of


def _named(text: str) -> list[tuple[str, str | None, str]]:
    """Surface, name and kind of each figure."""
    return [
        (one.surface, one.indicator.text if one.indicator else None, one.kind)
        for one in read_metrics(read_structure(text))
    ]


def test_a_line_names_the_figures_on_the_lines_below_it() -> None:
    """地区生产总值 / 256亿元 / 增长6%; arrows and plus signs that open a line tell changes."""
    text = (
        "一图读懂政府工作报告\n2022年工作回顾\n地区生产总值\n156.3亿元\n增长6.1%\n一般公共预算收入\n9.6亿元\n↑4.2%\n"
        "固定资产投资\n1.5%\n规模以上工业企业达到86家\n"
    )
    assert _named(text)[:5] == [
        ("156.3亿元", "地区生产总值", "level"), ("6.1%", "地区生产总值", "growth"),
        ("9.6亿元", "一般公共预算收入", "level"), ("4.2%", "一般公共预算收入", "growth"),
        ("1.5%", "固定资产投资", "growth"),
    ]
    assert _named(text)[5][1] == "规模以上工业企业"


def test_a_figure_takes_its_name_from_the_line_below_where_the_first_does() -> None:
    """256亿元 / 地区生产总值 / 增长6%: what it grew by has its name above."""
    text = "一图读懂工作报告\n2022年回顾\n156亿元\n地区生产总值\n增长6.1%\n9.6亿元\n一般公共预算收入\n增长4.2%\n"
    assert _named(text) == [
        ("156亿元", "地区生产总值", "level"), ("6.1%", "地区生产总值", "growth"),
        ("9.6亿元", "一般公共预算收入", "level"), ("4.2%", "一般公共预算收入", "growth"),
    ]


def test_per_cent_right_behind_an_amount_is_its_growth() -> None:
    """固定资产投资：10%以上 among aims; 财政支出70%以上用于民生 is a share, so is a rate."""
    text = (
        "要点\n2023年预期目标\n固定资产投资：10%以上\n社会消费品零售总额 8%左右\n"
        "城镇调查失业率：5.5%以内\n财政支出70%以上用于民生\n"
    )
    assert [(surface, kind) for surface, _, kind in _named(text)] == [
        ("10%", "growth"), ("8%", "growth"), ("5.5%", "rate"), ("70%", "rate"),
    ]


def test_short_lines_over_lines_with_figures_are_headings() -> None:
    """创新驱动 / 专利由56件增至213件; the years of the title, of the years to come and of the next are told apart."""
    text = (
        "数说全区这五年\n2017—2021\n经济实力\n工业增加值从112亿元增加到180亿元，年均增长7.8%\n财政总收入累计完成85亿元\n"
        "创新驱动\n高新技术企业数量由16家增至53家\n民生福祉\n民生支出累计60亿元\n未来五年\n工业增加值突破300亿元，年均增长8%左右\n"
        "2022年目标\n工业增加值增长8%\n"
    )
    sections = read_structure(text).sections
    assert [(one.title, one.role, one.year) for one in sections] == [
        ("经济实力", "results", 2021), ("创新驱动", "results", 2021), ("民生福祉", "results", 2021),
        ("未来五年", "targets", 2026), ("2022年目标", "targets", 2022),
    ]
    assert figures_of(text) == [
        ("112亿元", "baseline", None), ("180亿元", "actual", "2021"), ("7.8%", "actual", "2017-2021"),
        ("85亿元", "actual", "2017-2021"), ("16家", "baseline", None), ("53家", "actual", "2021"),
        ("60亿元", "actual", "2017-2021"), ("300亿元", "target", "2026"), ("8%", "target", "2022-2026"),
        ("8%", "target", "2022"),
    ]


def test_two_numbers_with_a_nought_are_headings() -> None:
    """01 产业发展 and 02 乡村振兴 need no third; 去年关键词 and 今年关键词 part a page without years."""
    text = (
        "简报\n2022年工作回顾\n01 产业发展\n新签约项目42个\n02 乡村振兴\n粮食总产 稳定在12万吨\n"
        "2023年目标\n新增就业3000人\n"
    )
    assert [one.title for one in read_structure(text).sections] == [
        "2022年工作回顾", "01 产业发展", "02 乡村振兴", "2023年目标",
    ]
    text = "快讯\n去年关键词：稳\n工业增加值增长6.3%。\n今年关键词：进\n工业增加值增长7%左右，固定资产投资增长8%。\n"
    assert figures_of(text) == [("6.3%", "actual", None), ("7%", "target", None), ("8%", "target", None)]


def test_news_of_what_a_published_plan_sets_is_ahead() -> None:
    """《方案》明确了总体目标：到2027年，…。 holds for the sentences behind it; 累计 sums up what will be."""
    text = (
        "近日，省政府办公厅印发《乡村旅游行动方案》。\n《方案》明确了总体目标：到2027年，全省打造200个旅游乡村。"
        "接待人数达5亿人次，累计建成专业村900个。\n意见提出，到2025年力争建设成为旅游目的地。接待人数年增长25%以上。\n"
    )
    assert figures_of(text) == [
        ("200个", "target", "2027"), ("5亿人次", "target", "2027"), ("900个", "target", "2027"),
        ("25%", "target", "2025"),
    ]
    assert _named(text)[-1][1] == "接待人数"


def test_a_headline_on_this_year_is_on_the_year_begun() -> None:
    """报告提出：今年增长7%左右, over news that calls the year before by its number."""
    text = (
        "大会开幕\n市政府工作报告提出：今年工业增加值增长7%左右。\n市人民代表大会18日开幕。市长作政府工作报告时说，2017年，"
        "全市工业增加值86亿元。\n谈及2018年工作，市长表示，力争财政收入增长6%。\n"
    )
    assert figures_of(text) == [("7%", "target", "2018"), ("86亿元", "actual", "2017"), ("6%", "target", "2018")]


def test_figures_drawn_large_over_text_are_headings() -> None:
    """Three and more with a motto behind each; a list of the same form without text below is one."""
    lines = ("超13亿斤：粮食生产“8连丰”", "326亿元：经济总量再上新台阶", "1200户：老旧小区换新颜")
    below = "这一年，全县上下团结一心，狠抓落实，为群众办成了一批实事。"
    text = "回眸2022，三组数据看青石县\n" + "".join(f"{line}\n{below}\n" for line in lines)
    assert [one.title for one in read_structure(text).sections] == list(lines)
    bare = "回眸2022，三组数据看青石县\n" + "\n".join(lines) + "\n"
    assert read_structure(bare).sections == ()


def test_headlines_are_proved_by_the_second_paragraph_below_too() -> None:
    """And a third one as short beside them heads its text, though it tells no figure."""
    filler = "从产业看，各个行业都有增长，结构继续优化，活力不断释放，运行质量稳步提高。"
    text = (
        "青石县统计局7月19日发布2023年上半年全县经济运行情况，全县经济运行平稳，主要指标保持增长。\n"
        f"规上工业增加值同比增长8.5%\n{filler}\n上半年，全县规模以上工业增加值同比增长8.5%，采矿业增长2%，运行平稳。\n"
        f"进出口总额增长7.4%\n{filler}\n上半年，全县进出口总额39亿元，同比增长7.4%，其中出口26亿元，结构优化。\n"
        f"网上零售快速增长\n{filler}\n"
    )
    assert [one.title for one in read_structure(text).sections] == [
        "规上工业增加值同比增长8.5%", "进出口总额增长7.4%", "网上零售快速增长",
    ]


def test_beside_lines_over_figures_others_head_what_tells_none() -> None:
    """A line that begins with a deed is none, and nor is any where no such line is proved."""
    proved = (
        "数说全区这一年\n经济实力\n工业增加值达到180亿元，增长7.8%\n民生福祉\n新增养老床位320张\n"
        "创新驱动\n专利由56件增至213件\n政务服务\n热线获评全国十佳热线\n推进城市更新\n深入实施国企改革三年行动\n"
    )
    assert [one.title for one in read_structure(proved).sections] == ["经济实力", "民生福祉", "创新驱动", "政务服务"]
    bare = "数说全区这一年\n政务服务\n热线获评全国十佳热线\n城市品牌\n入选全国十大旅游目的地城市\n"
    assert read_structure(bare).sections == ()


def test_lines_on_years_and_plans_part_a_digest_by_their_colons() -> None:
    """2020年成就： and “十四五”目标：; one such line alone leads to what it says."""
    text = (
        "全省人民代表大会开幕，省长作政府工作报告。\n2020年成就：\n固定资产投资增长4.2%\n茶叶产量创新高\n“十三五”成就：\n"
        "贫困人口减少52万人\n村村通客车\n“十四五”目标：\n人均生产总值达到8万元左右\n2021年目标：\n城镇新增就业36万人\n"
    )
    assert [(one.title, one.role) for one in read_structure(text).sections] == [
        ("2020年成就：", "results"), ("“十三五”成就：", "results"), ("“十四五”目标：", "targets"),
        ("2021年目标：", "targets"),
    ]
    assert figures_of(text) == [
        ("4.2%", "actual", "2020"), ("52万人", "actual", "2016-2020"), ("8万元", "target", "2025"),
        ("36万人", "target", "2021"),
    ]
    alone = "青石县工作报告\n2020年成就：\n全县固定资产投资增长4.2%，茶叶产量创历史新高，各项事业取得新进步。\n"
    assert read_structure(alone).sections == ()


def test_a_long_line_that_ends_with_a_change_is_whole() -> None:
    """…，年均增长7.1% / 新建公路86公里; what goes on behind it says so by its first sign."""
    text = (
        "政府工作报告“划重点”\n这五年，我们见证了实力之变\n地区生产总值由2016年的215亿元增加到2021年的341亿元，五年来年均增长7.1%\n"
        "这五年，我们见证了城乡之变\n建成区面积扩大到46平方公里，城镇化率提高8.2个百分点\n未来五年主要目标\n城镇化率达到62%\n"
    )
    document = read_structure(text)
    assert document.title == "政府工作报告“划重点”"
    assert [one.title for one in document.sections] == [
        "这五年，我们见证了实力之变", "这五年，我们见证了城乡之变", "未来五年主要目标",
    ]
    broken = (
        "青石县2021年工作总结\n全县生产总值由上年的215亿元增加到今年的341亿元，按照可比价格计算同比增长7.1%\n左右，好于预期。\n"
    )
    assert len(read_structure(broken).sentences) == 1


def test_a_change_on_a_line_of_its_own_is_that_of_the_line_above() -> None:
    """生产总值186亿元 / 同比增长4.7%; behind a full stop, or below another name, it is not."""
    text = "要点\n2022年回顾\n生产总值达到 186亿元\n同比增长 4.7%\n税收占比 71%\n提高 2个百分点\n"
    assert _named(text) == [
        ("186亿元", "生产总值", "level"), ("4.7%", "生产总值", "growth"),
        ("71%", "税收占比", "rate"), ("2个百分点", "税收占比", "difference"),
    ]
    closed = "要点\n2022年回顾\n生产总值达到186亿元。\n同比增长4.7%。\n"
    assert _named(closed)[1] == ("4.7%", None, "growth")


def test_names_of_two_signs_head_the_lines_below_them() -> None:
    """教育 / 新增学位600个, three and more or one twice; the cells of a table are none."""
    text = (
        "2024年，青石县要办这些民生实事\n教育\n新增学位960个\n医疗\n新建村卫生室24个\n养老\n新增护理型床位260张\n"
    )
    document = read_structure(text)
    assert document.title == "2024年，青石县要办这些民生实事"
    assert [(one.title, one.role, one.year) for one in document.sections] == [
        ("教育", "tasks", 2024), ("医疗", "tasks", 2024), ("养老", "tasks", 2024),
    ]
    twice = (
        "数说2023·青石县政府工作报告亮点\n经济\n生产总值达到186亿元\n民生\n民生支出占比82%\n2024年目标\n经济\n"
        "生产总值增长6%左右\n民生\n新增学位240个\n"
    )
    assert [(one.title, one.depth) for one in read_structure(twice).sections] == [
        ("经济", 1), ("民生", 1), ("2024年目标", 1), ("经济", 2), ("民生", 2),
    ]
    cells = "青石县2023年统计\n合计\n企业数量36家\n其中\n工业企业24家\n备注\n含个体户12家\n"
    assert read_structure(cells).sections == ()


def test_a_page_that_asks_what_was_and_will_be_done() -> None:
    """去年干得怎么样？ and 今年干什么？ below a headline that exclaims."""
    text = (
        "今年，云岭区要干这些大事！\n区长作政府工作报告。报告回顾了2024年工作，部署了2025年任务。快来看看——\n去年干得怎么样？\n"
        "新增学位1800个，建成社区食堂9家。\n今年干什么？\n改造老旧小区31个，新增托位300个。\n"
    )
    document = read_structure(text)
    assert document.title == "今年，云岭区要干这些大事！"
    assert [(one.title, one.role, one.year) for one in document.sections] == [
        ("去年干得怎么样？", "results", 2024), ("今年干什么？", "tasks", 2025),
    ]


def test_a_figure_drawn_large_is_the_one_told_below_it() -> None:
    """23次 / 承办赛事23次; another number below it is not."""
    text = "回顾2019\n23次\n承办国家级赛事23次\n76.3亿元\n完成税收86.3亿元\n"
    assert _named(text) == [
        ("23次", "国家级赛事", "level"), ("23次", "国家级赛事", "level"),
        ("76.3亿元", None, "level"), ("86.3亿元", "税收", "level"),
    ]


def test_news_that_turns_to_the_report_for_the_year_begun() -> None:
    """…政府工作报告中，2020年将…：; the title ends above who wrote it."""
    text = (
        "民生事儿暖人心\n□ 本报记者 朱红 李莉\n代表们看到了一张亮点满满的青溪2019年民生“成绩单”——\n"
        "一年来，新建公办幼儿园25所。\n"
        "在市长所作的政府工作报告中，2020年将继续改善民生：\n新建公办幼儿园19所，普惠性幼儿园覆盖率达80%。\n"
    )
    assert read_structure(text).title == "民生事儿暖人心"
    assert figures_of(text) == [("25所", "actual", "2019"), ("19所", "target", "2020"), ("80%", "target", "2020")]


def test_two_headlines_between_paragraphs_of_news() -> None:
    """Of one length, where nothing else heads; captions of pictures and lines between other lines are none."""
    text = (
        "一季度青溪经济增长6.2%\n市统计局昨日发布2024年一季度经济运行分析，全市地区生产总值同比增长6.2%。\n{}\n"
        "全市靠前发力、主动作为，经济运行整体延续回升向好态势，规上工业增加值同比增长15%。\n{}\n"
        "高技术制造业增加值同比增长20%，新动能加快成长，发展质量稳步提升。\n"
    )
    pair = ("经济延续回升向好态势", "速度质量齐头并进")
    assert [one.title for one in read_structure(text.format(*pair)).sections] == list(pair)
    assert read_structure(text.format("图为企业车间正在生产", "图为工地现场")).sections == ()


def test_lines_that_point_down_head_lists() -> None:
    """2024，重点要干这10件事↓↓↓ over bullets, which head nothing though only some of them measure."""
    text = (
        "区长作政府工作报告！小编帮你划重点！\n2023年主要成绩↓↓↓\n● 工业增加值增长6.1%\n● 新增学位2600个\n"
        "● 建成污水处理厂\n2024，我区重点要干这10件事↓↓↓\n● 打好三大攻坚战\n● 新增养老床位300张，惠及老人\n"
        "● 推进城市更新\n● 深化国企改革\n"
    )
    assert [(one.title, one.role) for one in read_structure(text).sections] == [
        ("2023年主要成绩↓↓↓", "results"), ("2024，我区重点要干这10件事↓↓↓", "tasks"),
    ]
    once = "通知\n详情见下↓↓↓\n全县新增学位2600个，办学条件持续改善。\n"
    assert read_structure(once).sections == ()


def test_a_label_before_a_colon_names_the_figure_behind_it() -> None:
    """高新技术企业：126家; a time, an aim or a part of a list is no name."""
    text = (
        "成绩单\n2018年回顾\nGDP：2156.3亿元，增长8.1%\n新增城镇就业：6.2万人\n高新技术企业：126家，新增32家\n其中：3家\n"
        "减贫：1.6万人脱贫、36个贫困村退出\n"
    )
    assert _named(text) == [
        ("2156.3亿元", "GDP", "level"), ("8.1%", "GDP", "growth"), ("6.2万人", "新增城镇就业", "level"),
        ("126家", "高新技术企业", "level"), ("32家", "高新技术企业", "level"), ("3家", None, "level"),
        ("1.6万人", "脱贫", "level"), ("36个", "贫困村", "level"),
    ]


def test_names_behind_a_sign_name_the_figures_below_them() -> None:
    """★地区生产总值 / 增长6.8% / 全省第三, below lines that part the page by years and are no part of its title."""
    text = (
        "政府工作报告中的“枫林数据”\n2023年“枫”景如画\n★地区生产总值\n同比增长6.8%\n全省第三\n★一般公共预算收入\n86.5亿元\n"
        "同比增长7.3%\n2024年乘“枫”破浪\n★地区生产总值\n增长7%左右\n★城镇新增就业\n3万人\n"
    )
    document = read_structure(text)
    assert document.title == "政府工作报告中的“枫林数据”"
    assert [one.title for one in document.sections if one.depth == 1] == ["2023年“枫”景如画", "2024年乘“枫”破浪"]
    assert [(name, kind) for _, name, kind in _named(text)] == [
        ("地区生产总值", "growth"), ("地区生产总值", "rank"), ("一般公共预算收入", "level"),
        ("一般公共预算收入", "growth"), ("地区生产总值", "growth"), ("城镇新增就业", "level"),
    ]
    told, planned = [("actual", "2023")] * 4, [("target", "2024")] * 2
    assert [(role, period) for _, role, period in figures_of(text)] == told + planned


def test_words_that_count_are_headings_in_a_sequence() -> None:
    """关键词1 创新, 关键词2 开放; below them 2022年，… and 今年，… are told apart."""
    text = (
        "枫林市两会｜报告中的关键词\n关键词1 创新\n2022年，高新技术企业总数达560家。\n今年，高新技术企业突破650家。\n"
        "关键词2 开放\n2022年，进出口总额268亿元。\n今年，进出口总额增长8%以上。\n"
    )
    document = read_structure(text)
    assert document.title == "枫林市两会｜报告中的关键词"
    assert [one.title for one in document.sections] == ["关键词1 创新", "关键词2 开放"]
    assert figures_of(text) == [
        ("560家", "actual", "2022"), ("650家", "target", "2023"), ("268亿元", "actual", "2022"),
        ("8%", "target", "2023"),
    ]
    assert read_structure("快讯\n亮点一 高铁通车。\n全年接待游客560万人次，旅游市场持续升温。\n").sections == ()


def test_last_year_and_this_year_where_no_year_is_named() -> None:
    """去年：… / 今年：… in news of a report; where it is of no plan both are told."""
    lines = "就业\n去年：新增就业1.2万人\n今年：新增就业1.1万人以上\n教育\n去年：新建学校16所\n今年：新建中小学5所\n"
    roles = [role for _, role, _ in figures_of("解码政府工作报告里的“民生温度”\n" + lines)]
    assert roles == ["actual", "target", "actual", "target"]
    assert [role for _, role, _ in figures_of("家乡变化大\n" + lines)] == ["actual"] * 4


def test_arrows_behind_an_amount_tell_its_growth() -> None:
    """地区生产总值：386亿元 ↑6.3%, 工业增加值：↑8.1%, PM2.5浓度：32微克/立方米 ↓4.2%."""
    text = "图解\n2022年回顾\n地区生产总值：386亿元 ↑6.3%\n工业增加值：↑8.1%\nPM2.5浓度：32微克/立方米 ↓4.2%\n"
    found = [one for one in read_metrics(read_structure(text)) if one.indicator]
    assert [(one.indicator and one.indicator.text, one.kind, one.value and float(one.value)) for one in found] == [
        ("地区生产总值", "level", 386e8), ("地区生产总值", "growth", 6.3), ("工业增加值", "growth", 8.1),
        ("PM2.5浓度", "level", 32), ("PM2.5浓度", "growth", -4.2),
    ]


def test_a_title_on_the_fruits_of_a_plan_is_on_its_years() -> None:
    """“十三五”发展成就巡礼: flows are the plan's, levels its last year's; an aim beyond is none of them."""
    text = (
        "白水县“十三五”发展成就巡礼\n财政收入：由4.2亿元增至6.8亿元，年均增长10.1%\n农村公路：新建村道860公里\n"
        "“十四五”这么干：\n到2025年，城镇化率达到55%，财政收入年均增长7%。\n"
    )
    assert figures_of(text) == [
        ("4.2亿元", "baseline", None), ("6.8亿元", "actual", "2020"), ("10.1%", "actual", "2016-2020"),
        ("860公里", "actual", "2016-2020"), ("55%", "target", "2025"), ("7%", "target", "2025"),
    ]


def test_a_plan_for_the_next_year_below_its_name_with_a_colon() -> None:
    """2023年计划安排建议： over numbered tasks, and a table of 计划目标 beside 实际完成 whose cells a blank parts."""
    text = (
        "2022年度枫林市国民经济和社会发展计划执行情况（摘要）\n2022年，全市经济平稳发展。\n指标 计划目标 实际完成\n"
        "固定资产投资增速 9% 10.2%\n城镇新增就业（人） 30000 32600\n城镇登记失业率 4.5%以内 3.6%\n"
        "2023年计划安排建议：\n"
        "1、就业。城镇新增就业3万人。\n2、物价。居民消费价格涨幅控制在3%左右。\n"
    )
    reading = read_bytes(text.encode(), "a.txt")
    document = read_structure(reading.text, reading.layout)
    assert document.place == "枫林市"
    assert [(one.surface, one.role, one.period) for one in read_metrics(document)] == [
        ("9%", "target", "2022"), ("10.2%", "actual", "2022"), ("30000", "target", "2022"),
        ("32600", "actual", "2022"),
        ("4.5%", "target", "2022"), ("3.6%", "actual", "2022"), ("3万人", "target", "2023"), ("3%", "target", "2023"),
    ]


def test_what_was_done_last_year_is_told_among_what_is_planned() -> None:
    """去年…全部完成。其中，…, below the tasks of this year; the name of the paper is no title."""
    text = (
        "枫林晚报 2019年1月18日\n今年市政府将办10件实事\n市长在政府工作报告中提出，2019年市政府将办好10件民生实事。\n"
        "1.新建公办幼儿园15所。\n2.改造危桥12座。\n据了解，去年承诺的10件实事全部完成。其中，新建幼儿园12所；建成农村公路310公里。\n"
    )
    assert read_structure(text).title == "今年市政府将办10件实事"
    assert figures_of(text) == [
        ("10件", "target", "2019"), ("15所", "target", "2019"), ("12座", "target", "2019"), ("10件", "actual", "2018"),
        ("12所", "actual", "2018"), ("310公里", "actual", "2018"),
    ]


def test_a_plan_stands_between_the_years_of_a_page() -> None:
    """“十四五”时期，我们这样干 between 2020年，我们这样走过 and 2021年，重点抓好10项工作."""
    text = (
        "枫林市人民政府工作报告（速读版）\n2020年，我们这样走过\n✅ 民生\n改造老旧小区138个\n“十四五”时期，我们这样干\n"
        "✅ 产业\n培育百亿级企业5家\n2021年，重点抓好10项工作\n✅ 教育\n新增学位1.2万个\n"
    )
    assert [(one.title, one.role) for one in read_structure(text).sections if one.depth == 1] == [
        ("2020年，我们这样走过", "results"), ("“十四五”时期，我们这样干", "tasks"),
        ("2021年，重点抓好10项工作", "tasks"),
    ]
    assert figures_of(text) == [
        ("138个", "actual", "2020"), ("5家", "target", "2021-2025"), ("1.2万个", "target", "2021"),
    ]
