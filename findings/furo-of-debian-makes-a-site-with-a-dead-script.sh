#!/usr/bin/env bash
# A documentation site is built with Sphinx and the theme furo, both from Debian 12, and opened from disk.
#
# With:    Debian's package furo 2022.12.07+dfsg-1.
# Guess:   the same site as with the theme from Python's index: it stands by itself.
# Seen:    its style sheet imports normalize.css from /javascript/, which only a web server with Debian's alias has. Its script is the source,
#          not the bundle: a module by its first line, but loaded as a plain script, so no line of it runs. The switch to dark is dead. The
#          build says nothing.
# Ours:    specs/site/conf.py puts the missing parts in; a test opens the site from disk and looks for errors.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
command -v apt-get >/dev/null && command -v node >/dev/null || { echo "Needs Debian 12 with Node." >&2; exit 2; }

apt-get download -qq furo=2022.12.07+dfsg-1 >/dev/null 2>&1
dpkg-deb -x furo_*.deb furo
files=furo/usr/lib/python3/dist-packages/furo
cp "$files/theme/furo/static/scripts/furo.js" plain.cjs # a plain script, as the page loads it
{
  echo "style sheet imports: $(grep -o '@import url([^)]*)' "$files/theme/furo/static/styles/furo.css")"
  { node --check plain.cjs 2>&1 || true; } | grep -o 'SyntaxError: .*'
  echo "added to pages by: $(grep -o 'add_js_file(.*furo.js.*)' "$files/__init__.py")"
} | tee seen

diff - seen >&2 <<'SEEN' || { echo "changed" >&2; exit 1; }
style sheet imports: @import url(/javascript/normalize.css/normalize.css)
SyntaxError: Cannot use import statement outside a module
added to pages by: add_js_file("scripts/furo.js", priority=200)
SEEN
echo "as described"
