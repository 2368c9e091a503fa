"""Rules TT1xx: whether a page's front matter can be read at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scripts.rules.rule import ERROR, Fault, rule, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.frontmatter import Problem
    from scripts.rules.page import Page


@rule("TT101", ERROR, acceptable=False)
def missing_front_matter(page: Page) -> Iterator[Fault]:
    """Trang không có phần đầu.

    Mỗi trang mở đầu bằng phần đầu: các dòng “khóa: giá trị” nằm giữa hai dòng `---`. Dòng `---` thứ nhất
    phải là dòng 1 của tệp, trước nó không có dòng trống hay dấu cách nào.

    Sai:

        Trang này đăng quyết định của tỉnh.

    Đúng:

        ---
        tieu_de: Giới thiệu
        ---

        Trang này đăng quyết định của tỉnh.

    Căn cứ: quy ước của dự án.
    """
    for problem in _problems(page, "missing"):
        message = "Trang không có phần đầu. Hãy viết phần đầu giữa hai dòng ---, bắt đầu ngay ở dòng 1"
        yield _fault(problem, message, suggestion="---")


@rule("TT102", ERROR, acceptable=False)
def unclosed_front_matter(page: Page) -> Iterator[Fault]:
    """Phần đầu không được đóng.

    Phần đầu kết thúc bằng một dòng chỉ có ba gạch nối `---`. Thiếu dòng này thì không biết phần đầu hết ở
    đâu.

    Sai:

        ---
        tieu_de: Giới thiệu

        Trang này đăng quyết định của tỉnh.

    Đúng:

        ---
        tieu_de: Giới thiệu
        ---

        Trang này đăng quyết định của tỉnh.

    Căn cứ: quy ước của dự án.
    """
    for problem in _problems(page, "unclosed"):
        message = "Phần đầu mở bằng --- nhưng không được đóng. Hãy thêm một dòng --- ở cuối phần đầu"
        yield _fault(problem, message, suggestion="---")


@rule("TT103", ERROR, acceptable=False)
def unreadable_front_matter(page: Page) -> Iterator[Fault]:
    """Phần đầu không đọc được.

    Phần đầu viết theo cú pháp YAML. Lỗi hay gặp: giá trị có dấu hai chấm mà không đặt trong ngoặc kép,
    ngoặc mở mà không đóng, thụt dòng bằng phím Tab. Giá trị có dấu : hoặc `#` hoặc bắt đầu bằng ngoặc thì
    đặt cả giá trị trong ngoặc kép.

    Sai:

        ---
        tieu_de: Hướng dẫn: cách viết
        ---

    Đúng:

        ---
        tieu_de: "Hướng dẫn: cách viết"
        ---

    Căn cứ: quy ước của dự án.
    """
    for problem in _problems(page, "syntax"):
        message = f"Không đọc được phần đầu ở {shown(problem.value)}: {_explained(problem.detail)}"
        yield _fault(problem, message, suggestion=_quoted_value(problem.value))


@rule("TT104", ERROR, acceptable=False)
def repeated_key(page: Page) -> Iterator[Fault]:
    """Một khóa được nêu hai lần.

    Mỗi khóa của phần đầu chỉ nêu một lần. Nêu hai lần thì không biết giá trị nào đúng.

    Sai:

        ---
        tieu_de: Giới thiệu
        tieu_de: Về trang này
        ---

    Đúng:

        ---
        tieu_de: Giới thiệu
        ---

    Căn cứ: quy ước của dự án.
    """
    for problem in _problems(page, "repeated"):
        message = f"Khóa {shown(problem.value)} được nêu lần thứ hai. Hãy giữ một dòng và bỏ dòng kia"
        yield _fault(problem, message)


@rule("TT105", ERROR, acceptable=False)
def yaml_reference(page: Page) -> Iterator[Fault]:
    """Phần đầu dùng nhãn kiểu hoặc tham chiếu của YAML.

    Giá trị bắt đầu bằng `&`, `*` hoặc `!` có nghĩa đặc biệt trong YAML và không được dùng. Nếu đó là chữ
    của văn bản, hãy đặt giá trị trong ngoặc kép.

    Sai:

        ---
        tieu_de: *gioi-thieu
        ---

    Đúng:

        ---
        tieu_de: Giới thiệu
        ---

    Căn cứ: quy ước của dự án.
    """
    for problem in _problems(page, "anchor", "tag"):
        message = (
            f"{shown(problem.value)}: không dùng &, *, ! ở đầu giá trị. Nếu là chữ thì đặt trong ngoặc kép"
        )
        yield _fault(problem, message, suggestion=f'"{problem.value}"')


@rule("TT106", ERROR, acceptable=False)
def oversized_front_matter(page: Page) -> Iterator[Fault]:
    """Phần đầu quá dài hoặc lồng quá sâu.

    Phần đầu chỉ ghi thông tin về trang: nhiều nhất 65.536 ký tự và 6 tầng lồng nhau. Nội dung dài thuộc
    về thân trang.

    Sai:

        ---
        tieu_de: [[[[[[[Giới thiệu]]]]]]]
        ---

    Đúng:

        ---
        tieu_de: Giới thiệu
        ---

    Căn cứ: quy ước của dự án.
    """
    for problem in _problems(page, "too-large"):
        yield _fault(
            problem, f"Phần đầu dài {problem.value}, quá mức cho phép. Hãy chuyển nội dung xuống thân trang"
        )
    for problem in _problems(page, "too-deep"):
        yield _fault(problem, "Phần đầu lồng quá 6 tầng. Hãy viết mỗi khóa một dòng, bỏ bớt ngoặc")


@rule("TT107", ERROR, acceptable=False)
def no_keys(page: Page) -> Iterator[Fault]:
    """Phần đầu không phải là các dòng “khóa: giá trị”.

    Mỗi dòng của phần đầu có một khóa, dấu hai chấm, một dấu cách rồi giá trị.

    Sai:

        ---
        Giới thiệu
        ---

    Đúng:

        ---
        tieu_de: Giới thiệu
        ---

    Căn cứ: quy ước của dự án.
    """
    for problem in _problems(page, "not-a-mapping", "key"):
        message = f"{shown(problem.value)} không có dạng “khóa: giá trị”. Hãy viết mỗi dòng một khóa"
        yield _fault(problem, message, suggestion=f"tieu_de: {problem.value}" if problem.value else "")


def _problems(page: Page, *faults: str) -> Iterator[Problem]:
    return (problem for problem in page.document.front.problems if problem.fault in faults)


def _fault(problem: Problem, message: str, suggestion: str = "") -> Fault:
    return Fault(problem.place.line, problem.place.column, message, problem.value, suggestion)


_EXPLANATIONS = (
    ("mapping values", "giá trị có dấu hai chấm. Hãy đặt cả giá trị trong ngoặc kép"),
    ("expected ':'", "thiếu dấu hai chấm sau khóa. Hãy viết “khóa: giá trị”"),
    ("expected key", "dòng thụt vào không đúng chỗ. Hãy viết khóa ở đầu dòng"),
    ("unexpected end", "ngoặc kép mở mà không đóng. Hãy đóng ngoặc"),
    ("expected ','", "ngoặc mở mà không đóng. Hãy đóng ngoặc, các giá trị cách nhau bằng dấu phẩy"),
    (
        "cannot start any token",
        "giá trị bắt đầu bằng dấu không được phép hoặc phím Tab. Hãy đặt trong ngoặc kép",
    ),
    ("block sequence", "gạch đầu dòng sai chỗ. Hãy viết danh sách ở dòng dưới khóa, mỗi dòng một gạch"),
    ("odd line break", "có ký tự xuống dòng lạ không nhìn thấy. Hãy gõ lại dòng này"),
    ("not allowed", "có ký tự không được phép. Hãy gõ lại dòng này"),
)


def _explained(detail: str) -> str:
    """Say in Vietnamese what the YAML reader found."""
    fallback = "sai cú pháp. Hãy viết mỗi dòng “khóa: giá trị”, giá trị có dấu lạ thì đặt trong ngoặc kép"
    return next((words for sign, words in _EXPLANATIONS if sign in detail), fallback)


def _quoted_value(line: str) -> str:
    """Offer the line with its value in quotation marks, where that is likely the remedy."""
    match = re.fullmatch(r"([a-z_]+): ([^\"'\[\]{}]+)", line)
    return f'{match[1]}: "{match[2]}"' if match else ""
