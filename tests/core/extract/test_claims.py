"""What counts as a claim, of which type, and how much it is worth checking."""

from __future__ import annotations

import json
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract import read_metrics
from core.extract.claims import read_claims
from core.extract.worth import terms_of
from core.model.report import Claim, Kind, Metric, Rank, Role
from core.model.spans import Span
from core.sections import read_structure
from tests.core.extract.readings import PLANS, RESULTS, sentence_document


def _figure(text: str, value: str, role: Role, kind: Kind = "level", rank: Rank | None = None) -> Metric:
    start = text.index(value)
    span = Span(start, start + len(value))
    return Metric(
        "m1", None, span, span, None, Decimal(1), None, "元", value, kind, role, None, None, "eq", rank, None, None, 1.0
    )


def _claims(frame: str, words: str, value: str | None = None, role: Role = "actual") -> list[Claim]:
    text = frame.format(words)
    document = read_structure(text)
    metrics = (_figure(text, value, role),) if value else ()
    start = text.index(words)
    place = Span(start, start + len(words))
    return [claim for claim in read_claims(document, metrics) if place.contains(claim.span)]


def test_the_offices_that_a_notice_is_sent_to_say_nothing() -> None:
    """各县人民政府，市政府各部门： opens a notice as 各位代表： opens a speech."""
    words = "各县（市、区）人民政府，市政府各部门、各直属机构："
    assert _claims("{}\n\n全市粮食产量达到120万吨，比上年增长3%。\n", words) == []


def test_who_is_in_charge_is_part_of_a_task_and_no_claim() -> None:
    """A notice names the offices in brackets behind each of its tasks: nobody promises anything with that."""
    words = "修建排水渠12公里，改造泵站3座。（县水利局、县财政局、县自然资源局等按职责分工负责）"
    found = [claim.span.quote(PLANS.format(words)) for claim in _claims(PLANS, words)]
    assert found == ["修建排水渠12公里，改造泵站3座。"]
    words = "修建排水渠12公里，改造泵站3座。\n责任单位：县水利局\n责任领导：李某某\n完成时限：2024年10月底"
    found = [claim.span.quote(PLANS.format(words)) for claim in _claims(PLANS, words)]
    assert found == ["修建排水渠12公里，改造泵站3座。"]


