from macros.numbering import Level
from macros.structure import Kind, Line, Passage, Provision, Structure


def provision(label: str, *children: Provision | Passage, lines: tuple[str, ...] = ()) -> Provision:
    made = Provision(Level.CLAUSE, "1", label, label, line=1, stated=True)
    made.text = [Line(number, line) for number, line in enumerate(lines, start=1)]
    made.children = list(children)
    for child in children:
        if isinstance(child, Provision):
            child.parent = made
    return made


def passage(text: str) -> Passage:
    return Passage(Kind.TEXT, [Line(1, text)])


def test_provisions_and_passages_come_in_reading_order_however_deep() -> None:
    inner = provision("1.1", passage("trong 1.1"))
    first = provision("1", passage("trước 1.1"), inner, passage("sau 1.1"))
    structure = Structure([passage("đầu"), first, provision("2"), passage("cuối")])
    assert [p.label for p in structure.provisions()] == ["1", "1.1", "2"]
    assert [(holder.label if holder else "", p.text) for holder, p in structure.passages()] == [
        ("", "đầu"),
        ("1", "trước 1.1"),
        ("1.1", "trong 1.1"),
        ("1", "sau 1.1"),
        ("", "cuối"),
    ]


def test_ancestors_come_nearest_first() -> None:
    inner = provision("1.1.1")
    provision("1", provision("1.1", inner))
    assert [p.label for p in inner.ancestors()] == ["1.1", "1"]


def test_a_title_is_one_line_and_a_passage_keeps_its_lines() -> None:
    assert provision("1.", lines=("Giao Sở", "  Tài chính ")).title == "Giao Sở Tài chính"
    assert Passage(Kind.TEXT, [Line(1, "Giao Sở"), Line(2, "  Tài chính")]).text == "Giao Sở\n  Tài chính"


def test_provisions_that_know_each_other_can_be_compared_and_shown() -> None:
    one, two = provision("1", provision("1.1")), provision("1", provision("1.1"))
    assert one != two
    assert one.children[0] in one.children
    assert "1.1" in repr(one)
