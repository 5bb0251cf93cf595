# Settings of Sphinx for the documentation site; scripts/docs runs it. See specs/docs/adr/0010-site-by-sphinx.md
import os
import re
from pathlib import Path

ALIAS = re.compile(r"@import url\(/javascript/([^)]*)\);")
DARK = re.compile(r'body\[data-theme="dark"\] \{([^}]*)\}')
IMPORT = re.compile(r'^import Gumshoe from "./gumshoe-patched.js";\n')

project = "Forecourt"
author = "The Forecourt authors"
version = release = os.environ.get("FORECOURT_VERSION", "")

extensions = ["myst_parser", "sphinx_copybutton", "sphinx_inline_tabs"]
myst_heading_anchors = 6
# a link may lead to a heading of any page; one that leads to none is an error
nitpicky = True
# JSON with a comment in it is no error of the page
suppress_warnings = ["misc.highlighting_failure"]

html_theme = "furo"
html_title = f"Forecourt {version}".strip()
html_static_path = ["static"]
html_css_files = ["site.css"]
# after the index of the search, before it searches
html_js_files = [("site.js", {"defer": "defer"})]
html_theme_options = {"navigation_with_keys": False}
pygments_style = "friendly"
pygments_dark_style = "monokai"
# the same bytes whenever it is built, and nothing that is not read
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_show_copyright = False
html_last_updated_fmt = None


def stand_alone(app, exception):
    """Debian's furo of 2022 names files of a web server that has Debian's aliases, has an ES module, which no browser
    loads from disk, and lost the rules for readers whose system is dark. Puts all three in place. A furo from PyPI has
    nothing to mend; this can go when Debian's has nothing either."""
    if exception:
        return
    static = Path(app.outdir) / "_static"
    styles = static / "styles" / "furo.css"
    text = ALIAS.sub(lambda found: (Path("/usr/share/javascript") / found[1]).read_text(), styles.read_text())
    if "prefers-color-scheme" not in text:
        rules = DARK.search(text)[1]
        text += '@media (prefers-color-scheme: dark) { body:not([data-theme="light"]) {' + rules + "} }\n"
    styles.write_text(text)
    script = static / "scripts" / "furo.js"
    text = script.read_text()
    if IMPORT.match(text):
        script.write_text((static / "scripts" / "gumshoe-patched.js").read_text() + IMPORT.sub("", text))


def setup(app):
    app.connect("build-finished", stand_alone)
