# The documentation site, for docs, release and check-release; sourced after common.sh, classpath.sh and verifier.sh, never run.

site_packages=(python3-sphinx python3-myst-parser furo python3-sphinx-copybutton python3-sphinx-inline-tabs)
site_generator_missing="Sphinx with MyST and furo is missing, which builds the documentation site. Debian: apt-get install ${site_packages[*]}"

# The Python that sphinx-build belongs to, which is not always the first one in PATH.
sphinx_python() {
  local first
  first=$(head -n 1 "$(command -v sphinx-build)")
  case "$first" in '#!'*python*) echo "${first#??}" ;; *) echo python3 ;; esac
}

has_site_generator() {
  # shellcheck disable=SC2046 # the interpreter may have an option behind it
  has sphinx-build && $(sphinx_python) -c 'import furo, myst_parser, sphinx_copybutton, sphinx_inline_tabs' 2>/dev/null
}

# What is built is thrown away first: only an earlier site is.
refuse_other_folder() { # folder
  if [ -n "$(ls -A "$1" 2>/dev/null)" ] && [ ! -e "$1/searchindex.js" ]; then
    fail "$1 holds other files than a site; they would be lost. Name an empty folder, or a new one."
  fi
}

# Runs the calls that the contracts show, in all three languages, and writes them down.
run_examples() { # folder
  build_module clients
  step "Running the calls of each contract in curl, fetch and Java"
  rm -rf "$1"
  run_in_module clients "${short_jvm[@]}" dev.forecourt.contracttests.examples.Main "$1" | sed 's/^/    /'
}

# The site of a release, from sources that are built, without tests, and installed in a local repository.
site_of_release() { # built-sources local-repository folder
  (
    cd "$1"
    mkdir -p target/docs
    mvn -q --batch-mode -Dmaven.repo.local="$2" -pl contract-tests/clients org.apache.maven.plugins:maven-dependency-plugin:"$(pom_property plugin.dependency.version)":build-classpath \
      -Dmdep.outputFile="$1/target/docs/classpath" -DincludeScope=test >"$1/target/docs.log" 2>&1 || {
      grep '^\[ERROR\]' "$1/target/docs.log" >&2 || cat "$1/target/docs.log" >&2
      fail "The class path for the calls of the documentation site was not found; the lines above say why."
    }
    java "${short_jvm[@]}" -Dforecourt.root="$1" -cp "$(cat "$1/target/docs/classpath")" \
      dev.forecourt.contracttests.examples.Main "$1/target/docs/examples" >"$1/target/docs.log" 2>&1 || {
      cat "$1/target/docs.log" >&2
      fail "A call of the documentation site failed; the lines above say which."
    }
    build_site "$1/target/docs/examples" "$3"
  )
}

# Puts the pages together from the texts and the calls that were executed.
build_site() { # examples folder
  local work
  work=$(mktemp -d)
  # shellcheck disable=SC2064 # the folder of now
  trap "rm -rf '$work'" EXIT
  node specs/site/stage.mjs "$PWD" "$1" "$work/pages" || fail "The pages could not be put together; the lines above say where."
  sphinx_pages "$work/pages" "$2"
}

# Strict. One locale and order of sets: two builds give the same bytes.
sphinx_pages() { # pages folder
  local work
  work=$(mktemp -d)
  rm -rf "$2"
  mkdir -p "$2"
  PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1 LC_ALL=C.UTF-8 FORECOURT_VERSION=$(project_version) \
    sphinx-build -q -W --keep-going -b html -c specs/site -d "$work/doctrees" "$1" "$2" 2>"$work/log" || {
    sed "s:$1/::" "$work/log" >&2
    rm -rf "$work"
    fail "The site has mistakes; the lines above say where. A page that 'isn't included in any toctree' lies in a folder that specs/site/stage.mjs does not know."
  }
  rm -rf "$2/.buildinfo" "$2/.doctrees" "$work"
}
