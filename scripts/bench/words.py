"""Give the generated decisions their words: agencies, fields and phrases of an invented province."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True)
class Agency:
    """An agency of the invented province."""

    name: str
    code: str
    superior: str = ""
    abbreviation: str = ""


PROVINCE = Agency("Ủy ban nhân dân tỉnh Bình Giang", "UBND", "Chính phủ", "UBND tỉnh")

DEPARTMENTS = tuple(
    Agency(f"Sở {name}", code, PROVINCE.name)
    for name, code in (
        ("Nội vụ", "SNV"),
        ("Tài chính", "STC"),
        ("Tư pháp", "STP"),
        ("Công Thương", "SCT"),
        ("Xây dựng", "SXD"),
        ("Y tế", "SYT"),
        ("Giáo dục và Đào tạo", "SGDĐT"),
        ("Khoa học và Công nghệ", "SKHCN"),
        ("Nông nghiệp và Môi trường", "SNNMT"),
        ("Văn hóa, Thể thao và Du lịch", "SVHTTDL"),
        ("Dân tộc và Tôn giáo", "SDTTG"),
        ("Giao thông vận tải", "SGTVT"),
        ("Kế hoạch và Đầu tư", "SKHĐT"),
        ("Thông tin và Truyền thông", "STTTT"),
    )
)

DISTRICTS = tuple(
    Agency(f"Ủy ban nhân dân huyện {name}", "UBND", PROVINCE.name)
    for name in ("An Lạc", "Bến Phú", "Cao Sơn", "Đông Thạnh", "Hòa Lâm", "Mỹ Tân", "Phước Điền", "Xuân Hà")
)

OTHERS = (
    Agency("Chính phủ", "CP"),
    Agency("Thủ tướng Chính phủ", "TTg"),
    Agency("Văn phòng Ủy ban nhân dân tỉnh Bình Giang", "VP", PROVINCE.name, "Văn phòng UBND tỉnh"),
    Agency("Kho bạc Nhà nước tỉnh Bình Giang", "KBNN"),
    Agency("Thanh tra tỉnh Bình Giang", "TTr", PROVINCE.name, "Thanh tra tỉnh"),
)

AGENCIES = (PROVINCE, *DEPARTMENTS, *DISTRICTS, *OTHERS)

ISSUERS = (PROVINCE,) * 14 + DEPARTMENTS[:3] + DISTRICTS[:3]
"""Most decisions are the province's."""

FIELDS = (
    "Công nghệ thông tin",
    "Giáo dục",
    "Y tế",
    "Đất đai",
    "Ngân sách",
    "Tổ chức bộ máy",
    "Giao thông",
    "Nông nghiệp",
    "Văn hóa",
    "Môi trường",
    "Cải cách hành chính",
    "Quốc phòng, an ninh",
)

YEARS = tuple(range(2014, 2026))

PLANS = (
    "Kế hoạch",
    "Đề án",
    "Chương trình",
    "Quy chế phối hợp",
    "Danh mục nhiệm vụ",
    "Phương án",
)

