"""Who is who over all articles."""

import pytest

from tests.link.entities.clippings import entities, rules, together

pytestmark = pytest.mark.unit


def test_spellings_of_a_given_name_merge() -> None:
    """Sergey and Sergei, Victor and Viktor are one person each, by the rule for given names."""
    found = entities("[P:Sergey Lavrov] met [P:Victor Orban].", "[P:Sergei Lavrov] met [P:Viktor Orbán].")
    assert len(found) == 2
    assert set(rules(found, "Sergey Lavrov").values()) == {"same name", "given name alike"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Volodymyr Zelenskyy", "Vladimir Zelensky"),
        ("Joe Biden", "Joseph R. Biden"),
        ("Antony Blinken", "Tony Blinken"),
        ("William Gates III", "Bill Gates"),
        ("J.D. Vance", "J. D. Vance"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("Bashar al-Assad", "Bashar Assad"),
        ("Hillary Rodham Clinton", "Hillary Clinton"),
        ("Dr. Mesut Oezil", "Mesut Özil"),
        ("Viktor Orban", "Orbán Viktor"),
        ("Abe Shinzo", "Shinzo Abe"),
        ("Abdel Fattah el-Sissi", "Abdel-Fattah al-Sisi"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    """Short forms, initials, transliterations, articles and titles do not make two people."""
    assert together(f"[P:{one}] spoke.", f"[P:{other}] left.") == [[one, other]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Antony Blinken", "Frank-Walter Blinken"),
        ("Joe Biden", "Hunter Biden"),
        ("George W. Bush", "George H.W. Bush"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Donald Trump", "Donald Trump Jr."),
        ("Michel Obama", "Michelle Obama"),
        ("Volodymyr Zelenskyy", "Olena Zelenska"),
        ("Mark Miller", "Mary Miller"),
        ("Martin Keller", "Marvin Keller"),
        ("Jean-Marie Le Pen", "Marine Le Pen"),
        ("Hans Miller", "Hans Muller"),
        ("James Martin", "Martin James"),
        ("Abdul Rahman Okafor", "Abdul Karim Okafor"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    """A shared surname, or a name that looks alike, is not enough."""
    assert together(f"[P:{one}] spoke.", f"[P:{other}] left.") == [[one], [other]]


def test_given_name_that_fits_two_people_joins_neither() -> None:
    """Where an initial allows two bearers, the name stays by itself."""
    assert together("[P:Ada Okafor] spoke.", "[P:Anne Okafor] left.", "[P:A. Okafor] wrote.") == [
        ["Ada Okafor"],
        ["Anne Okafor"],
        ["A. Okafor"],
    ]


def test_short_form_that_fits_two_people_joins_neither() -> None:
    """Where a pet name has two formal names in the archive, it stays by itself, whatever comes first."""
    assert together("[P:Alex Okafor] wrote.", "[P:Alexander Okafor] spoke.", "[P:Alexandra Okafor] left.") == [
        ["Alex Okafor"],
        ["Alexander Okafor"],
        ["Alexandra Okafor"],
    ]


def test_lone_surname_joins_the_only_bearer_of_the_archive() -> None:
    """Without a full name in its own article, a surname means the one person who has it."""
    found = entities("[P:Ada Okafor] spoke.", "[P:Okafor] left.")
    assert rules(found, "Ada Okafor")["Okafor"] == "only bearer"


def test_lone_surname_of_several_bearers_stays_alone() -> None:
    """Two bearers in other articles, and nothing to choose by: an entity of its own, never a guess."""
    assert together("[P:Ada Okafor] spoke.", "[P:Ben Okafor] left.", "[P:Okafor] wrote. [P:Okafor] rang.") == [
        ["Ada Okafor"],
        ["Ben Okafor"],
        ["Okafor", "Okafor"],
    ]


def test_bearer_whom_articles_call_by_surname_takes_the_lone_one() -> None:
    """Of two bearers, a lone surname means the one whom articles call by the surname alone."""
    found = entities("[P:Ada Okafor] spoke. [P:Okafor] left.", "[P:Ben Okafor] left.", "[P:Okafor] wrote.")
    assert len(next(e for e in found if e.name == "Ada Okafor").mentions) == 3


def test_lone_given_name_does_not_cross_articles() -> None:
    """A lone "James" is nobody's surname elsewhere."""
    assert together("[P:Etta James] sang.", "[P:James] waved.") == [["Etta James"], ["James"]]


def test_lone_name_after_a_regal_title_is_a_whole_name() -> None:
    """King Salman is not one of those called "bin Salman"."""
    text = "[P:Mohammed bin Salman] is a son of King [P:Salman]. Prince [P:Mohammed bin Salman] left."
    assert together(text) == [["Mohammed bin Salman", "Mohammed bin Salman"], ["Salman"]]


def test_byname_of_the_table() -> None:
    """A byname that no rule sees through comes from the table and says so."""
    found = entities("[P:Luiz Inácio Lula da Silva] won.", "[P:Lula] spoke.")
    assert rules(found, "Luiz Inácio Lula da Silva")["Lula"] == "alias table"


def test_a_lone_name_of_two_bearers_says_so() -> None:
    """What an article leaves open has a name that tells between whom."""
    found = entities("[P:Ada Okafor] and [P:Ben Okafor] met. [P:Okafor] left.")
    assert "Okafor (Ada Okafor or Ben Okafor)" in {entity.name for entity in found}


def test_short_capitals_are_not_told_by_their_sound() -> None:
    """ISA is not Mr. Issa, though the names sound alike."""
    assert together("[P:Darrell Issa] spoke.", "An [P:ISA] pays.") == [["Darrell Issa"], ["ISA"]]


def test_an_editor_s_brackets_are_no_part_of_a_name() -> None:
    """“Jeff] Sessions” is Jeff Sessions."""
    (found,) = entities("[P:Jeff Sessions] and again [P:Jeff Sessions]", "“I trust Jeff) [P:Jeff) Sessions]")
    assert found.name == "Jeff Sessions"


@pytest.mark.parametrize(("one", "other"), [("James Roe", "Jamel Roe"), ("Marina Roe", "Martina Roe")])
def test_given_names_of_other_consonants_are_two_people(one: str, other: str) -> None:
    """Transliterations differ in vowels; another consonant is another name."""
    assert len(entities(f"[P:{one}] met [P:{other}].")) == 2


def test_an_office_s_initials_are_no_given_name() -> None:
    """DNI James Clapper is James Clapper."""
    assert len(entities("[P:James Clapper] spoke.", "[P:DNI James Clapper] spoke.")) == 1


def test_a_given_name_of_the_archive_is_no_surname() -> None:
    """Where several are called Jared, a lone Jared is not Mr. Yared, though it sounds alike."""
    others = "[P:Jared Roe] and [P:Jared Imrie] met [P:Peter Yared]."
    assert together(others, "[P:Jared] left.")[-1] == ["Jared"]


def test_the_office_tells_of_whom_an_article_speaks() -> None:
    """President Okafor is not the wife, though only she is named in full; Mrs. Okafor is."""
    elsewhere = "President [P:Ben Okafor] spoke."
    beside = "[P:Ada Okafor] sang. President [P:Okafor] smiled, [P:Okafor] clapped, and Mrs. [P:Okafor] bowed."
    assert together(elsewhere, beside) == [["Ben Okafor", "Okafor", "Okafor"], ["Ada Okafor", "Okafor"]]


def test_an_acronym_must_stand_in_the_name_before_it() -> None:
    """The brackets behind “al-Qaida in the Arabian Peninsula” do not shorten the peninsula."""
    assert together("al-Quern in the [L:Alder Point] (AQAP). [O:AQAP] said.") == [["Alder Point"], ["AQAP"]]


def test_a_word_before_a_far_commoner_name_is_no_name() -> None:
    """What precedes a well-known full name and is nobody's given name makes no second person."""
    known = "[P:Jane Roe] spoke. " * 5
    assert len(entities(known, "[P:Evangelist Jane Roe] prayed.")) == 1
    assert len(entities(known, "[P:Mary Jane Roe] prayed.")) == 2


def test_a_jest_makes_nobody_king() -> None:
    """King Okafor is no crowned namesake where Okafor is somebody's surname."""
    found = together("[P:Ada Okafor] spoke. [P:Ada Okafor] left.", "All hail King [P:Okafor].")
    assert [sorted(set(names)) for names in found] == [["Ada Okafor", "Okafor"]]


def test_a_second_given_name_of_a_misprint_keeps_nobody_apart() -> None:
    """One misprinted second name does not part a person from the longer name that is printed far more often."""
    often = "[P:Ada Rosa Okafor] spoke. " * 6
    assert len(entities(often, "[P:Ada Email Okafor] left.", "[P:Ada Okafor] wrote. " * 3)) == 2


def test_a_bearer_in_passing_does_not_hide_one_far_better_known() -> None:
    """Where an article names a relative in full once, the lone surname is whom all the archive prints in full."""
    archive = ["[P:Barnaby Okafor] spoke. " * 12, "[P:Ada Okafor] sang. [P:Okafor] has a budget to pass."]
    assert [len(entity.mentions) for entity in entities(*archive)] == [13, 1]


def test_short_surnames_are_told_by_their_letters() -> None:
    """Names of two or three letters have no sound: Je is not Yee."""
    assert len(entities("[P:Kim Yee] spoke.", "[P:Je] suis.")) == 2


def test_a_name_in_the_other_order_takes_its_surname_along() -> None:
    """Where one article puts the family first, the family's name alone means the same person there."""
    assert together("[P:Orbán Viktor] won. [P:Orbán] left.", "[P:Viktor Orban] spoke.") == [
        ["Orbán Viktor", "Orbán", "Viktor Orban"]
    ]


def test_a_hyphen_more_or_less_makes_no_other_person() -> None:
    """Ada Okafor Imrie and Ada Okafor-Imrie are one."""
    assert len(together(*["[P:Ada Okafor Imrie] spoke."] * 2, "[P:Ada Okafor-Imrie] left.")) == 1


def test_a_formal_name_with_a_suffix_is_in_the_table() -> None:
    """Eric H. Holder Jr. is Eric Holder."""
    assert len(together("[P:Eric Holder] spoke.", "[P:Eric H. Holder Jr.] left.")) == 1


def test_a_misprinted_surname_is_the_article_s_only_one_like_it() -> None:
    """A lone name that nobody bears goes to the bearer of a surname one letter away."""
    assert len(together("[P:Ada Oyelaran] spoke. [P:Oyelaarn] left.")) == 1


def test_a_surname_of_the_archive_is_no_misprint() -> None:
    """Where somebody bears the name, one letter makes another person."""
    assert len(together("[P:Ada Oyelaran] spoke. [P:Oyelaram] left.", "[P:Ben Oyelaram] sailed.")) == 2


def test_the_before_a_lone_body_keeps_it_from_the_persons() -> None:
    """The Lodge is no Anita Lodge, unless she is in the article."""
    found = together(
        *["[P:Anita Lodge] spoke."] * 10, "[P:Jane Lodge] and a report in The [O:Lodge].", "Ask The [O:Lodge]."
    )
    assert ["Lodge"] in found


def test_a_last_word_that_is_a_surname_of_others_is_no_given_name() -> None:
    """Lee Thomas is not Thomas Lee turned round, where others are called Thomas."""
    assert together("[P:Lee Thomas], [P:Thomas Lee] and [P:Clara Thomas]") == [
        ["Lee Thomas"],
        ["Thomas Lee"],
        ["Clara Thomas"],
    ]


def test_the_before_a_president_s_name_makes_it_no_body() -> None:
    """What is mostly a person's name is one in "the Okafor administration", too."""
    found = together(*["[P:Ada Okafor] met [P:Okafor]."] * 3, "They asked the [O:Okafor] administration.")
    assert len(found) == 1


def test_a_word_before_a_well_known_name_makes_no_short_form_of_it() -> None:
    """One “Pasoan Beto Marlov” does not turn every Beto Marlov into half a name, and surnames still find him."""
    often = ["[P:Beto Marlov] spoke. [P:Marlov] left."] * 21
    found = together(*often, "[P:Pasoan Beto Marlov] and [P:Beto Marlov]", "[P:Rosa Marlov]")
    assert found[0][:42] == ["Beto Marlov", "Marlov"] * 21


@pytest.mark.parametrize("full", ["Ri Yong Ho", "Suh Ji-won", "Moon Jae-in"])
def test_a_family_name_that_stands_first_is_what_its_bearer_is_called(full: str) -> None:
    """Koreans are called by the first word of their name."""
    family = full.split(maxsplit=1)[0]
    assert together(f"[P:{full}] spoke. Then [P:{family}] left.") == [[full, family]]


def test_a_slip_keeps_no_short_form_away() -> None:
    """Bill is one of many Williams although one of them was misprinted Willam, but a second initial is no slip."""
    many = "[P:William Verity] again. " * 60
    assert len(together(f"{many} [P:Willam Verity] once.", "[P:Bill Verity] came. " * 9)) == 1
    assert len(together(f"{many} [P:William P. Verity] once.", "[P:William J. Verity] came.")) == 3


def test_an_office_tells_of_several_who_hold_none() -> None:
    """President Okafor is whom the archive calls so in full, where the article names none of the family."""
    known = ["President [P:Ben Okafor] spoke."] * 5
    family = ["[P:Ada Okafor] sang."] * 9
    found = together(*known, *family, "Under President [P:Okafor] it rained.", "The [P:Okafor] administration fell.")
    assert ["Ben Okafor"] * 5 + ["Okafor"] * 2 in found


def test_an_administration_to_come_is_nobody_s_yet() -> None:
    """“a Okafor administration” may be anybody's of that name."""
    known = ["President [P:Ben Okafor] spoke."] * 5
    found = together(*known, *["[P:Ada Okafor] sang."] * 9, "They feared a future [P:Okafor] administration.")
    assert ["Ben Okafor"] * 5 in found


def test_a_surname_is_left_open_between_the_same_two() -> None:
    """Each two bearers whom articles leave open have a row of their own."""
    both = ["[P:Ada Okafor] and [P:Ben Okafor] met. [P:Okafor] left."] * 3
    others = ["[P:Ada Okafor] and [P:Eve Okafor] met. [P:Okafor] left."] * 3
    found = {entity.name for entity in entities(*both, *others)}
    assert {"Okafor (Ada Okafor or Ben Okafor)", "Okafor (Ada Okafor or Eve Okafor)"} <= found


def test_a_nickname_in_quotation_marks_is_the_same_person_s_given_name() -> None:
    """James “Whitey” Okafor, Whitey Okafor and James Okafor are one, where few are called Okafor."""
    assert len(entities("[P:James “Whitey” Okafor] sat.", "[P:Whitey Okafor] ate.", "[P:James Okafor] slept.")) == 1


def test_a_name_printed_twice_is_no_second_bearer() -> None:
    """Beside “Ada Okafor Okafor”, a lone Okafor is still hers."""
    assert len(entities("[P:Ada Okafor] sat. [P:Ada Okafor Okafor] slept. [P:Okafor] left.")) == 1


def test_a_given_name_before_a_full_name_leads_to_its_bearer() -> None:
    """Reality [Leigh Okafor] is Reality Okafor."""
    assert len(entities("[P:Reality Okafor] sat.", "Then Reality [P:Leigh Okafor] slept.")) == 1
    assert len(entities("[P:Eric Okafor] sat.", "Then Eric [P:H. Okafor Jr.] slept.")) == 1