@pytest.mark.parametrize(
    ("frame", "words", "types"),
    [
        (RESULTS, "建成投用学校，群众就近入学。", {"achievement"}),
        (RESULTS, "运营全市首家区级老年大学。", {"achievement", "ranking"}),
        (RESULTS, "民族团结进步工作走在全省前列。", {"achievement", "ranking"}),
        (RESULTS, "粮食产量再创历史新高。", {"achievement"}),
        (RESULTS, "各位代表，成绩来之不易。", {"rhetoric"}),
        (RESULTS, "我们也清醒地看到，发展中还存在一些困难和问题，产业结构还不够优。", {"problem"}),
        (RESULTS, "这些成绩的取得，离不开全县人民的共同努力。", {"attribution"}),
        (PLANS, "加快推进城市更新。", {"commitment"}),
        (PLANS, "城镇登记失业率控制在市定目标内。", {"target"}),
        (PLANS, "居民收入增长与经济增长同步。", {"target"}),
        (PLANS, "强化日常监管，坚决杜绝重大安全事故发生。", {"target", "commitment"}),
        (PLANS, "今年是实施规划的关键一年。", {"rhetoric"}),
        (PLANS, "让我们更加紧密地团结起来，为美好明天而努力奋斗！", {"rhetoric"}),
        (PLANS, "重点做好以下五个方面工作：", {"rhetoric"}),
        (RESULTS, "成绩来之不易，凝聚了全县干部群众的心血和汗水。", {"attribution"}),
        (RESULTS, "这些问题，必须引起高度重视，在今后工作中努力加以克服。", {"commitment"}),
        (RESULTS, "力量源于团结，实干成就未来。", {"rhetoric"}),
        (RESULTS, "知难方能克难，善谋才能善成。", {"rhetoric"}),
        (RESULTS, "既有爬坡时的汗水，又有登顶后的笑容。", {"rhetoric"}),
        (RESULTS, "既有老桥改造，新桥也已通车。", {"achievement"}),
        (RESULTS, "在调整中优化，在改造中升级，全县关停落后窑厂。", {"achievement"}),
        (RESULTS, "粮食总产比规划目标超出许多。", {"achievement"}),
        (PLANS, "今后五年的奋斗目标是：形成物流枢纽框架，办好农民丰收节。", {"target"}),
        (PLANS, "加快结构调整，实现率先发展。", {"commitment"}),
        (PLANS, "但外部不确定性持续存在，我们面临的挑战也更加复杂。", {"problem"}),
        (PLANS, "针对更加复杂的形势，加强监测预警。", {"commitment"}),
        (RESULTS, "千帆竞发，百舸争流。", {"rhetoric"}),
        (RESULTS, "渠通了，灯亮了。", {"achievement"}),
        (RESULTS, "民生质量大于天。", {"rhetoric"}),
        (RESULTS, "审计结果表明，在区委坚强领导下，财政运行平稳。", {"achievement", "attribution"}),
        (RESULTS, "实践充分表明，在党的领导下，我们无往不胜。", {"rhetoric"}),
        (RESULTS, "把文教放在首位，学校面貌一新。", {"achievement"}),
        (RESULTS, "进出口总额列全省首位。", {"achievement", "ranking"}),
        (RESULTS, "有的部门内部控制落得不实。", {"problem"}),
        (RESULTS, "结余资金未按规定上缴。", {"problem"}),
        (RESULTS, "资金未按规定使用的问题得到纠正。", {"achievement"}),
        (RESULTS, "路基已经完工，计划明年6月通车。", {"achievement", "target"}),
        (RESULTS, "超额完成年初计划，6月通车。", {"achievement"}),
        (RESULTS, "世界经济低迷，贸易保护主义抬头。", {"problem"}),
        (RESULTS, "有效应对贸易保护主义抬头，外贸保持增长。", {"achievement"}),
        (RESULTS, "还开展了一次查找不足的讨论，补了十项制度。", {"achievement"}),
        (RESULTS, "把安全作为第一要求，常抓不懈。", {"achievement"}),
        (PLANS, "动态跟踪整改进度，确保问题全部整改到位。", {"target", "commitment"}),
        (PLANS, "逐项整改销号，务必做到清仓见底。", {"commitment"}),
        (PLANS, "务必保持清醒头脑。", {"rhetoric"}),
        (PLANS, "促进区域协调发展，是现代化建设中的一个战略问题。", {"rhetoric"}),
        (PLANS, "加快山区发展，有利于增强全县后劲，更好地造福子孙。", {"rhetoric"}),
        (PLANS, "支持山区办厂，有利于增收的都要办，建设园区。", {"commitment"}),
        (PLANS, "在大会召开之际，我代表县政府表示热烈的祝贺。", {"rhetoric"}),
        (PLANS, "恳请各位委员提出意见和建议。", {"rhetoric"}),
        (RESULTS, "今天召开全县水利工作会议，主要是部署防汛。", {"rhetoric"}),
        (RESULTS, "召开全县水利工作会议，部署了防汛工作。", {"achievement"}),
        (PLANS, "只有优化结构，才能提高效益。", {"rhetoric"}),
        (PLANS, "以人为本是现代管理的基本原则，也是政府的宗旨。", {"rhetoric"}),
        (PLANS, "指导思想是坚持以人为本的原则，建设新农村。", {"commitment"}),
        (PLANS, "为此，我们将着力在七个方面展现作为。", {"rhetoric"}),
        (PLANS, "环境就是民生、青山就是美丽。", {"rhetoric"}),
        (PLANS, "县域综合实力进入全省前列。", {"target", "ranking"}),
        (PLANS, "让居民收入更高，建设新的社区。", {"commitment"}),
        (RESULTS, "我们深切体会到，必须走自己的路。", {"rhetoric"}),
        (RESULTS, "要处理好改革与稳定的关系。", {"commitment"}),
        (RESULTS, "这是各级亲切关怀的结果，是全县人民奋斗的结果。", {"attribution"}),
        (RESULTS, "最后，再次感谢您对水务工作的关心和支持。", {"attribution"}),
        (RESULTS, "过度放牧的现象未得到有效遏制。", {"problem"}),
        (RESULTS, "乱占耕地的势头得到有效遏制。", {"achievement"}),
        (RESULTS, "草原生态系统仍然脆弱，沙化面积增加。", {"problem"}),
        (RESULTS, "当前安全基础还比较薄弱，整治力度还需加大。", {"problem"}),
        (RESULTS, "建设中造成水土流失，对行洪安全造成不利影响。", {"problem"}),
        (RESULTS, "路基已经完工，计划12月底完成桥梁工程。", {"achievement", "target"}),
        (RESULTS, "过去的一年，是形势错综复杂、任务繁重的一年。", {"rhetoric"}),
        (RESULTS, "几个县区接连发生安全生产事故，总量增加。", {"problem"}),
        (RESULTS, "全年未发生重大安全事故，社会稳定。", {"achievement"}),
        (RESULTS, "对全县负面影响很大，教训极其深刻。", {"problem"}),
        (RESULTS, "干部树牢了安全第一的意识。", {"achievement"}),
        (PLANS, "安全生产须臾不能有丝毫松懈。", {"rhetoric"}),
        (RESULTS, "水利是国民经济的重要基础设施。", {"rhetoric"}),
        (RESULTS, "两个乡镇作了检讨，各乡镇要汲取教训。", {"achievement", "commitment"}),
        (RESULTS, "市长李明出席会议并讲话，强调全市要加快建设步伐。", {"achievement", "commitment"}),
        (RESULTS, "市长李明出席会议，提出明确要求。", {"achievement"}),
        (RESULTS, "我们也应正视农村产业工作存在的短板。", {"problem"}),
        (RESULTS, "矿井改建进展顺利，将陆续建成投产。", {"achievement", "target"}),
        (PLANS, "扶贫工作事关全面小康，是各项事业的重中之重。", {"rhetoric"}),
        (PLANS, "截至目前，大部分问题已得到整改，其余问题将继续督促。", {"achievement", "commitment"}),
        (RESULTS, "过去的一年，是农民收入增长的一年。", {"achievement"}),
        (RESULTS, "我们倍加珍惜全县齐心协力的局面。", {"rhetoric"}),
        (RESULTS, "市级百强企业实现产值翻番。", {"achievement"}),
        (RESULTS, "水资源日益紧张，制约农业发展。", {"problem"}),
        (RESULTS, "破除了制约农业发展的障碍。", {"achievement"}),
        (RESULTS, "产业结构单一，农民收入来源少。", {"problem"}),
        (RESULTS, "改变了产业结构单一的状况。", {"achievement"}),
        (RESULTS, "劳动力外出，导致村庄发展缺乏动力。", {"problem"}),
        (PLANS, "我们必须坚定必胜信心，迎难而上，推动渔业工作再上新台阶。", {"rhetoric"}),
        (PLANS, "要坚定必胜信心，改造两座渔港。", {"commitment"}),
        (RESULTS, "全县上下坚定信心、攻坚克难，战胜了旱灾。", {"achievement"}),
        (PLANS, "要立足区情，以昂扬的姿态，抢抓难得的机遇。", {"rhetoric"}),
        (PLANS, "改革红利将进一步释放，发展空间更为广阔。", {"rhetoric"}),
        (RESULTS, "发展基础更加坚实。", {"achievement"}),
        (RESULTS, "“十五”时期，是我县社会事业进步的重要历史时期。", {"rhetoric"}),
        (RESULTS, "更是全镇干部在逆境中奋起的三年。", {"rhetoric"}),
        (RESULTS, "水利在粮食生产中具有基础性、公益性作用。", {"rhetoric"}),
        (RESULTS, "富民强县，教育为先。", {"rhetoric"}),
        (RESULTS, "开发荒山，改造为林地。", {"achievement"}),
        (RESULTS, "回顾这一年，催人奋进，连续三年跻身全省十强县。", {"achievement", "ranking"}),
        (PLANS, "把读书作为首要任务，深入开展“书香机关”活动。", {"commitment"}),
        (PLANS, "全面振兴还有相当长的路要走。", {"problem"}),
        (RESULTS, "春季一度出现种子脱销的问题。", {"problem"}),
        (RESULTS, "及时解决了一度出现的种子脱销问题。", {"achievement"}),
        (PLANS, "受台风影响，晚稻收成面临诸多困难。", {"problem", "attribution"}),
        (PLANS, "今后五年的奋斗目标是：在全省率先实现农业机械化。", {"target", "ranking"}),
        (RESULTS, "在全市率先推行“河长制”，参与“世界一流”战略研究。", {"achievement", "ranking"}),
        (RESULTS, "提出“全国一流”的目标，干劲更足。", {"achievement"}),
        (RESULTS, "受区政府委托，现将决算草案提请会议审查，并请列席人员提出意见。", {"rhetoric"}),
        (RESULTS, "经研究，现将《防汛预案》印发给你们。", {"rhetoric"}),
        (RESULTS, "市委研究防汛，印发了《防汛预案》。", {"achievement"}),
        (RESULTS, "下面，根据会议的安排，我讲三点意见。", {"rhetoric"}),
        (RESULTS, "我们坚信，全体同志一定会不负重托，圆满完成各项议程。", {"rhetoric"}),
        (PLANS, "全体干部要以过硬的作风，动真碰硬，全面完成各项任务。", {"rhetoric"}),
        (PLANS, "要坚持迎难而上、久久为功，脚踏实地，以闯关的勇气破解顽疾。", {"rhetoric"}),
        (PLANS, "要以过硬的作风，修好两座水闸。", {"commitment"}),
        (PLANS, "展望明天，我们信念如磐，步履更坚。", {"rhetoric"}),
        (RESULTS, "“九五”以来，我区进入了现代化建设的新阶段。", {"rhetoric"}),
        (RESULTS, "水质改善，粮食丰收，新城建设进入了配套完善的新阶段。", {"achievement"}),
        (PLANS, "项目储备还不够多，各镇要抓紧申报。", {"problem", "commitment"}),
        (PLANS, "全镇到2030年底，农户都用上清洁能源。", {"target"}),
        (RESULTS, "并请列席会议的同志提出意见。", {"rhetoric"}),
        (RESULTS, "必须尊重基层的意愿，形成干事的氛围。", {"rhetoric"}),
        (PLANS, "必须加固险段，疏浚河道。", {"commitment"}),
        (PLANS, "乡村振兴，潜力在山上。", {"rhetoric"}),
        (PLANS, "县域的竞争取决于人才的竞争。", {"rhetoric"}),
        (PLANS, "发展林下经济，推动农民增收，是山区致富的现实选择。", {"rhetoric"}),
        (PLANS, "服务是第一竞争力。", {"rhetoric"}),
        (PLANS, "今年的总体要求是：弘扬愚公精神，办好民生实事。", {"commitment"}),
        (PLANS, "开展技能比武，弘扬工匠精神，评选一批能手。", {"commitment"}),
        (PLANS, "大力弘扬工匠精神，讲真话、办实事。", {"rhetoric"}),
        (PLANS, "依法加强税收征管，确保财政收入稳定增长。", {"target", "commitment"}),
        (RESULTS, "这些问题，我们将逐项解决。", {"commitment"}),
        (RESULTS, "虽然基数高，产值仍保持较快增长。", {"achievement"}),
        (RESULTS, "虽然产量增加，但渔民增收困难。", {"problem"}),
        (RESULTS, "渔业链条短，产品附加值低。", {"problem"}),
        (RESULTS, "渔业链条短、附加值低等难题得到破解。", {"achievement"}),
        (RESULTS, "部分渔村缺技术、缺师资。", {"problem"}),
        (RESULTS, "滥捕现象有所抬头，执法流于形式。", {"problem"}),
        (RESULTS, "渔民看病远、子女入学难。", {"problem"}),
        (RESULTS, "渔民看病难题基本解决。", {"achievement"}),
        (RESULTS, "渔民对航道淤塞反映强烈。", {"problem"}),
        (RESULTS, "办结一批反映强烈的积案。", {"achievement"}),
        (RESULTS, "靠海吃海的局面没有根本改变。", {"problem"}),
        (RESULTS, "有的签约一年还没有动工。", {"problem"}),
        (RESULTS, "渔港项目开工率仅三成。", {"problem"}),
        (RESULTS, "城镇登记失业率不到百分之三。", {"achievement"}),
        (RESULTS, "两家船厂停产，职工待岗。", {"problem"}),
        (RESULTS, "责令两家船厂停产整顿。", {"achievement"}),
        (PLANS, "要针对渔民缺技术的问题，办好培训班。", {"commitment"}),
        (RESULTS, "某渔业公司负责人说。", {"rhetoric"}),
        (RESULTS, "渔业公司负责人李明到会听取意见。", {"achievement"}),
        (RESULTS, "成绩只能属于过去，奋斗才有未来。", {"rhetoric"}),
        (RESULTS, "特色更加突出，亮点不断涌现。", {"achievement"}),
        (PLANS, "一分部署，九分落实。", {"rhetoric"}),
        (PLANS, "要把思想和行动统一到护渔的部署上来。", {"rhetoric"}),
        (PLANS, "我们有信心、有能力护好渔场。", {"rhetoric"}),
        (PLANS, "弘扬工匠精神，组织骨干赴外地考察。", {"commitment"}),
        (RESULTS, "渔港项目尚未实施，建成的寥寥无几。", {"problem"}),
        (RESULTS, "进度在全市处于末位。", {"problem"}),
        (RESULTS, "仍有渔村没有通车。", {"problem"}),
        (RESULTS, "所有渔村都通了车。", {"achievement"}),
        (PLANS, "我们既要让渔民的日子更富足，又要让海湾更美丽。", {"rhetoric"}),
        (PLANS, "能否护好渔场，直接关系全县未来。", {"rhetoric"}),
        (PLANS, "渔民收入稳定增长；", {"target"}),
        (PLANS, "促进渔民收入稳定增长。", {"commitment"}),
        (PLANS, "保持物价水平基本稳定。", {"target"}),
        (PLANS, "保持机构编制稳定。", {"commitment"}),
        (PLANS, "扎实开展“牢记使命”主题教育。", {"commitment"}),
        (RESULTS, "扎实开展“牢记使命”主题教育。", {"achievement"}),
        (PLANS, "在渔业矛盾突出的背景下，要加大护渔力度。", {"commitment"}),
        (PLANS, "我们要紧密团结在县委周围，以优异成绩迎接县庆。", {"rhetoric"}),
        (PLANS, "渔业增速目标的确定，主要考虑了资源状况。", {"rhetoric"}),
        (RESULTS, "渔港支线因故未能如期开工。", {"problem"}),
        (RESULTS, "渔港支线如期开工。", {"achievement"}),
        (PLANS, "各部门、各单位要以高度负责的精神，恪尽职守，把各项工作做得更好。", {"rhetoric"}),
        (RESULTS, "在此，我们郑重表态，我们一定为护好渔场努力奋斗。", {"rhetoric"}),
        (RESULTS, "会议开得简朴，是一次鼓劲的大会。", {"rhetoric"}),
        (PLANS, "各位代表，渔业是全县的“立身之本”。", {"rhetoric"}),
        (PLANS, "各位代表，渔业码头要改造。", {"commitment"}),
        (PLANS, "争创全国现代渔业百强县。", {"commitment"}),
        (RESULTS, "跻身全国现代渔业百强县。", {"achievement", "ranking"}),
        (RESULTS, "改造十大市场，小区环境改善。", {"achievement"}),
        (RESULTS, "大豆亩产创全省高产纪录。", {"achievement", "ranking"}),
        (RESULTS, "这一年，渔家喜笑颜开。", {"achievement"}),
        (PLANS, "脚步不停，事在人为。", {"rhetoric"}),
        (PLANS, "做好护渔工作，对渔村安宁至关重要。", {"rhetoric"}),
        (PLANS, "我们既要有拼抢的勇气，又要有坐冷板凳的定力。", {"rhetoric"}),
        (PLANS, "增加渔港投入，为全面建成渔业强县奠定基础。", {"commitment"}),
        (PLANS, "所有渔村建成卫生室。", {"target"}),
        (RESULTS, "值此渔歌节开幕之际，向大家致意。", {"rhetoric"}),
        (RESULTS, "《护渔办法》已经县政府同意，现印发给你们，请遵照执行。", {"rhetoric"}),
        (RESULTS, "《护渔办法》已经县政府同意，渔民奔走相告。", {"achievement"}),
        (RESULTS, "所有成绩都源于市委的正确领导，源于渔民的鼎力支持。", {"attribution"}),
        (RESULTS, "六是倾力保障和改善民生。", {"achievement"}),
        (RESULTS, "护渔是最大的民生。", {"rhetoric"}),
        (PLANS, "面对新形势、完成新任务，全面提高护渔能力。", {"commitment"}),
        (PLANS, "完成渔港清淤任务。", {"target"}),
        (PLANS, "三是全面深化改革质效明显提升。", {"target"}),
        (RESULTS, "这是渔业发展成效显著的五年。", {"rhetoric"}),
        (PLANS, "渔业强则海岛强。", {"rhetoric"}),
        (PLANS, "水产品出口实现正增长；", {"target"}),
        (PLANS, "居民消费价格保持合理水平；", {"target"}),
    ],
)
def test_words_and_place_give_the_types(frame: str, words: str, types: set[str]) -> None:
    """One example for each rule without a figure."""
    (claim,) = _claims(frame, words)
    assert set(claim.types) == types


