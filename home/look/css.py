"""The few lines of CSS that a look is: our own text, chosen by checked values, never made from what somebody sent."""

from functools import cache

from django.conf import settings

TEXT = {"smaller": "87.5%", "bigger": "125%", "biggest": "150%"}
MORE_SPACE = """:root{--line-height:1.9;--letter-space:0.04em;--word-space:0.14em;--space:1.35}
.idea-words>*+*{margin-block-start:1.25rem}
"""
BIG_PICTURES = """:root{--picture:12rem}
@container page (max-width:34rem){.idea,.card-head{grid-template-columns:minmax(0,1fr)}
.idea>.picture{--size:var(--picture)}}
"""
ROWS = ".choice:not(:has(>.sample)){grid-template-columns:auto minmax(0,1fr)}.idea{grid-template-columns:minmax(0,1fr)}"
NO_PICTURES = f".picture,.site-nav .icon{{display:none}}{ROWS}\n"
# What is only drawn goes; the words, the code of a card and what people gave us stay (P6).
ONLY_WORDS = f".picture,.icon,.thumb,.site-mark,.dots,.dot-words,.sample:has(>.icon){{display:none}}{ROWS}\n"
NO_FACES = '.choices--faces .picture,.picture:has(>[class*="icon-face-"]),[class*="icon-face-"]{display:none}\n'
NO_FACES += ".choices--faces .choice{grid-template-columns:auto minmax(0,1fr)}\n"
RATES = {"slow": "0.7", "fast": "1.3"}  # read by easyread/js/listen.js
LESS = ".extra,.site-nav .icon{display:none}\n"


def css_of(look):
    """The CSS (str) that makes every page look as `look` (Look) says. Printed pages keep the printer's colours."""
    return "".join(
        [
            f"html{{font-size:{TEXT[look.text]}}}\n" if look.text in TEXT else "",
            colours(look.theme),
            MORE_SPACE if look.spacing == "more" else "",
            {"big": BIG_PICTURES, "off": NO_PICTURES, "words": ONLY_WORDS}.get(look.pictures, ""),
            LESS if look.less == "yes" else "",
            NO_FACES if look.faces == "no" else "",
            f":root{{--listen-rate:{RATES[look.listen]}}}\n" if look.listen in RATES else "",
        ]
    )


def colours(theme):
    """The CSS (str) of `theme`, a key of preferences.CHOICES["theme"]."""
    if theme == "light":
        return ""
    if theme == "device":
        return f"@media screen and (prefers-color-scheme:dark){{{theme_file('dark')}}}\n"
    return f"@media screen{{{theme_file(theme)}}}\n"


@cache
def theme_file(theme):
    """The rules of static/css/themes/`theme`.css: the same text that test_contrast reads."""
    return (settings.SITE_DIR / "static" / "css" / "themes" / f"{theme}.css").read_text().split("*/", 1)[1].strip()
