"""Names of persons in running text: by a surname, and by the words that stand before or behind a villager's name."""

from __future__ import annotations

import re
from typing import NamedTuple

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    "庞樊兰殷施陶申洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶"
    "刁瞿戚丘古米池滕晋苑邬臧畅宫苟褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁蒙喻揭窦迟宇敖糜鄢冷卓花仇艾蓝巩稽井练仲乐虞卞封竺冼原衣楚佟栗匡宗台巫鞠僧桑荆谌银扬沙伏岑习胥蔺郗闫肖付"
)
_COMPOUND = "欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|长孙|宇文|夏侯"
NAME = rf"(?:(?:{_COMPOUND})[一-龥]{{1,2}}|[{_SURNAMES}][一-龥]{{1,2}})"
TITLES = (
    "村民|居民|户主|群众|农户|社员|组员|贫困户|脱贫户|监测户|低保户|低保对象|五保户|五保老人|特困户|特困人员|特困供养人员|困难户|申请人|受助人|监护人|老人|老党员|残疾人|患者|病人|孤儿|学生|幼儿|儿童"
)
_ROLES = re.compile(
    r"村委|居委|支部|书记|主任|委员|会计|出纳|干部|组长|队长|站长|所长|院长|校长|医生|医师|护士|老师|教师|警官|律师|经理|专干|网格员|负责人|联系人|经办|承办"
)
_FULL = re.compile(rf"(?:(?:{_COMPOUND})[一-龥]{{1,2}}|[{_SURNAMES}][一-龥]{{1,2}})")
_NO_NAME = frozenset(
    ["石桥村", "和平", "计划", "文件", "文化", "时间", "全部", "全村", "全镇", "全年", "保障", "保险", "保洁", "保留", "单位", "商店", "公司", "方案", "方式", "解决", "连续", "成立", "成员", "原因", "原则", "应当", "应急", "应付", "明细", "明确", "强化", "安全", "安排", "安装", "安置", "项目", "项目部", "管理", "管护", "管网", "常务", "常年", "金额", "高龄", "高血压", "白内障", "万元", "万余", "成人", "路灯", "路面", "水费", "江水", "田间", "石料", "石方", "车辆", "包括", "包干", "和谐", "关于", "向上", "向县", "余额", "余款", "任务", "任期", "时候", "温室", "季度", "方面", "文明", "花费", "花卉", "房屋", "房租", "宁静", "成本", "成效", "华侨", "古树", "卫生", "卫生院", "卫生室", "党员", "党费", "党支部", "官方", "商业", "简易", "符合", "严重", "严格", "康复", "康复站", "常见", "盛夏", "单独", "关系", "关爱", "关怀", "司法", "台风", "台账", "商品", "都是", "都有", "向阳", "连片", "应该", "史料", "查询", "查出", "景观", "路段", "路线", "谈话", "游客", "来访", "花木", "木材", "米面", "米油", "牛羊", "马路", "银行", "谷物", "万户", "梁上", "计生", "计量", "计算", "宫颈", "宫颈癌", "党群", "毕业", "毕业生", "许可", "于是", "申请", "申报", "申领", "高度", "关心", "关注", "高兴", "成长", "成熟", "广泛", "费用", "高中", "权益", "寻访", "路队", "安心", "宣传", "平均", "平安", "平时", "水平", "任何", "全家", "方便", "武装", "阳光", "童年", "保健", "强制", "席位", "位于", "位置", "符号", "和睦", "和其", "和其他", "和孤儿", "和困难"]
)


def is_name(text: str) -> bool:
    """Tell whether characters shaped like a name are no common word and no office."""
    return text not in _NO_NAME and _ROLES.search(text) is None


class Name(NamedTuple):
    """A name in a text: code points."""

    start: int
    end: int


def is_person(text: str) -> bool:
    """Tell whether a whole cell is the name of one person: a surname with one or two characters, none of them masked."""
    bare = re.sub(r"[\s　]|[(（].*$", "", text)
    return _FULL.fullmatch(bare) is not None and is_name(bare)


_END = r"(?=[，。；、,;:：（(）)\s|\"'}]|$|等|因|患|身患|家|的|一家|本人|于|系|是|住|确诊|查出|得|每|领|发|同|为|和)"
_TITLED = re.compile(rf"(?:{TITLES})[、，,：:（(\s]{{0,2}}(?P<name>{NAME}){_END}")
_STATE = (
    "(?:本人|[的之]?(?:父|母|妻|夫|儿|女|子|孙|丈夫|妻子|儿子|女儿|父亲|母亲|孙子|孙女|老伴|家属)[亲子]?|一家|家中|家里|家|户)?[，,]?(?:因|患|身患|确诊|查出|得了|罹患|系|属|住院|住在|家住|现住|，?是|为(?=孤儿|未成年))"
)
_BEFORE_STATE = re.compile(rf"(?<![一-龥])(?:[一二三四五六七八九十0-9]{{1,3}}[组队社])?(?P<name>{NAME}){_STATE}|(?:[组队社村]|给|向|帮|慰问)(?P<other>{NAME}){_STATE}")


def names_in(text: str) -> list[Name]:
    """Return the villagers named in running text: behind «村民», «低保户» …, or before «因», «患», «家住» …."""
    found = [Name(*hit.span("name")) for hit in _TITLED.finditer(text)]
    found += [Name(*hit.span("name" if hit["name"] else "other")) for hit in _BEFORE_STATE.finditer(text)]
    return [one for one in sorted(set(found)) if is_name(text[one.start : one.end])]