@pytest.mark.parametrize(
    ("before", "words", "types"),
    [
        ("会议要求，要加强医院建设。", "副市长李明参加会议。", {"achievement"}),
        ("1月24日下午，局长李明在会上透露，新的一年，县里要采取七项举措。", "推广戒烟服务。", {"commitment"}),
        ("1月24日下午，局长李明听取了汇报。", "推广戒烟服务。", {"achievement"}),
        ("将加强医院建设。", "自2003年开始，每年都公开征询意见。", {"achievement"}),
        ("要加强医院建设，成绩要充分肯定。", "推广戒烟服务。", {"commitment"}),
        ("即将过去的一年，我们重修了医院。", "推广戒烟服务。", {"achievement"}),
        ("要加强医院建设。", "经过一年防治，流感防控取得显著成效。", {"achievement"}),
        ("要加强医院建设。", "要推动流感防控取得显著成效。", {"commitment"}),
        ("医务工作进展顺利。", "我县起草并拟定了《控烟办法》。", {"achievement"}),
        ("医务工作进展顺利。", "我县拟出台《控烟办法》。", {"commitment"}),
        ("要加强医院建设。", "各院院长分别在会上发言。", {"achievement"}),
    ],
)
def test_the_tense_of_a_sentence_without_a_part_comes_from_its_words_or_those_before(
    before: str, words: str, types: set[str]
) -> None:
    """A speech or news without headings: what is reported of the future, and who was there."""
    claims = _claims(f"县里召开会议\n{before}\n{{}}\n", words)
    assert [set(claim.types) for claim in claims] == [types]


