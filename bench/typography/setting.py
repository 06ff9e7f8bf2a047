# SPDX-License-Identifier: MIT
"""What is set: which prose, in which font and measure, filled to both edges or not. All programs get
the same, and may part the same words, as nearly as can be."""
from dataclasses import dataclass
from enum import Enum

SIZE, LEADING = 10, 12  # pt
MARGIN = 36
HEIGHT = 7200


@dataclass(frozen=True)
class Language:
    tag: str
    babel: str
    letters_after_hyphen: int  # as babel has them; 2 before it

    @property
    def name(self):
        return self.tag[:2]


@dataclass(frozen=True)
class Font:
    family: str
    folder: str
    file: str
    # Ems, of prose: a letter, word spaces included; a word space.
    letter: float
    space: float
    gaps: float  # between letters of one word, to an em of letters
    name_in_file: str


class Fill(Enum):
    JUSTIFIED = "justified"
    RAGGED = "ragged"
    RAGGED_WITH_HYPHENS = "ragged with hyphens"


LANGUAGES = {
    each.name: each
    for each in (
        Language("en-US", "american", 3),
        Language("de-DE", "ngerman", 2),
        Language("es-ES", "spanish", 2),
        Language("fr-FR", "french", 2),
        Language("pt-BR", "brazilian", 3),
    )
}
FONTS = (
    Font(
        "EB Garamond",
        "/usr/share/fonts/opentype/ebgaramond",
        "EBGaramond12-Regular.otf",
        letter=0.377,
        space=0.2,
        gaps=1.97,
        name_in_file="EB Garamond 12",
    ),
    Font(
        "Lato",
        "/usr/share/fonts/truetype/lato",
        "Lato-Regular.ttf",
        letter=0.437,
        space=0.256,
        gaps=1.71,
        name_in_file="Lato",
    ),
)


@dataclass(frozen=True)
class Setting:
    language: Language
    font: Font
    characters: int  # a line
    fill: Fill

    @property
    def measure(self):
        """In points."""
        return round(self.characters * self.font.letter * SIZE, 1)

    @property
    def word_space(self):
        return self.font.space * SIZE

    @property
    def key(self):
        return f"{self.language.name}-{self.font.file}-{self.characters}-{self.fill.name.lower()}"
