"""How things stand among orders, answers to problems, places among others, and what a literary heading opens."""

from __future__ import annotations

import pytest

from core.extract import read_metrics
from core.extract.claims import read_claims
from core.sections import read_structure
from tests.core.extract.readings import PLANS, RESULTS, types_of


@pytest.mark.parametrize(
    ("words", "types"),
    [
        ("县域产业转移来势迅猛，新业态不断涌现。", {"rhetoric"}),
        ("我们有多年打下的家底，一批项目开始见效。", {"rhetoric"}),
        ("全县上下干事创业的氛围更加浓厚。", {"rhetoric"}),
        ("但也要看到有利因素，市场空间正在扩大。", {"rhetoric"}),
        ("这些政策都将为我县发展提供新的机遇和动力。", {"rhetoric"}),
        ("“十四五”时期，是老区振兴的机遇期，也是转型的攻坚期。", {"rhetoric"}),
        ("今年重点抓好六个方面工作。", {"rhetoric"}),
        ("我们要永远把群众满意作为奋斗目标。", {"rhetoric"}),
        ("切实增强本领恐慌感，讲真话、办实事。", {"rhetoric"}),
    ],
)
def test_how_things_stand_pledges_nothing_among_orders(words: str, types: set[str]) -> None:
    """A plan opens with its situation and its vows: neither can be held against anyone."""
    assert types_of(PLANS, words) == types


@pytest.mark.parametrize(
    ("words", "types"),
    [
        ("货运专线要尽快开通，物流成本必须降下来。", {"commitment"}),
        ("在滨河两侧布局商贸区，为客商创造更多发展空间。", {"commitment"}),
        ("贯彻稳就业的方针，着力营造尊重技工的氛围。", {"commitment"}),
        ("支柱产业抓提升。", {"commitment"}),
        ("冷链企业要向精深加工延伸。", {"commitment"}),
    ],
)
def test_orders_without_a_known_verb_stay_pledges(words: str, types: set[str]) -> None:
    """What must be, and what a verb that no list knows does, is no mere situation."""
    assert types_of(PLANS, words) == types


@pytest.mark.parametrize(
    ("frame", "words", "types"),
    [
        (PLANS, "加速推进物流园区建设，新增仓储用地30公顷。", {"target", "commitment"}),
        (PLANS, "建优粮食基地，新建高标准农田4万亩。", {"target", "commitment"}),
        (PLANS, "设立扶持资金200万元，在贴息方面给予支持。", {"target", "commitment"}),
        (PLANS, "突出办好八件民生实事。", {"target", "commitment"}),
        (PLANS, "加快招引优质企业，努力实现招商60亿元的目标任务。", {"target", "commitment"}),
        (PLANS, "抓好投资3亿元的纺织园项目。", {"commitment"}),
        (PLANS, "确保青阳镇成功创建特色小镇。", {"target"}),
        (PLANS, "实训基地项目顺利通过上级主管部门组织的竣工验收。", {"target"}),
        (PLANS, "严查隐患，坚决防止重大生产安全事故发生。", {"target", "commitment"}),
        (PLANS, "支线机场实现通航。", {"target"}),
        (PLANS, "河流断面水质达到省考核要求。", {"target"}),
        (PLANS, "规范中介服务，中介机构与主管部门全部脱钩。", {"target", "commitment"}),
        (PLANS, "城乡居民收入增速快于城镇居民。", {"target"}),
        (PLANS, "全链条培育茶产业，年产值跨越3亿元。", {"target", "commitment"}),
        (PLANS, "公开招投标信息。", {"commitment"}),
        (PLANS, "今年全县贫困人口如期脱贫，贫困乡提前摘帽。", {"target"}),
        (PLANS, "坚决打好攻坚战，决胜全面建成小康社会。", {"commitment"}),
    ],
)
def test_a_figure_or_state_to_reach_and_the_action_beside_it(frame: str, words: str, types: set[str]) -> None:
    """A clause that acts beside one that reaches something makes both; a figure that only describes makes none."""
    assert types_of(frame, words) == types