@pytest.mark.parametrize(
    ("title", "types"),
    [("关于第3号建议的答复", {"achievement"}), ("关于农村供水的实施意见", {"commitment"})],
)
def test_a_letter_that_answers_plans_nothing_by_its_title(title: str, types: set[str]) -> None:
    """Nothing in either sentence says whether it was done."""
    assert [set(claim.types) for claim in _claims(f"{title}\n{{}}\n", "会同街道商讨供水办法。")] == [types]


@pytest.mark.parametrize(
    ("words", "value", "types"),
    [
        ("新建高标准农田5万亩。", "5万亩", {"target"}),
        ("加快完善基础设施，新建高标准农田5万亩。", "5万亩", {"target", "commitment"}),
        ("启动总投资3亿元的轻纺城项目。", "3亿元", {"commitment"}),
        ("启动背街小巷治理60处。", "60处", {"target", "commitment"}),
        ("启动60处背街小巷治理。", "60处", {"commitment"}),
        ("全年储备项目200个以上。", "200个", {"target", "commitment"}),
        ("争取实现3家企业上市。", "3家", {"target"}),
    ],
)
def test_a_figure_to_reach_is_a_target_and_one_that_describes_is_none(words: str, value: str, types: set[str]) -> None:
    """投资3亿元的 says which project is meant, not what is to be reached."""
    (claim,) = _claims(PLANS, words, value, "target")
    assert set(claim.types) == types
    assert claim.metrics == ("m1",)