AIMS = (
    "nâng cao chất lượng cung cấp dịch vụ công trực tuyến",
    "phát triển hạ tầng số và các nền tảng số dùng chung",
    "sắp xếp, kiện toàn tổ chức các đơn vị sự nghiệp công lập",
    "ứng phó với thiên tai và biến đổi khí hậu",
    "hỗ trợ doanh nghiệp nhỏ và vừa tiếp cận nguồn vốn tín dụng",
    "xây dựng nông thôn mới gắn với cơ cấu lại ngành nông nghiệp",
    "bảo tồn và phát huy giá trị di sản văn hóa",
    "quản lý, khai thác và bảo trì kết cấu hạ tầng giao thông đường bộ",
    "đào tạo, bồi dưỡng cán bộ, công chức, viên chức",
    "phòng, chống dịch bệnh và chăm sóc sức khỏe nhân dân",
    "bảo đảm trật tự, an toàn giao thông",
    "số hóa hồ sơ, tài liệu lưu trữ lịch sử",
    "phát triển du lịch cộng đồng gắn với bản sắc văn hóa các dân tộc",
    "thu gom, vận chuyển và xử lý chất thải rắn sinh hoạt",
    "cấp nước sạch và vệ sinh môi trường nông thôn",
    "phát triển cụm công nghiệp và làng nghề truyền thống",
    "giảm nghèo bền vững và bảo đảm an sinh xã hội",
    "phổ cập giáo dục mầm non cho trẻ em năm tuổi",
    "kiên cố hóa trường học, lớp học và nhà ở cho giáo viên",
    "phòng cháy, chữa cháy và cứu nạn, cứu hộ",
    "quản lý, bảo vệ và phát triển rừng bền vững",
    "phát triển chăn nuôi an toàn sinh học và kiểm soát dịch bệnh động vật",
    "tái cơ cấu ngành thủy sản và nuôi trồng thủy sản ven biển",
    "chuyển đổi cơ cấu cây trồng trên đất trồng lúa kém hiệu quả",
    "thực hành tiết kiệm, chống lãng phí trong sử dụng ngân sách nhà nước",
    "xúc tiến đầu tư, thương mại và phát triển thị trường xuất khẩu",
    "phát triển thương mại điện tử và thanh toán không dùng tiền mặt",
    "cải thiện môi trường đầu tư kinh doanh, nâng cao năng lực cạnh tranh",
    "đo đạc, lập hồ sơ địa chính và cấp giấy chứng nhận quyền sử dụng đất",
    "bồi thường, hỗ trợ và tái định cư khi Nhà nước thu hồi đất",
    "quy hoạch xây dựng vùng và quản lý kiến trúc đô thị",
    "phát triển nhà ở xã hội cho công nhân và người thu nhập thấp",
    "tuyên truyền, phổ biến, giáo dục pháp luật và hòa giải ở cơ sở",
    "trợ giúp pháp lý cho người nghèo và đối tượng chính sách",
    "tiếp công dân, giải quyết khiếu nại, tố cáo",
    "phòng, chống tham nhũng, lãng phí và tiêu cực",
    "thanh tra việc chấp hành pháp luật trong lĩnh vực văn hóa, thông tin",
    "phòng, chống ma túy và cai nghiện tại cộng đồng",
    "chăm sóc, nuôi dưỡng người có công với cách mạng",
    "bảo vệ, chăm sóc trẻ em có hoàn cảnh đặc biệt khó khăn",
    "bình đẳng giới và vì sự tiến bộ của phụ nữ",
    "phát triển thể dục, thể thao quần chúng và thể thao thành tích cao",
    "xây dựng đời sống văn hóa ở khu dân cư",
    "phát triển khoa học, công nghệ và đổi mới sáng tạo",
    "bảo hộ quyền sở hữu trí tuệ và phát triển tài sản trí tuệ",
    "đào tạo nghề cho lao động nông thôn",
    "đưa người lao động đi làm việc ở nước ngoài theo hợp đồng",
    "quản lý an toàn thực phẩm và truy xuất nguồn gốc nông sản",
    "mỗi xã một sản phẩm và phát triển sản phẩm đặc trưng",
    "phát triển hợp tác xã và kinh tế tập thể",
    "đầu tư, nâng cấp hệ thống đê điều và công trình thủy lợi",
    "bảo vệ nguồn nước và quản lý lưu vực sông",
    "thăm dò, khai thác khoáng sản làm vật liệu xây dựng thông thường",
    "phát triển năng lượng tái tạo và sử dụng năng lượng tiết kiệm, hiệu quả",
    "nâng cao chất lượng dân số và chăm sóc người cao tuổi",
    "phát triển mạng lưới y tế cơ sở và bác sĩ gia đình",
    "xây dựng xã hội học tập và học tập suốt đời",
    "dạy và học ngoại ngữ trong hệ thống giáo dục",
    "tổ chức giải quyết thủ tục hành chính theo cơ chế một cửa liên thông",
    "đơn giản hóa thủ tục hành chính và kiểm soát quy định kinh doanh",
)

