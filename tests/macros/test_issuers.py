import pytest

from macros.citing.issuers import read_issuer, written


@pytest.mark.parametrize(
    "marked",
    [
        "Chính phủ| quy định về công tác văn thư",
        "Chính phủ| và Luật Đất đai",
        "Bộ trưởng Bộ Nông nghiệp và Môi trường| sửa đổi một số điều",
        "UBND tỉnh Lâm Đồng|)",
        "Uỷ ban nhân dân tỉnh Thanh Hoá| về việc",
        "Bộ Chính trị (khóa XIII)| về",
        "Ban Chấp hành Trung ương Đảng khóa XII|;",
        "Bộ Tài chính|, Sở Tài chính báo cáo",
        "Ban Chỉ đạo Trung ương về hoàn thiện thể chế, pháp luật|.",
        "Công ty TNHH Minebea AccessSolutions Việt Nam| về",
        "UBND tỉnh Điện Biên| ban hành",
        "Chi cục Thuế khu vực II| (nay là",
        "bộ y tế| về",
        "|năm 2020",
    ],
)
def test_the_name_of_a_body_is_read_to_its_end(marked: str) -> None:
    name, _, rest = marked.partition("|")
    assert read_issuer(name + rest, 0, joint=False) == len(name)


def test_only_a_joint_work_has_several_issuers() -> None:
    text = "Bộ Tư pháp, Bộ Công an và Bộ Tài chính quy định"
    assert text[: read_issuer(text, 0, joint=True)] == "Bộ Tư pháp, Bộ Công an và Bộ Tài chính"
    assert text[: read_issuer(text, 0, joint=False)] == "Bộ Tư pháp"


def test_a_page_head_is_not_part_of_the_name() -> None:
    assert (
        written("Bộ trưởng \n\nCÔNG BÁO/Số 303/Ngày 02-06-2026\n23\n\nBộ Tài chính")
        == "Bộ trưởng Bộ Tài chính"
    )