def test_a_figure_of_which_nothing_is_said_goes_on_as_the_order_before_it() -> None:
    """要发展养殖业。支持建设两个养殖场: what is asked for, unless the sentence says that it was done."""
    order = "县里召开会议\n县长指出，要大力发展养殖业。{}\n"
    for words, types in (
        ("支持村里建设2个养殖场。", {"target"}), ("支持村里建成了2个养殖场。", {"achievement"}),
    ):
        text = order.format(words)
        document = read_structure(text)
        claim = read_claims(document, read_metrics(document))[-1]
        assert set(claim.types) == types


@pytest.mark.parametrize(
    ("words", "types"),
    [
        ("让我们团结带领全县40万人民，为建设美好家园而努力奋斗！", {"rhetoric"}),
        ("肩负全省6000万人民的重托，我们必须坚持解放思想、与时俱进。", {"rhetoric"}),
        ("新增农村低保对象4000人。", {"target"}),
    ],
)
def test_how_many_live_in_a_place_is_neither_reached_nor_aimed_at(words: str, types: set[str]) -> None:
    """The closing words of a plan name a people; a number of persons helped is an aim."""
    text = PLANS.format(words)
    document = read_structure(text)
    metrics = read_metrics(document)
    claim = next(claim for claim in read_claims(document, metrics) if words.startswith(claim.span.quote(text)))
    assert set(claim.types) == types
    assert [metric.role for metric in metrics] == ["target" if "target" in types else "actual"]