@pytest.mark.parametrize(
    ("words", "types"),
    [
        ("建成全市规模最大、设施最好的康养基地之一。", {"achievement", "ranking"}),
        ("农民收入处于全市中上水平。", {"achievement", "ranking"}),
        ("我县成为全省零上访的9个县之一。", {"achievement", "ranking"}),
        ("建成省内第二个县级检测中心。", {"achievement", "ranking"}),
        ("华东地区最大的花木市场开业。", {"achievement", "ranking"}),
        ("古渡村被命名为首批自治区级文明村。", {"achievement", "ranking"}),
        ("形成一批领先全省的改革成果。", {"achievement", "ranking"}),
        ("云州机场成为西北第四大机场。", {"achievement", "ranking"}),
        ("康养成为第二大产业。", {"achievement"}),
        ("迈出“跨越赶超、走在前列”的坚实步伐。", {"achievement"}),
        ("平湖镇跻身国家卫生城镇行列。", {"achievement"}),
        ("城西农场列为全国最美农场的备选。", {"achievement"}),
        ("营造了基层敢首创的氛围。", {"achievement"}),
        ("花生单产、总产均创历史新高。", {"achievement"}),
    ],
)
def test_a_place_among_others_and_what_only_sounds_like_one(words: str, types: set[str]) -> None:
    """最…之一, 中上水平 and 第二个 place the subject; a motto in quotes, a title or one's own record does not."""
    assert types_of(RESULTS, words) - {"rhetoric"} == types


