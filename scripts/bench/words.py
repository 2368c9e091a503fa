"""Give the generated decisions their words: agencies, fields and phrases of an invented province."""

from __future__ import annotations

from dataclasses import dataclass


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

LAWS = (
    "Luật Tổ chức chính quyền địa phương ngày 19/6/2015",
    "Luật Ngân sách nhà nước ngày 25/6/2015",
    "Luật Đầu tư công ngày 13/6/2019",
    "Luật Đất đai ngày 29/11/2013",
    "Luật Công nghệ thông tin ngày 29/6/2006",
    "Luật Viên chức ngày 15/11/2010",
)

DECREES = (
    "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư",
    "Nghị định số 24/2014/NĐ-CP ngày 04/4/2014 của Chính phủ về tổ chức các cơ quan chuyên môn cấp tỉnh",
    "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về thực hiện cơ chế một cửa, một cửa liên thông",
    "Nghị định số 73/2019/NĐ-CP ngày 05/9/2019 của Chính phủ quy định quản lý đầu tư công nghệ thông tin",
    "Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ về “Chương trình Chuyển đổi số”",
)

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
    "phát triển hạ tầng viễn thông và công nghệ thông tin",
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
)

DUTIES = (
    "chủ trì, phối hợp với {agency} xây dựng, trình cấp có thẩm quyền ban hành {thing}",
    "hướng dẫn, kiểm tra, đôn đốc các cơ quan, đơn vị thực hiện {thing}",
    "tổng hợp, thẩm định dự toán kinh phí thực hiện {thing} theo quy định của pháp luật",
    "rà soát, cập nhật và công khai {thing} trên trang thông tin điện tử của cơ quan",
    "phối hợp với {agency} tuyên truyền, phổ biến {thing} tới người dân và doanh nghiệp",
    "theo dõi, đánh giá kết quả thực hiện {thing}, kịp thời tháo gỡ khó khăn, vướng mắc phát sinh",
    "lựa chọn đơn vị có đủ năng lực để triển khai {thing} bảo đảm tiết kiệm, hiệu quả",
    "bố trí cán bộ, trang thiết bị và các điều kiện cần thiết phục vụ {thing}",
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
)

TAILS = (
    "hoàn thành trước ngày {day}",
    "báo cáo kết quả về {agency} trước ngày 25 hằng tháng",
    "định kỳ sáu tháng, một năm tổ chức sơ kết, tổng kết, rút kinh nghiệm",
    "bảo đảm đúng tiến độ, chất lượng, không để chồng chéo, lãng phí nguồn lực",
    "thời gian thực hiện trong giai đoạn {year} - {later}",
    "kinh phí bố trí từ ngân sách địa phương và các nguồn hợp pháp khác",
)

SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô")
MIDDLE_NAMES = ("Văn", "Thị", "Minh", "Quốc", "Thanh", "Xuân", "Đức", "Ngọc")
GIVEN_NAMES = ("An", "Bình", "Cường", "Dũng", "Giang", "Hải", "Khánh", "Lâm", "Nam", "Phúc", "Sơn", "Thủy")