def test_a_sentence_is_cut_at_semicolons_outside_quotes() -> None:
    """Each part between semicolons asserts something of its own."""
    claims = _claims(RESULTS, "建成学校；改造道路；落实“甲；乙”政策。")
    assert len(claims) == 3


def test_problems_go_on_to_the_end_of_their_paragraph() -> None:
    """A list of admissions is opened once; what will be done about them is a commitment."""
    claims = _claims(RESULTS, "工作中还存在不少问题。企业实力偏小。创新人才较缺。对此，我们将采取措施加以解决。")
    assert [claim.types for claim in claims] == [("problem",), ("problem",), ("problem",), ("commitment",)]


def test_salutations_glossaries_and_copies_claim_nothing() -> None:
    """Nothing in them could be checked twice, or at all."""
    body = "全年新建学校和幼儿园，改造老旧小区，完善公共服务设施，群众生活持续改善，幸福感不断增强。"
    document = read_structure(f"各位代表：\n一、工作回顾\n{body}\n{body}\n附：名词解释\n双随机：指随机抽取。\n")
    assert len(read_claims(document, ())) == 1


def test_the_score_rises_with_what_could_be_checked() -> None:
    """Rhetoric is near nothing, a bare statement in the middle, a figure higher, a rank highest."""
    text = RESULTS.format("让我们奋勇前进！工作扎实推进。投资完成3亿元。投资位列全市第二。")
    document = read_structure(text)
    metrics = (
        _figure(text, "3亿元", "actual"),
        _figure(text, "第二", "actual", "rank", Rank(2, "全市", None)),
    )
    scores = [claim.score for claim in read_claims(document, metrics)[:4]]
    assert scores == sorted(scores)
    assert scores[0] < 0.15 < scores[1] < scores[2] < scores[3] <= 1