@pytest.mark.parametrize(
    ("words", "types"),
    [
        ("我们必须充分认识短板和不足：集镇建设滞后；尚未解决的欠账不少；教育投入还有差距。", {"problem"}),
        ("在肯定成绩的同时，我们也清醒地看到，山区面貌还没有根本改变：产业层次低；招商办法少。", {"problem"}),
        ("在肯定成绩的同时，我们要再接再厉，继续做好各项工作。", {"commitment", "achievement"}),
        ("对于这些问题，我们正在采取措施，认真解决。", {"commitment"}),
        ("对此，我们一定勇于担当，决不辜负群众的信任。", {"commitment"}),
        ("我们也清醒地看到，还存在一些问题，个别干部作风不实，这些问题，我们一定认真解决。", {"commitment", "problem"}),
        ("这五年，我们感念各级组织的关怀，感激父老乡亲的付出。", {"attribution"}),
        ("收到群众感谢信30封。", {"achievement"}),
        ("这些年面临矛盾叠加的严峻挑战，但我们走得坚定。建成两座水库。", {"achievement", "rhetoric"}),
        ("成绩令人鼓舞，但我们也清醒地认识到，外部环境依然严峻；创新生态亟须优化。", {"problem"}),
        ("我们清醒地看到机遇就在眼前，全力争取，铁路项目落地。", {"achievement"}),
        ("五年成绩的取得，是全县上下团结拼搏的结果。", {"attribution"}),
        ("第一，始终坚持群众路线，一心一意谋发展。", {"rhetoric"}),
        ("第一，始终坚持项目带动，新建仓库12座。", {"achievement"}),
        ("环境也是生产力。", {"rhetoric"}),
        ("五年的实践，深化了我们对县情的认识。", {"rhetoric"}),
        ("五年的实践，建成了滨河新区。", {"achievement"}),
        ("向率先基本实现现代化的目标迈进了一步。", {"achievement"}),
        ("越是艰险越向前。", {"rhetoric"}),
        ("我们深刻认识到：发展中的问题要靠发展来解决。", {"rhetoric"}),
        ("我们深刻认识到，发展中还存在一些问题，产业链条较短。", {"problem"}),
        ("这是各级各部门、广大医护人员、基层干部和全市人民共同努力、无私奉献的结果。", {"attribution"}),
        ("我们在大考中交出了合格答卷。", {"rhetoric"}),
        ("经过洗礼，县域发展必定行稳致远。", {"rhetoric"}),
        ("总结这一年，我们深感欣慰和不易。", {"rhetoric"}),
        ("广大医护人员逆行出征，诠释了医者大爱！", {"rhetoric"}),
        ("志愿者闻令而动，30万云州人民筑起了坚固防线，汇聚成共克时艰的磅礴力量！", {"rhetoric"}),
        ("我们深深体会到：推动发展，必须坚持实事求是，实现稳步发展。", {"rhetoric"}),
        ("必须坚持问题导向，实现转型发展。", {"rhetoric"}),
        ("尽管技改投资增长14%，但外来投资下降6.2%，市场信心仍然偏弱。", {"achievement", "problem"}),
        ("虽然出口额增长4%，但引资形势不容乐观。", {"achievement", "problem"}),
        ("受汛期影响，客运量下降9%，但铁路货运量增长17%。", {"achievement", "attribution", "problem"}),
        ("签约项目52个，但落地的仅9个。", {"problem"}),
        ("技改投资占比仅为17%，增长后劲不足。", {"problem"}),
        ("每千人口康复床位仅0.8张，低于全省平均水平。", {"problem"}),
        ("去年还有2件便民实事没有如期办成，我们深感歉疚。", {"problem"}),
        ("全县仅有3家上市公司，规模不足全市的6%。", {"problem"}),
        ("尽管遭受旱情等影响，但水电发电量增长4%。", {"achievement"}),
        ("虽然面临缺煤等困难，但发电量增长3%。", {"achievement"}),
        ("虽然外部不确定因素较多，但企业订单逐步增加。", {"achievement"}),
    ],
)
def test_admissions_their_answers_thanks_and_praise_in_results(words: str, types: set[str]) -> None:
    """What is owned up to, what is promised about it, who is thanked, and what only praises."""
    found = types_of(RESULTS, words)
    assert found and found <= types if types == {"commitment", "achievement"} else found == types


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("我县城乡发展不平衡，农民收入仅为全省平均水平的71.4%。", True),
        ("城乡收入差距扩大，去年相差2.3倍。", True),
        ("科技创新是关键，我县创新投入不足，成为转型的制约因素。", True),
        ("创新的核心在人才，我县高层次人才短缺，科研投入不足。", True),
        ("煤炭过剩的形势短时间不会改变，化债的压力很大。", True),
        ("着力解决发展不平衡，缩小收入差距。", False),
        ("创新投入机制，研发经费增长12%。", False),
    ],
)
def test_a_shortcoming_told_in_a_plan_is_one(words: str, problem: bool) -> None:
    """A plan tells why it is needed: an imbalance is a problem beside figures too, an order to mend it is none."""
    assert ("problem" in types_of(PLANS, words)) is problem


@pytest.mark.parametrize(
    ("first", "second", "types"),
    [
        ("圆满收官“十三五”", "砥砺奋进“十四五”", ["achievement", "commitment"]),
        ("难忘的拼搏之路", "只争朝夕开新局", ["achievement", "commitment"]),
    ],
)
def test_a_literary_heading_opens_the_plan(first: str, second: str, types: list[str]) -> None:
    """A heading that names no part is what its plan period or its first words (今年是…之年) make it."""
    text = (
        f"云州市政府工作报告\n——2021年2月20日在云州市第五届人民代表大会第一次会议上\n\n一、{first}\n"
        f"2020年，提升改造农贸市场，群众买菜更方便。\n\n二、{second}\n"
        "今年是实施规划的开局之年。提升改造学校，群众就学更方便。\n"
    )
    claims = read_claims(read_structure(text), ())
    assert [claim.types[0] for claim in claims if "提升改造" in text[claim.span.start : claim.span.end]] == types


