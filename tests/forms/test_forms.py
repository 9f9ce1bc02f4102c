"""One person, body or place has one row, in whatever form it is printed; what may be two has two."""

from __future__ import annotations

import sqlite3

import pytest


def entity_of(db: sqlite3.Connection, article: str, form: str) -> sqlite3.Row:
    """The entity that a form means in an article."""
    found = db.execute(
        "SELECT DISTINCT e.* FROM mentions m JOIN entities e ON e.id = m.entity_id"
        " JOIN articles a ON a.id = m.article_id JOIN documents d ON d.id = a.document_id"
        " WHERE d.external_id = ? AND m.text = ?",
        (article, form),
    ).fetchall()
    assert len(found) == 1, f"{form} means {[row['name'] for row in found]} in {article}"
    row: sqlite3.Row = found[0]
    return row


def named(db: sqlite3.Connection, *forms: tuple[str, str]) -> set[str]:
    """The names of the entities that these forms mean, each in its article."""
    return {entity_of(db, article, form)["name"] for article, form in forms}


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Vladimir Putin", [("putin-a", "Vladimir Putin"), ("putin-a", "Putin"), ("putin-b", "Putin")]),
        (
            "Sergey Lavrov",
            [("lavrov-a", "Sergey Lavrov"), ("lavrov-b", "Sergei Lavrov"), ("lavrov-c", "Siarhei Lavrov")],
        ),
        (
            "Volodymyr Zelensky",
            [
                ("zelensky-a", "Zelensky"),
                ("zelensky-b", "Volodymyr Zelenskyy"),
                ("zelensky-b", "Zelenskyy"),
                ("zelensky-c", "Volodymyr Zelenskiy"),
            ],
        ),
        ("Ursula von der Leyen", [("particles-a", "Ursula von der Leyen"), ("particles-a", "Von der Leyen")]),
        ("Johannes van der Berg", [("particles-b", "Johannes van der Berg"), ("particles-b", "Van der Berg")]),
        ("Maria de la Cruz", [("particles-b", "Maria de la Cruz"), ("particles-b", "De la Cruz")]),
        ("Charles de Gaulle", [("france", "Charles de Gaulle"), ("france", "De Gaulle"), ("france", "de Gaulle")]),
        ("Mohammed bin Salman", [("particles-c", "Mohammed bin Salman"), ("particles-c", "Bin Salman")]),
        (
            "Bashar al-Assad",
            [("particles-c", "Bashar al-Assad"), ("particles-c", "Assad"), ("particles-c", "al-Assad")],
        ),
        (
            "Abdel Fattah el-Sissi",
            [("arab-a", "Abdel Fattah el-Sissi"), ("arab-a", "El-Sissi"), ("arab-b", "Abdel-Fattah al-Sisi")],
        ),
        ("Osama bin Laden", [("arab-c", "Osama bin Laden"), ("arab-c", "Bin Laden"), ("arab-c", "Usama bin Ladin")]),
        ("Moammar Gadhafi", [("arab-d", "Moammar Gadhafi"), ("arab-d", "Muammar Gaddafi"), ("arab-d", "Gaddafi")]),
        ("Jean-Yves Le Drian", [("hyphens", "Jean-Yves Le Drian"), ("hyphens", "Le Drian")]),
        ("Moon Jae-in", [("hyphens", "Moon Jae-in"), ("hyphens", "Moon")]),
        ("Xi Jinping", [("chinese-a", "Xi Jinping"), ("chinese-a", "Xi"), ("chinese-b", "Xi Jinping")]),
        ("Wang Yi", [("chinese-b", "Wang Yi"), ("chinese-b", "Wang")]),
        ("Li Keqiang", [("chinese-b", "Li Keqiang"), ("chinese-b", "Li")]),
        ("Kim Jong Un", [("asia-b", "Kim Jong Un"), ("asia-b", "Kim")]),
        (
            "Viktor Orban",
            [
                ("hungarian-a", "Orbán Viktor"),
                ("hungarian-a", "Orbán"),
                ("hungarian-b", "Viktor Orban"),
                ("hungarian-c", "Viktor Orbán"),
            ],
        ),
        ("Shinzo Abe", [("asia-c", "Shinzo Abe"), ("asia-c", "Abe"), ("asia-c", "Abe Shinzō")]),
        (
            "Gabriel García Márquez",
            [
                ("double-a", "Gabriel García Márquez"),
                ("double-a", "García Márquez"),
                ("double-a", "Garcia Marquez"),
                ("double-b", "Gabriel Garcia Marquez"),
                ("double-b", "Marquez"),
            ],
        ),
        (
            "Luis Rodríguez Zapatero",
            [("double-c", "Luis Rodríguez Zapatero"), ("double-c", "Rodríguez Zapatero"), ("double-c", "Zapatero")],
        ),
        ("Andrés Manuel López Obrador", [("spain", "Andrés Manuel López Obrador"), ("spain", "López Obrador")]),
        (
            "Luiz Inácio Lula da Silva",
            [("mononyms", "Lula"), ("mononyms", "Lula da Silva"), ("mononyms", "Luiz Inácio Lula da Silva")],
        ),
        ("Pelé", [("mononyms", "Pelé"), ("mononyms-b", "Pelé")]),
        ("Robert F. Kennedy Jr.", [("suffixes-a", "Robert F. Kennedy Jr."), ("suffixes-a", "Kennedy")]),
        ("Martin Luther King Jr.", [("suffixes-b", "Martin Luther King Jr."), ("suffixes-b", "King")]),
        ("Keir Starmer", [("honorifics", "Keir Starmer"), ("honorifics", "Starmer")]),
        ("Theresa May", [("honorifics", "Theresa May"), ("honorifics", "May")]),
        ("Anthony Fauci", [("honorifics", "Anthony Fauci"), ("honorifics", "Fauci")]),
        ("J. K. Rowling", [("irish", "J.K. Rowling"), ("irish", "J. K. Rowling")]),
        ("Alexander Lukashenko", [("belarus", "Alexander Lukashenko"), ("belarus", "Aliaksandr Lukashenka")]),
        ("Recep Tayyip Erdogan", [("arab-a", "Erdogan"), ("arab-b", "Recep Tayyip Erdoğan"), ("arab-b", "Erdoğan")]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_one_person_one_row(db: sqlite3.Connection, name: str, forms: list[tuple[str, str]]) -> None:
    """Full names in other spellings and orders, surnames, particles, double surnames, mononyms, suffixes, titles."""
    assert named(db, *forms) == {name}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("biden-a", "Joe Biden"), ("biden-a", "Hunter Biden")),
        (("clinton-a", "Hillary Clinton"), ("clinton-a", "Bill Clinton")),
        (("bush-a", "George H.W. Bush"), ("bush-a", "George W. Bush")),
        (("bush-a", "George W. Bush"), ("bush-b", "Jeb Bush")),
        (("blinken-a", "Antony Blinken"), ("blinken-b", "Frank-Walter Blinken")),
        (("suffixes-a", "Robert F. Kennedy"), ("suffixes-a", "Robert F. Kennedy Jr.")),
        (("suffixes-b", "Martin Luther King Sr."), ("suffixes-b", "Martin Luther King Jr.")),
        (("asia-b", "Kim Jong Un"), ("asia-b", "Kim Jong Il")),
        (("acronym-2", "LRA"), ("acronym-3", "LRA")),
    ],
)
def test_two_stay_two(db: sqlite3.Connection, one: tuple[str, str], other: tuple[str, str]) -> None:
    """Relatives, namesakes, a garbled name and one acronym of two bodies are never merged."""
    assert len(named(db, one, other)) == 2


