import pytest

from mtcheck.bilingual.name_matches import mismatches
from mtcheck.document import Document


def _replaced(source: str, source_language: str, target: str, language: str) -> list[str]:
    document = Document(target, language, source=Document(source, source_language))
    return [target[slice(*found.target)] for found in mismatches(document)]


@pytest.mark.parametrize(
    ("source", "source_language", "target", "language", "name"),
    [
        ("Mayor Hannah Whitlock spoke.", "en", "Мэр Ханна Прескотт выступила.", "ru", "Прескотт"),
        ("She thanked Martin Doyle.", "en", "Вона подякувала Роберту Дойлу.", "uk", "Роберту"),
        (
            "Volunteer Emma Clarke found it.",
            "en",
            "エマ・ロバーツさんが見つけた。",
            "ja",
            "ロバーツ",
        ),
        ("副总经理周启明说。", "zh", "Deputy manager Zhou Jianming said so.", "en", "Jianming"),
        ("A Norwegian company bought it.", "en", "一家瑞典公司买下了它。", "zh", "瑞典"),
        ("A Norwegian company bought it.", "en", "Его купила шведская компания.", "ru", "шведская"),
    ],
)
def test_part_replaced(
    source: str, source_language: str, target: str, language: str, name: str
) -> None:
    assert _replaced(source, source_language, target, language) == [name]


@pytest.mark.parametrize(
    ("source", "source_language", "target", "language"),
    [
        ("George W. Bush came.", "en", "Приехал Джордж Буш.", "ru"),
        ("副总经理周启明说。", "zh", "Замдиректора Чжоу Цимин сказал.", "ru"),
        ("副总经理周启明说。", "zh", "Deputy manager Zhou Qiming said so.", "en"),
        ("A Norwegian company bought it.", "en", "Es kaufte eine Firma aus Norwegen.", "de"),
        ("The Dutch firm left Prague and Vienna.", "en", "Firma opustila Prahu a Vídeň.", "cs"),
    ],
)
def test_name_kept(source: str, source_language: str, target: str, language: str) -> None:
    assert _replaced(source, source_language, target, language) == []