@pytest.mark.parametrize(
    ("words", "hollow"),
    [
        ("花卉产业是富民的朝阳产业，康养产业是潜力巨大的新兴产业。", True),
        ("群众对好日子的向往，就是我们的工作目标。", True),
        ("既要讲速度，更要重质量。", True),
        ("既关心群众的眼前利益，又关注群众的长远发展。", True),
        ("让一切劳动和技术的活力竞相迸发。", True),
        ("激发基层活力，让干部敢担当、企业敢闯荡。", True),
        ("我们要言必行、行必果，把群众的烦心事办成暖心事。", True),
        ("密切配合，在共事中锤炼品格。", True),
        ("以更严的要求、更实的作风、更高的效能履行职责。", True),
        ("围绕上述目标，突出抓好“六个提升”。", True),
        ("确保规划开好局，是今年工作的中心。", True),
        ("国家加大补短板力度，有利于争取更多项目。", True),
        ("我县处于后发赶超的黄金期。", True),
        ("必须增强机遇意识，用好机遇，乘势加快发展。", True),
        ("以实绩交卷，续写新的荣光。", True),
        ("心中有目标，脚下才有力量。", True),
        ("从国内看，产业转移步伐加快，新的增长点正在形成。", True),
        ("像爱护眼睛一样爱护山水，像对待生命一样对待湿地。", True),
        ("始终保持闯劲，始终保持韧劲，全力以赴抓好落实。", True),
        ("从财政资金中列支，扶持茶农改种良种。", False),
        ("当前，消费仍是拉动增长的主要力量。", True),
        ("机遇稍纵即逝，必须及时抓。", True),
        ("实现以上目标，必须牢牢把握“五个强化”：", True),
        ("秉持久久为功的定力。", True),
        ("用好机遇期的减税政策，扶持企业技改。", False),
        ("今年要办的是农贸市场改造。", False),
        ("精心组织节水就是护水主题活动。", False),
        ("高度重视各类人才特别是青年人才的选拔。", False),
        ("以上实事，我们将定人定责，做到言必信、行必果。", False),
        ("既要加大执法力度，严查偷排直排，又要扶持企业改进工艺。", False),
        ("把群众的户厕改造列入财政预算。", False),
        ("在基层中选拔青年干部。", False),
        ("我们将直面这些问题，靶向施策，决不辜负群众期待！", False),
    ],
)
def test_maxims_and_balanced_pairs_are_hollow_in_a_plan(words: str, hollow: bool) -> None:
    """What something is, this and that alike, and vows in threes: nothing is done; orders beside them are kept."""
    assert (types_of(PLANS, words) == {"rhetoric"}) is hollow


def test_what_an_order_goes_by_is_no_figure_to_reach() -> None:
    """聚焦12个专班 names whom the order looks to; 新建12个驿站 is what is to be reached."""
    assert types_of(PLANS, "聚焦12个专班，推进对标提升。") == {"commitment"}
    assert types_of(PLANS, "推进对标提升，新建12个驿站。") == {"commitment", "target"}


def test_a_call_behind_a_leader_thanks_nobody() -> None:
    """让我们在…领导下 at the end of a report attributes nothing; 在…领导下 in the account does."""
    call = "各位代表，新征程已经起航，让我们紧密团结起来，在县委的坚强领导下，埋头苦干，再创佳绩！"
    assert types_of(PLANS, call) == {"rhetoric"}
    assert types_of(RESULTS, "在县委的坚强领导下，全县上下埋头苦干，建成了滨河新区。") == {"achievement", "attribution"}


def test_thanks_for_all_that_was_reached_reach_nothing() -> None:
    """成绩来之不易，这得益于… gives the reason alone; 得益于 behind a deed stands beside it."""
    assert types_of(RESULTS, "回顾一年来的工作，成绩来之不易，这得益于县委的坚强领导。") == {"attribution"}
    assert types_of(RESULTS, "我们感受到：所有成绩的取得，得益于群众的共识共为。") == {"attribution"}
    assert types_of(RESULTS, "得益于减税政策，企业新增用工。") == {"achievement", "attribution"}


def test_a_first_of_a_part_of_the_country_ranks_and_a_monthly_list_does_not() -> None:
    """中国北方第一个 places the subject; 月排名 is how others are watched."""
    assert types_of(RESULTS, "建成中国南方第一个茶树种质园。") == {"achievement", "ranking"}
    assert types_of(RESULTS, "对各乡镇实行月排名。") == {"achievement"}