PLACES = (
    "trên địa bàn tỉnh",
    "trên địa bàn huyện An Lạc",
    "trên địa bàn huyện Bến Phú",
    "trên địa bàn huyện Cao Sơn",
    "trên địa bàn huyện Đông Thạnh",
    "trên địa bàn huyện Hòa Lâm",
    "trên địa bàn huyện Mỹ Tân",
    "trên địa bàn huyện Phước Điền",
    "trên địa bàn huyện Xuân Hà",
    "tại các xã biên giới",
    "tại các xã ven biển",
    "vùng đồng bào dân tộc thiểu số và miền núi",
    "tại khu vực thành thị",
    "trong các cơ quan nhà nước",
)

THINGS = (
    "các nhiệm vụ, giải pháp nêu tại quyết định này",
    "quy trình nội bộ, quy trình điện tử giải quyết thủ tục hành chính",
    "cơ sở dữ liệu dùng chung của ngành và của địa phương",
    "kế hoạch vốn trung hạn và hằng năm",
    "danh mục dự án ưu tiên đầu tư trên địa bàn",
    "chế độ báo cáo định kỳ và đột xuất",
    "bộ chỉ số đánh giá mức độ hoàn thành nhiệm vụ",
    "phương án sử dụng nguồn nhân lực hiện có",
    "định mức kinh tế - kỹ thuật và đơn giá sản phẩm, dịch vụ",
    "các quy định về an toàn thông tin và bảo vệ dữ liệu cá nhân",
    "tiêu chí lựa chọn đối tượng thụ hưởng chính sách",
    "quy chế phối hợp giữa các cơ quan quản lý nhà nước",
    "mô hình điểm để tổng kết, nhân rộng",
    "tài liệu tập huấn, bồi dưỡng kiến thức chuyên môn",
    "cơ chế huy động nguồn lực xã hội hóa",
    "lộ trình thực hiện từng năm và cả giai đoạn",
    "hồ sơ thiết kế bản vẽ thi công và tổng dự toán",
    "kết quả giám sát, phản biện xã hội của Mặt trận Tổ quốc",
    "mức hỗ trợ và phương thức chi trả cho người dân",
    "hệ thống thông tin báo cáo và bản đồ số chuyên ngành",
    "quy hoạch chi tiết và kế hoạch sử dụng đất hằng năm",
    "chương trình phối hợp với các tổ chức chính trị - xã hội",
    "phương án phân bổ kinh phí sự nghiệp",
    "thủ tục nghiệm thu, bàn giao công trình đưa vào sử dụng",
)

SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô")
MIDDLE_NAMES = ("Văn", "Thị", "Minh", "Quốc", "Thanh", "Xuân", "Đức", "Ngọc")
GIVEN_NAMES = ("An", "Bình", "Cường", "Dũng", "Giang", "Hải", "Khánh", "Lâm", "Nam", "Phúc", "Sơn", "Thủy")

_GENERATED = Path(__file__).parent / "generated"


@lru_cache
def laws() -> tuple[str, ...]:
    """Give the laws on which decisions are based, each with its day."""
    return tuple(_lines("laws.txt"))


@lru_cache
def decrees() -> tuple[str, ...]:
    """Give the decrees on which decisions are based, each with its day and what it is about."""
    return tuple(_lines("decrees.txt"))


@lru_cache
def duties() -> tuple[str, ...]:
    """Give what an agency is told to do, with places for `{agency}` and `{thing}`."""
    return tuple(_lines("duties.txt"))


@lru_cache
def tails() -> tuple[str, ...]:
    """Give how, by when and from what means, with places for a `{day}`, `{share}` and others."""
    return tuple(_lines("tails.txt"))


@lru_cache
def things(field: str) -> tuple[str, ...]:
    """Give what a field is concerned with."""
    found: dict[str, list[str]] = {}
    for line in _lines("phrases.txt"):
        if line.startswith("# "):
            found[line.removeprefix("# ")] = []
        else:
            found[next(reversed(found))].append(line)
    return tuple(found[field])


def _lines(name: str) -> list[str]:
    return (_GENERATED / name).read_text(encoding="utf-8").splitlines()