def test_an_english_report_claims_only_what_has_a_figure() -> None:
    """Words that no rule reads are not typed by guess."""
    text = "# Report 2021\n\n## Results\n\nWe built 12 schools. Everything is wonderful in this great country.\n"
    (claim,) = read_claims(read_structure(text), (_figure(text, "12", "actual"),))
    assert (claim.span.quote(text), claim.types) == ("We built 12 schools.", ("achievement",))


@settings(max_examples=80)
@given(st.text(alphabet="一、回顾。；，“”将要完成目标5%问题\n\\r ", max_size=200))
def test_claims_of_any_text_lie_inside_and_apart(text: str) -> None:
    """No text raises; spans are in order and do not overlap; each claim has a type."""
    claims = read_claims(read_structure(text), ())
    assert all(left.span.end <= right.span.start for left, right in pairwise(claims))
    assert all(claim.types and 0 <= claim.score <= 1 and claim.span.end <= len(text) for claim in claims)


def test_claim_types_agree_with_the_labels(corpus: Path) -> None:
    """Macro F1 over the types that the labels have five times and more, figures as labelled."""
    gold = json.loads((corpus.parent / "extraction" / "gold" / "county-rongcheng-2012.gold.json").read_text("utf-8"))
    metrics = tuple(_labelled(number, label) for number, label in enumerate(gold["metrics"]))
    claims = read_claims(read_structure(gold["text"]), metrics)
    scores = []
    for kind in ("achievement", "target", "commitment", "problem"):
        right = wrong = missed = 0
        for label in gold["claims"]:
            found = kind in _types_at(claims, label["start"], label["end"])
            wanted = kind in label["types"]
            right, wrong, missed = right + (found and wanted), wrong + (found > wanted), missed + (found < wanted)
        scores.append(2 * right / (2 * right + wrong + missed))
    assert sum(scores) / len(scores) >= 0.97