@pytest.mark.parametrize(
    ("frame", "words", "types"),
    [
        (RESULTS, "山高人为峰，路远脚为长。", {"rhetoric"}),
        (PLANS, "风雨兼程不停步，策马扬鞭再登高。", {"rhetoric"}),
        (PLANS, "各位代表，春风拂面满目新，扬帆奋进正当时。", {"rhetoric"}),
        (PLANS, "好日子是干出来的。", {"rhetoric"}),
        (PLANS, "新春将至，祝大家身体健康、阖家幸福！", {"rhetoric"}),
        (PLANS, "狠抓项目稳增长，聚力产业促转型。", {"commitment"}),
        (RESULTS, "城区道路全贯通，公交线网再加密。", {"achievement"}),
        (RESULTS, "新建水厂已投运，村民喝上自来水。", {"achievement"}),
    ],
)
def test_verse_is_told_by_its_metre_and_words(frame: str, words: str, types: set[str]) -> None:
    """Two lines of five or seven signs paint, unless they name what a report is about."""
    assert types_of(frame, words) == types


def test_the_heads_of_a_table_claim_nothing() -> None:
    """Heads of columns in a row of blanks are no sentence; a line of prose without an end is one."""
    assert types_of(RESULTS, "指标 全国 城市 农村") == set()
    assert types_of(RESULTS, "年末数　比重") == set()
    assert types_of(RESULTS, "全县新建学校投入使用 群众就近入学") == {"achievement"}


LESSONS = "一、2022年工作回顾\n三年的实践，使我们有了深刻的体会：{}\n二、2023年工作安排\n继续努力，把工作抓实抓好。\n"


@pytest.mark.parametrize(
    ("frame", "words", "types"),
    [
        (LESSONS, "一是牢牢抓住产业振兴这个根本。", {"rhetoric"}),
        (LESSONS, "二是坚持因地制宜，走自己的路子。", {"rhetoric"}),
        (LESSONS, "一是建成了三座水厂。", {"achievement"}),
        (RESULTS, "一是牢牢抓住春耕时机，组织农机下乡。", {"achievement"}),
        (PLANS, "一是牢牢抓住春耕时机，组织农机下乡。", {"commitment"}),
        (RESULTS, "必须把群众的评价作为第一信号，以群众的感受检验工作。", {"rhetoric"}),
        (RESULTS, "园区产值居全省第一，带动作用增强。", {"achievement", "ranking"}),
    ],
)
def test_lessons_that_are_counted_out_can_be_checked_by_nobody(frame: str, words: str, types: set[str]) -> None:
    """What an account has learnt is no deed, unless a deed stands in it; outside of lessons counting means nothing."""
    assert types_of(frame, words) == types


@pytest.mark.parametrize(
    ("frame", "words", "types"),
    [
        (RESULTS, "我们能够取得这些成绩，靠的是全县干部群众的团结拼搏。", {"attribution"}),
        (RESULTS, "集镇供水靠三座水库保障。", {"achievement"}),
        (PLANS, "意义十分重大，做好明年的工作意义十分重大。", {"rhetoric"}),
        (PLANS, "产业决定县域经济的后劲。", {"rhetoric"}),
        (PLANS, "县政府决定成立专班，统筹园区建设。", {"commitment"}),
        (PLANS, "共同富裕的难点和希望在山区。", {"rhetoric"}),
        (PLANS, "新校区的选址在城南，年内建成。", {"target"}),
        (PLANS, "本规划最突出的特点，是以水定城。", {"rhetoric"}),
        (PLANS, "确定这样的目标，既考虑了条件，又留有余地。", {"rhetoric"}),
        (PLANS, "实现这些目标，必须扩大有效投资。", {"commitment"}),
        (PLANS, "实现这些目标，全县就能迈上新的台阶。", {"rhetoric"}),
        (RESULTS, "我们定当埋头苦干，绝不辜负全县人民的期望。", {"rhetoric"}),
    ],
)
def test_truths_and_vows_are_told_from_deeds_and_orders(frame: str, words: str, types: set[str]) -> None:
    """What decides what, where the crux lies, how fit an aim is: none of it was done or will be."""
    assert types_of(frame, words) == types