@pytest.mark.parametrize(
    ("article", "form", "name"),
    [
        ("clinton-a", "Clinton", "Clinton (Bill Clinton or Hillary Clinton)"),
        ("bush-a", "Bush", "Bush (George H.W. Bush or George W. Bush)"),
        ("homonym-persons", "Smith", "Smith (Alice Smith or Robert Smith)"),
        ("possessive", "Obama", "Obama (Barack Obama or Michelle Obama)"),
        ("georgia-c", "Georgia", "Georgia (left open)"),
    ],
)
def test_what_the_article_leaves_open_stays_open(db: sqlite3.Connection, article: str, form: str, name: str) -> None:
    """A surname of which an article offers two bearers, and a name of two places, belong to neither and say so."""
    assert entity_of(db, article, form)["name"] == name


def test_an_office_tells_which_of_two_is_meant(db: sqlite3.Connection) -> None:
    """Of two Bidens the surname alone is the one whom the article calls president."""
    assert entity_of(db, "biden-a", "Biden")["name"] == "Joe Biden"


def test_a_garbled_name_is_reported(db: sqlite3.Connection) -> None:
    """Frank-Walter Blinken is nobody's spelling of Antony Blinken, and whoever keeps the archive is told of both."""
    (message,) = [row["message"] for row in db.execute("SELECT message FROM problems WHERE code = 'suspicious-name'")]
    assert message.startswith("“Frank-Walter Blinken” is seldom named and shares the surname of “Antony Blinken”")


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        (
            "Organization for Security and Cooperation in Europe",
            [
                ("osce-a", "Organization for Security and Co-operation in Europe"),
                ("osce-a", "OSCE"),
                ("osce-b", "Organization for Security and Cooperation in Europe"),
                ("osce-b", "OSCE"),
            ],
        ),
        (
            "National Council for Honest Beekeeping",
            [("acronym-c", "National Council for Honest Beekeeping"), ("acronym-c", "NCHB")],
        ),
        ("Lake and River Agency", [("acronym-2", "Lake and River Agency"), ("acronym-2", "LRA")]),
        ("Lord’s Resistance Army", [("acronym-3", "Lord’s Resistance Army"), ("acronym-3", "LRA")]),
        ("Federal Bureau of Investigation", [("acronym-c", "FBI"), ("acronym-c", "Federal Bureau of Investigation")]),
        ("World Health Organization", [("acronym-c", "World Health Organization"), ("acronym-c", "W.H.O.")]),
        ("NATO", [("nato", "NATO"), ("nato", "North Atlantic Treaty Organization"), ("nato", "Nato")]),
        ("United Nations", [("nato", "United Nations"), ("nato", "UN"), ("nato", "U.N.")]),
        ("European Union", [("nato", "EU"), ("nato", "European Union"), ("georgia-b", "European Union")]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_body_and_its_acronym(db: sqlite3.Connection, name: str, forms: list[tuple[str, str]]) -> None:
    """Acronyms that the text introduces mean that body there; those that a table knows mean it everywhere."""
    assert named(db, *forms) == {name}


@pytest.mark.parametrize(
    ("article", "form", "name", "country", "north"),
    [
        ("zelensky-b", "Kiev", "Kyiv", "UA", 50),
        ("zelensky-a", "Kyiv", "Kyiv", "UA", 50),
        ("places-b", "Bombay", "Mumbai", "IN", 19),
        ("places-b", "Calcutta", "Kolkata", "IN", 23),
        ("places-b", "Lvov", "Lviv", "UA", 50),
        ("places-b", "Peking", "Beijing", "CN", 40),
        ("double-a", "Aracataca", "Aracataca", "CO", 11),
        ("places-a", "Springfield", "Springfield", "US", None),
        ("uk-us", "Britain", "United Kingdom", "GB", None),
        ("uk-us", "USA", "United States", "US", None),
        ("georgia-a", "Georgia", "Georgia (U.S. state)", "US", None),
        ("georgia-b", "Georgia", "Georgia", "GE", None),
        ("georgia-c", "Georgia", "Georgia (left open)", None, None),
    ],
)
def test_a_place_lies_where_it_lies(
    db: sqlite3.Connection, article: str, form: str, name: str, country: str | None, north: int | None
) -> None:
    """Old and other names, countries and states; coordinates only where the name means one town."""
    found = entity_of(db, article, form)
    latitude = None if found["latitude"] is None else round(found["latitude"])
    assert (found["kind"], found["name"], found["country"], latitude) == ("place", name, country, north)


@pytest.mark.parametrize(
    ("form", "name", "country"),
    [
        ("German", "Germans", "Germany"),
        ("Britons", "British", "United Kingdom"),
        ("Ukrainians", "Ukrainians", "Ukraine"),
        ("Iraqis", "Iraqis", "Iraq"),
        ("Dutch", "Dutch", "Netherlands"),
    ],
)
def test_a_people_is_about_its_country(db: sqlite3.Connection, form: str, name: str, country: str) -> None:
    """Nationalities are groups that lead to their country."""
    found = entity_of(db, "nations", form)
    assert (found["kind"], found["name"], found["about"]) == ("group", name, country)


@pytest.mark.parametrize(
    ("form", "kind", "about"),
    [
        ("Kremlin", "organization", "Russia"),
        ("White House", "organization", "United States"),
        ("Downing Street", "organization", "United Kingdom"),
        ("Pentagon", "organization", "United States"),
        ("Washington", "place", "United States"),
        ("Brussels", "place", "European Union"),
        ("Beijing", "place", "China"),
        ("Moscow", "place", "Russia"),
    ],
)
def test_a_metonym_stays_itself(db: sqlite3.Connection, form: str, kind: str, about: str) -> None:
    """Seats and capitals are not their countries, and say whom they stand for."""
    found = entity_of(db, "metonyms", form)
    assert (found["name"], found["kind"], found["about"]) == (form, kind, about)


@pytest.mark.parametrize(
    ("article", "person", "role", "of"),
    [
        ("lavrov-a", "Sergey Lavrov", "Russian Foreign Minister", "Russia"),
        ("roles-a", "Dmytro Kuleba", "Ukraine’s foreign minister", "Ukraine"),
        ("roles-a", "Annalena Baerbock", "German foreign minister", "Germans"),
        ("roles-a", "Ben Wallace", "British Defence Secretary", "United Kingdom"),
        ("roles-a", "Jen Psaki", "White House press secretary", "White House"),
        ("roles-a", "Ned Price", "State Department spokesman", "State Department"),
        ("roles-a", "Jens Stoltenberg", "NATO Secretary-General", "NATO"),
        ("putin-b", "Dmitry Peskov", "Kremlin spokesman", "Kremlin"),
        ("particles-a", "Ursula von der Leyen", "president of the European Commission", "European Commission"),
        ("zelensky-b", "Volodymyr Zelensky", "President", None),
    ],
)
def test_a_role_is_told_as_printed(
    db: sqlite3.Connection, article: str, person: str, role: str, of: str | None
) -> None:
    """With its place in the text, and with the country, people or body that it is of."""
    (found,) = db.execute(
        "SELECT r.role, r.start_char, r.end_char, b.text, o.name AS of FROM roles r"
        " JOIN entities e ON e.id = r.entity_id JOIN bodies b ON b.article_id = r.article_id"
        " JOIN articles a ON a.id = r.article_id"
        " JOIN documents d ON d.id = a.document_id LEFT JOIN entities o ON o.id = r.of_id"
        " WHERE d.external_id = ? AND e.name = ?",
        (article, person),
    ).fetchall()
    assert (found["role"], found["of"]) == (role, of)
    assert found["text"][found["start_char"] : found["end_char"]] == role