def _labelled(number: int, label: dict[str, object]) -> Metric:
    span = Span(int(str(label["start"])), int(str(label["end"])))
    role: Role = "target" if label["role"] == "target" else "actual"
    return Metric(
        f"m{number}", None, span, span, None, Decimal(1), None, str(label["unit"]), "", "level", role, None, None,
        "eq", None, None, None, 1.0,
    )


def _types_at(claims: tuple[Claim, ...], start: int, end: int) -> set[str]:
    return {kind for claim in claims if claim.span.overlaps(Span(start, end)) for kind in claim.types}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("表1 2023年主要产品产量", 0),
        ("附表2：分乡镇人口", 0),
        ("表3显示，工业增加值增长5%。", 1),
        ("图强求变，工业提速。", 1),
        ("单位：万元", 0),
        ("渔政发〔2018〕42号", 0),
        ("其中：食品烟酒 0.3 0.4 -0.1", 0),
        ("水产品产量 3 万吨", 1),
    ],
)
def test_a_caption_claims_nothing(text: str, count: int) -> None:
    """Captions of tables and figures name what is shown; sentences that only begin like one are claims."""
    document = sentence_document(text)
    assert len(read_claims(document, read_metrics(document))) == count


def test_an_aim_told_beside_its_result_is_an_achievement() -> None:
    """年初目标为增长6% looks back; 力争 looks ahead."""
    document = sentence_document("地区生产总值增长7%，年初目标为增长6%。")
    assert [claim.types for claim in read_claims(document, read_metrics(document))] == [("achievement",)]
    document = sentence_document("力争地区生产总值增长7%。", role="tasks")
    assert [claim.types for claim in read_claims(document, read_metrics(document))] == [("target",)]


@pytest.mark.parametrize(
    ("deed", "praise"),
    [
        ("建成青山水库。", "水利建设成效显著。"),
        ("玉带河大桥竣工通车。", "交通条件明显改善。"),
        ("打通了和平东路。", "城市面貌焕然一新。"),
        ("县中医院迁建完成。", "卫生事业健康发展。"),
        ("获批省级农业科技园。", "农业发展势头良好。"),
        ("饮用水源水质全部达标。", "生态环境不断优化。"),
    ],
)
def test_a_deed_that_can_be_seen_is_worth_more_than_praise(deed: str, praise: str) -> None:
    """Neither holds a figure: a named work, an award or a state can still be checked."""
    seen, praised = (_claims(RESULTS, words)[0] for words in (deed, praise))
    assert seen.score >= 0.45 > 0.25 > praised.score


@pytest.mark.parametrize("words", ["新建一批农村小学。", "改造农村公路。", "重点工程进展顺利。", "新建普通中学。"])
def test_a_work_without_a_name_is_no_named_work(words: str) -> None:
    """A kind of building is not one that can be found and looked at."""
    assert "work" not in dict(terms_of(words, ("achievement",), ()))


def test_the_end_of_a_notice_claims_nothing() -> None:
    """A telephone number, the time of a notice, its day and who gives it say nothing that could be checked."""
    text = (
        "柳林村2023年度村务公开公告\n现将我村2023年度村务情况公布如下，请广大村民监督。\n一、收入情况\n全年收入86.4万元。\n"
        "公示期为2024年1月10日至1月16日。\n监督电话：0536-3221456。\n柳林村村民委员会\n2024年1月10日\n"
    )
    document = read_structure(text)
    claims = read_claims(document, read_metrics(document))
    assert [(text[one.span.start : one.span.end], one.types) for one in claims] == [
        ("现将我村2023年度村务情况公布如下，请广大村民监督。", ("rhetoric",)), ("全年收入86.4万元。", ("achievement",)),
    ]