def test_what_waits_to_be_solved_admits_and_its_causes_are_told() -> None:
    """亟待解决的问题 was not solved: what follows in its paragraph is admitted still, the reasons among it."""
    admitted = "我们也清醒地看到，发展中还有一些亟待解决的问题，产业层次偏低。"
    causes = "造成这些问题的原因有长期积累的矛盾。"
    answer = "所有这些问题，我们必须高度重视，抓紧解决。"
    frame = RESULTS.format(admitted + causes + answer).replace("{", "{{")
    assert types_of(frame, admitted) == {"problem"}
    assert types_of(frame, causes) == {"problem", "attribution"}
    assert types_of(frame, answer) == {"commitment"}


def test_among_aims_what_is_built_and_succeeds_is_a_state() -> None:
    """构建…取得成效 tells the end; 推动…取得进展 is an action still."""
    aims = "一、2022年工作回顾\n各项工作扎实推进。\n二、2023年发展目标\n{}\n"
    assert types_of(aims, "构建生态屏障取得明显成效。") == {"target"}
    assert "commitment" in types_of(aims, "推动生态屏障建设取得进展。")


@pytest.mark.parametrize(
    ("frame", "words", "types"),
    [
        (RESULTS, "国际市场疲软，客商减少，导致纺织企业销售形势严峻。", {"problem"}),
        (RESULTS, "坚持市场导向，引导企业转产，销售形势趋稳。", {"achievement"}),
        (PLANS, "展望来年，我县既有难得机遇，也面临巨大挑战。", {"rhetoric"}),
        (RESULTS, "我们也清醒地看到，发展面临巨大挑战。", {"problem"}),
        (RESULTS, "全县的成绩，既是多年奋斗的结果，也是上级支持的结果。", {"attribution"}),
        (RESULTS, "成绩来之不易，最根本的是有县委的坚强领导。", {"attribution"}),
        (RESULTS, "是县委带领全县人民落实省委部署的实践成果，是大家苦干出来的。", {"attribution"}),
        (RESULTS, "是年，全县建成水库三座。", {"achievement"}),
        (PLANS, "以数字技术为代表的新一轮科技革命迅猛发展，要素正在重新配置。", {"rhetoric"}),
        (PLANS, "以园区为载体，加快数字产业发展。", {"commitment"}),
        (PLANS, "高铁通车为我县发展提供了重要契机。", {"rhetoric"}),
        (PLANS, "从全县来说，稳增长的任务非常紧迫。", {"rhetoric"}),
        (PLANS, "我县茶产业曾经在全省处于领先位置。", {"achievement", "ranking"}),
        (PLANS, "康养产业将成为我县新的增长点。", {"rhetoric"}),
        (PLANS, "把康养产业培育成新的增长点。", {"commitment"}),
        (RESULTS, "回望三年，我们走过了极不平凡的历程。", {"rhetoric"}),
        (PLANS, "坚定不移坚持绿色发展。", {"rhetoric"}),
        (PLANS, "改革不停步，创新不止步。", {"rhetoric"}),
        (PLANS, "医疗连接着千家万户的健康与希望。", {"rhetoric"}),
        (PLANS, "环城路连接着新老城区，今年改造6公里。", {"target"}),
    ],
)
def test_how_the_world_goes_is_told_from_deeds_and_from_orders(frame: str, words: str, types: set[str]) -> None:
    """What moves by itself, what luck brings, what a year was like: nobody's deed or pledge; its reasons are told."""
    assert types_of(frame, words) == types


