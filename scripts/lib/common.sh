# Shared by the scripts of this folder; sourced, never run.
# Needs: set -euo pipefail and a current directory at the root of the checkout.

step() { printf '==> %s\n' "$*"; }
say() { printf '    %s\n' "$*"; }
warn() { printf '!!! %s\n' "$*" >&2; }
fail() {
  warn "$@"
  exit 1
}

# A wrong call: says what is wrong and where the help is; exit code 2.
usage_error() { # message
  warn "$1"
  say "scripts/${0##*/} --help shows what it takes." >&2
  exit 2
}

unknown_argument() { usage_error "Unknown argument: $1"; }

# Ends the script unless there is a vendor of this name.
check_vendor() { # id
  [ -n "$1" ] || usage_error "Which vendor? One of: $(vendors | paste -s -d ' ' -)"
  grep -qxF -- "$1" <<<"$(vendors)" || usage_error "No vendor is called '$1'. There are: $(vendors | paste -s -d ' ' -)"
}

has() { command -v "$1" >/dev/null 2>&1; }

# Runs a command for so many seconds at most; without limit where no program sets one, as on macOS.
at_most() { # seconds command...
  if has timeout; then timeout "$@"; else "${@:2}"; fi
}

# The script's own leading comment is its help text.
print_help() { sed -n '2,/^$/s/^# \{0,1\}//p' "$1"; }

# Ids of all vendors: the folders of specs/ that hold a contract.
vendors() {
  local contract
  for contract in specs/*/openapi.yaml; do basename "$(dirname "$contract")"; done
}

# Port of a vendor, from the one place that states it.
port_of() { sed -n 's/^x-mock-port: *\([0-9]*\).*/\1/p' "specs/$1/openapi.yaml"; }

# The version that all poms state.
project_version() { sed -n 's:^  <version>\(.*\)</version>$:\1:p' pom.xml | head -n 1; }

# For awk: what a failed test says, without frames of other people's code.
without_frames='
  function test(name) { print "    " name; placed = 0; begun = 0 }
  function message(line) {
    if (line ~ /^[ \t]+(at )?[A-Za-z0-9_.\/$<>]+\((Native Method|Unknown Source|[A-Za-z0-9_]+\.java(:[0-9]+)?)\)$/) {
      # a broken rule names its place itself
      if (!placed && line ~ /dev\.forecourt\./ && line !~ /ContractRulesTest/) { sub(/^[ \t]+(at )?/, "", line); print "      at " line; placed = 1 }
      return
    }
    if (!begun) { sub(/^(java\.lang|org\.opentest4j)\.Assertion(Failed)?Error: */, "", line); begun = 1; line = "  " line }
    if (line !~ /^[ \t]*(\[\.\.\.\]|\.\.\. [0-9]+ more)?$/) print "    " line
  }'

# JAVA_HOME counts, for us as for Maven; else what PATH holds.
if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then PATH=$JAVA_HOME/bin:$PATH; fi

need_java() {
  if [ -n "${JAVA_HOME:-}" ] && [ ! -x "$JAVA_HOME/bin/javac" ]; then
    fail "JAVA_HOME is $JAVA_HOME, where no bin/javac is. Point it at a JDK, or unset it to use the one in PATH."
  fi
  has javac || fail "No JDK found. Install JDK 17 (Debian: apt-get install openjdk-17-jdk-headless) and run this again."
  local major
  # the version goes to stdout; stderr has what JAVA_TOOL_OPTIONS makes every JVM say. JDK 8 writes to stderr, which counts as 0
  major=$(javac -version 2>/dev/null | sed -n 's/^javac \([0-9][0-9]*\).*/\1/p')
  [ "${major:-0}" -ge 17 ] || fail "JDK ${major:-8 or older} found, JDK 17 or newer is needed. Point PATH or JAVA_HOME at one."
  has mvn || fail "No Maven found. Install Maven 3.8.1 or newer (Debian: apt-get install maven) and run this again."
}

# Installs the npm packages of a folder, once for each state of its lock file. Fails quietly when there is no npm.
npm_install() { # folder options-of-npm...
  local folder=$1
  has node && has npm || return 1
  if ! cmp -s "$folder/package-lock.json" "$folder/node_modules/.installed-lock.json"; then
    step "Installing the npm packages of $folder (once)"
    # the packages ask for newer Node versions than they need; what we use of them is tested on Node 20
    # SCARF_ANALYTICS: Prism brings @scarf/scarf, which else reports each installation to its maker
    SCARF_ANALYTICS=false npm ci --prefix "$folder" --loglevel=error --no-audit --no-fund "${@:2}" >/dev/null ||
      fail "npm could not install $folder. Run it to see why: npm ci --prefix $folder"
    cp "$folder/package-lock.json" "$folder/node_modules/.installed-lock.json"
  fi
}