@pytest.mark.parametrize(
    ("frame", "words", "types"),
    [
        (PLANS, "确保年内全部标段主体完工。", {"target"}),
        (PLANS, "力争明年河道水质无黑无臭。", {"target"}),
        (PLANS, "力争创新。", {"commitment"}),
        (PLANS, "其余工程将在7月左右全部动工。", {"target"}),
        (PLANS, "完成12公里管网改造，动工修建南环路。", {"target", "commitment"}),
        (PLANS, "真抓实干，办好群众期盼的10件实事。", {"target", "commitment"}),
        (RESULTS, "产业扶贫扎实推进，6个村将如期脱贫，3个村年底前将脱贫出列。", {"achievement", "target"}),
    ],
)
def test_a_date_by_which_something_stands_makes_a_target(frame: str, words: str, types: set[str]) -> None:
    """确保 and 力争 with a date say when a state is reached, in any part; begun work alone is a pledge."""
    assert types_of(frame, words) == types


def test_new_troubles_that_showed_open_an_admission() -> None:
    """出现了一些新的问题 opens it, what was met and mastered does not; a task that is heavy mends nothing."""
    opening = "取得成绩的同时，也出现了一些新的矛盾和问题。"
    reasons = "主要是：部分行业投资过于集中；"
    heavy = "二是加快转型的任务依然繁重。"
    frame = RESULTS.format(opening + reasons + "企业效益下滑。" + heavy)
    assert types_of(frame, opening) == {"problem"}
    assert types_of(frame, reasons) == {"problem"}
    assert types_of(frame, heavy) == {"problem"}
    assert types_of(RESULTS, "面对汛期出现的一些险情，我们果断处置，实现安全度汛。") == {"achievement"}


@pytest.mark.parametrize(
    ("frame", "words", "types"),
    [
        (RESULTS, "我们也清醒地看到，经济总量仅居全省第12位，差距不小。", {"problem", "ranking"}),
        (RESULTS, "我们也清醒地看到，在全省领先的企业不多。", {"problem"}),
        (RESULTS, "债务偏重等问题，还没有得到根本解决。", {"problem"}),
        (RESULTS, "公众满意度为全省之最。", {"achievement", "ranking"}),
        (PLANS, "发展平台逐步优化，要素加速集聚。", {"rhetoric"}),
        (PLANS, "发展乡村旅游，要素加速集聚。", {"commitment"}),
        (PLANS, "本规划纲要的编制，充分吸收了各方意见。", {"rhetoric"}),
        (PLANS, "以上几个方面，是相互联系的整体。", {"rhetoric"}),
        (PLANS, "它既要求速度，更注重效益。", {"rhetoric"}),
        (PLANS, "坚持这些原则，是我们走向现代化的重要保证。", {"rhetoric"}),
        (PLANS, "新时代呼唤新作为。", {"rhetoric"}),
        (PLANS, "设备利用率要比上年有所提高。", {"target"}),
        (PLANS, "持续开展整治，安全事故起数和死亡人数持续“双降”。", {"target", "commitment"}),
        (PLANS, "按照这一目标要求，全县生产总值达到200亿元。", {"target"}),
        (PLANS, "按照产业化要求，建设三座冷库。", {"target", "commitment"}),
    ],
)
def test_aims_and_admissions_are_told_from_what_a_plan_says_of_itself(frame: str, words: str, types: set[str]) -> None:
    """What a plan says of its own making and parts is hollow; a state set against last year's is an aim."""
    assert types_of(frame, words) == types


@pytest.mark.parametrize(
    ("frame", "words", "types"),
    [
        (RESULTS, "牢记老区人民嘱托，接续苦干，取得一批标志性成果。", {"achievement"}),
        (RESULTS, "牢记使命、不负重托。", {"rhetoric"}),
        (RESULTS, "成绩殊为不易，最坚强的保证是县委的正确领导。", {"attribution"}),
        (PLANS, "但是，困难虽多、希望更大。", {"rhetoric"}),
        (PLANS, "国家一揽子政策相继出台，释放出强烈信号。", {"rhetoric"}),
        (PLANS, "出台扶持政策，为企业注入活力。", {"commitment"}),
        (PLANS, "二要恪守为民之责。", {"rhetoric"}),
        (PLANS, "二要守好耕地红线。", {"commitment"}),
        (PLANS, "深化改革是破解发展难题的根本之策。", {"rhetoric"}),
        (PLANS, "三年来，我们按照这一思路，突出抓了园区建设。", {"achievement"}),
        (PLANS, "我县要继续在绿色转型等方面走在前列。", {"target", "ranking"}),
    ],
)
def test_what_gives_courage_is_hollow_and_what_was_won_is_told(frame: str, words: str, types: set[str]) -> None:
    """Signals, virtues and hopes are nobody's deed; fruits that were won are, whoever was kept in mind meanwhile."""
    assert types_of(frame, words) == types


AIMS = "一、2022年工作回顾\n各项工作扎实推进。\n二、2023年发展目标\n{}\n"


@pytest.mark.parametrize(
    ("frame", "words", "types"),
    [
        (AIMS, "价格总水平基本稳定。", {"target"}),
        (RESULTS, "实现全年目标仍需付出艰苦努力。", {"problem"}),
        (RESULTS, "投资增长后期压力仍然巨大。", {"problem"}),
        (AIMS, "农村社会保障体系比较健全。", {"target"}),
        (AIMS, "产业结构优化升级。", {"target"}),
        (AIMS, "推动产业结构优化升级。", {"commitment"}),
        (PLANS, "基本建立城乡医疗救助制度。", {"target"}),
        (PLANS, "基本普及高中教育的乡镇要巩固成果。", {"commitment"}),
        (PLANS, "使全县60%的教师得到一次培训。", {"target"}),
        (PLANS, "支持产值占全县60%的企业。", {"commitment"}),
        (PLANS, "大力开发风能，建成两座风电场。", {"target", "commitment"}),
        (PLANS, "开发区要走在前面。", {"commitment"}),
        (RESULTS, "对于这些困难和问题，我们将采取措施努力克服，不辜负群众期望。", {"commitment"}),
        (PLANS, "这些都为今后的发展奠定了良好基础。", {"rhetoric"}),
        (PLANS, "全县上下求发展的愿望更加强烈。", {"rhetoric"}),
    ],
)
def test_states_among_aims_are_aims_and_orders_stay_orders(frame: str, words: str, types: set[str]) -> None:
    """Where aims are listed, how things are to stand is one; what somebody is told to do is a pledge there as well."""
    assert types_of(frame, words) == types


def test_an_account_inside_a_plan_goes_on_until_something_is_ordered() -> None:
    """去年… and what follows it tell; the first order ends that."""
    told, goes_on, order = "去年，全县成功战胜了洪灾。", "对外贸易迈上新台阶，收入大幅度增加。", "加快灾后重建。"
    frame = PLANS.format(told + goes_on + order)
    assert [types_of(frame, words) for words in (told, goes_on, order)] == [
        {"achievement"}, {"achievement"}, {"commitment"},
    ]
    assert "achievement" not in types_of(PLANS, goes_on)


def test_a_paragraph_that_sums_up_ends_what_is_to_come() -> None:
    """Below an order that no part frames, deeds that are summed up at an end of a year order nothing."""
    document = read_structure(
        "青石县工业情况\n下一步，全县将深化改革，完善制度。\n"
        "全县大力实施强链工程，推动产业升级。截至2023年底，累计建成标准厂房30万平方米。\n"
    )
    claims = read_claims(document, read_metrics(document))
    assert [claim.types for claim in claims] == [("commitment",), ("achievement",), ("achievement",)]


def test_what_a_report_is_said_to_put_forward_is_ahead() -> None:
    """报告提出，深入推进…。 in news of it; what it says was done is not."""
    text = (
        "两会速递\n省长在报告中回顾，2023年全省粮食产量达到86万吨，增长2.1%。\n报告提出，深入推进产业园区改革。\n加快建设机场。\n"
    )
    document = read_structure(text)
    claims = read_claims(document, read_metrics(document))
    assert [one.types for one in claims if "报告提出" in one.span.quote(text) or "机场" in one.span.quote(text)] == [
        ("commitment",), ("commitment",),
    ]
