# Tests one vendor: what is its own is compiled anew where its content has changed; sourced after common.sh and classpath.sh, never run.
# Times of files decide nothing: a checkout of an old commit is as old as a new one.

# Names and content of the files that come in, one a line, as one word. Several may be at it at once.
hash_of_files() {
  local names
  names=$(LC_ALL=C sort)
  { echo "$names" && git hash-object --no-filters --stdin-paths <<<"$names"; } | git hash-object --stdin
}

# What all files in these folders hold, as one word. Files that no build reads are left out. Without git a word that never comes again.
content_of() { # paths...
  if has git; then
    find "$@" \( -name target -o -name node_modules -o -name .run \) -prune -o -type f ! -name '*.md' -print | hash_of_files
  else
    echo "$$-$RANDOM"
  fi
}

# What the vendor's modules are built from, but for what is the vendor's own.
content_of_the_rest() {
  local each folders=(pom.xml .mvn)
  for each in specs/* clients/* mock-servers/* contract-tests/*; do
    case "$each" in
      "specs/$vendor" | "clients/$vendor" | "mock-servers/$vendor" | contract-tests/clients | contract-tests/pacts | */target | */node_modules) ;;
      specs/rules) folders+=("$each") ;;
      *)
        # tests of other modules are none of this vendor's business
        if [ -d "$each/src" ]; then folders+=("$each/src/main" "$each/pom.xml"); else folders+=("$each"); fi
        ;;
    esac
  done
  for each in "${!folders[@]}"; do [ -e "${folders[$each]}" ] || unset "folders[$each]"; done
  content_of "${folders[@]}"
}

# Whether what is kept under this name says the same; else it is to be made anew.
is_known() { [ "$(cat "$vendor_work/$1" 2>/dev/null)" = "$2" ]; }

keep() { echo "$2" >"$vendor_work/$1"; }

# The classes of all modules but the vendor's own: another build may have made them of something else meanwhile.
content_of_classes() {
  { has git && [ -s contract-tests/clients/target/test-classpath ]; } || {
    echo "$$-$RANDOM"
    return
  }
  tr ':' '\n' <contract-tests/clients/target/test-classpath | sed -n "s:^$PWD/\(.*/target/classes\)$:\1:p" |
    grep -vxE "(clients|mock-servers)/$vendor/target/classes|specs/published/target/classes" | while read -r folder; do
    find "$folder" -type f -name '*.class'
  done | hash_of_files
}

# What somebody changed while it was compiled is compiled again by the next run: which of the two was read, nobody knows.
keep_built() {
  if is_still "$contract" content_of "specs/$vendor"; then keep contract "$contract"; fi
  if is_still "$client" content_of "specs/$vendor" "clients/$vendor"; then keep client "$client"; fi
  if is_still "$stub" content_of "specs/$vendor" "mock-servers/$vendor"; then keep stub "$stub"; fi
}

# Whether a command says the same as before. Without git nobody can tell, and the next run compiles all of it in any case.
is_still() { # word command...
  ! has git || [ "$("${@:2}")" = "$1" ]
}

# Compiles contract, client and stub of the vendor. All modules that they and their pacts need are compiled with them when one of these changed.
build_vendor() {
  local rest contract client stub modules=()
  rest=$(content_of_the_rest)
  contract=$(content_of "specs/$vendor")
  client=$(content_of "specs/$vendor" "clients/$vendor")
  stub=$(content_of "specs/$vendor" "mock-servers/$vendor")
  if ! is_known rest "$rest" || ! is_known classes "$(content_of_classes)"; then
    step "Compiling what all vendors share (the first time some minutes)"
    rm -f "$vendor_work/rest" "$vendor_work/contract" "$vendor_work/client" "$vendor_work/stub" "$vendor_work/classes"
    build_with_classpaths "$vendor_work/build.log" test-compile test \
      "clients/$vendor,mock-servers/$vendor,contract-tests/clients,specs/rules" -T2
    keep_built
    keep classes "$(content_of_classes)"
    if is_still "$rest" content_of_the_rest; then keep rest "$rest"; fi
    return
  fi
  is_known contract "$contract" || modules+=(specs/published)
  is_known client "$client" && [ -d "clients/$vendor/target/classes" ] || modules+=("clients/$vendor")
  is_known stub "$stub" && [ -d "mock-servers/$vendor/target/classes" ] || modules+=("mock-servers/$vendor")
  [ "${#modules[@]}" -gt 0 ] || return 0
  step "Compiling ${modules[*]}"
  rm -f "$vendor_work/contract" "$vendor_work/client" "$vendor_work/stub" "$vendor_work/classes"
  quiet_maven "$vendor_work/build.log" -P lean -T2 -pl "$(IFS=, && echo "${modules[*]}")" -am compile
  keep_built
  keep classes "$(content_of_classes)"
}

# Compiles tests of a module into a folder of their own, unless they are as they were.
compile_tests() { # module name content
  local module=$1 classes=$vendor_work/$2
  if is_known "$2.tests" "$3" && [ -d "$classes" ]; then return; fi
  rm -rf "$classes" "$vendor_work/$2.tests"
  # a generated vendor may have none of its own
  [ -d "$module/src/test/java" ] || return 0
  mkdir -p "$classes"
  if [ -d "$module/src/test/resources" ]; then cp -R "$module/src/test/resources/." "$classes"; fi
  # those of other vendors stand in packages of their own
  find "$module/src/test/java" -name '*.java' | grep -vE "/contracttests/($(other_vendors))/" >"$classes.sources"
  javac -J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC -J-Xshare:auto --release 17 -parameters -proc:none -nowarn -d "$classes" \
    -cp "$(classpath_of "$module" test)" "@$classes.sources" >"$classes.log" 2>&1 || {
    cat "$classes.log" >&2
    fail "The tests of $module do not compile; the lines above say where."
  }
  keep "$2.tests" "$3"
}

other_vendors() { vendors | grep -vxF -- "$vendor" | paste -s -d '|' -; }

# Two at a time.
compile_all_tests() {
  local rest client stub pacts each failed=
  for each in rest contract client stub; do
    [ -s "$vendor_work/$each" ] || fail "Sources changed while they were compiled. Run it again: scripts/test --vendor $vendor"
  done
  rest=$(cat "$vendor_work/rest")
  client="$rest $(cat "$vendor_work/client")"
  stub="$rest $(cat "$vendor_work/stub")"
  keep pact-sources "$(content_of contract-tests/clients)"
  pacts="$client $stub $(cat "$vendor_work/pact-sources")"
  (compile_tests "clients/$vendor" client-tests "$client" && compile_tests specs/rules rules-tests "$rest") &
  (compile_tests "mock-servers/$vendor" stub-tests "$stub" && compile_tests contract-tests/clients pact-tests "$pacts") || failed=1
  wait "$!" || failed=1
  [ -z "$failed" ] || exit 1
}

# What starts tests without Maven; only the tests of pacts bring it along.
launcher_path() {
  tr ':' '\n' <"$(classpath_file contract-tests/clients test)" | grep -E '/junit-platform-|/open-test-reporting|/opentest4j' | paste -s -d : -
}

# What decides whether tests have to run: what is kept under these names, and the programs that run them.
tests_key() { # names...
  local each
  for each in "$@"; do printf '%s ' "$(cat "$vendor_work/$each" 2>/dev/null)"; done
  printf '%s %s %s\n' "$(command -v java)" "$(has node && node --version)" "${tags[*]-}"
}

# The pacts that the vendor's client wrote, and those that are committed.
content_of_pacts() {
  content_of "contract-tests/target/pacts/forecourt-$vendor"-* "contract-tests/pacts/forecourt-$vendor"-* 2>/dev/null || true
}

# Runs tests unless they passed with just this.
run_changed() { # key module classes name arguments-of-junit...
  local key=$1 name=$4
  shift
  if is_known "$name.passed" "$key"; then
    say "$name: passed, and nothing has changed since"
    return 0
  fi
  rm -f "$vendor_work/$name.passed"
  run_tests "$@" || return 1
  # tests read the contract where it stands: what they have seen of one that somebody changed meanwhile, nobody knows
  if is_still "$(cat "$vendor_work/contract")" content_of "specs/$vendor"; then
    keep "$name.passed" "$key"
  else
    say "$name: specs/$vendor changed meanwhile; the next run tests it again"
  fi
}

# What a log of JUnit says of failures: test, message, and the line of ours that it came from. Without frames of other people's code.
failures_in() { # log
  awk "$without_frames"'
    /^Failures \(/ { on = 1; next }
    /^Test run finished/ { exit }
    !on || /^ *(MethodSource|ClassSource|UriSource) \[/ { next }
    /^  JUnit / { sub(/^  JUnit [A-Za-z]+:/, ""); test($0); next }
    { sub(/^ +=> /, ""); message($0) }
  ' "$1"
}

# Runs tests of a module in its folder; prints how many passed, or what failed.
run_tests() { # module name arguments-of-junit...
  local module=$1 classes=$vendor_work/$2 name=$3 root=$PWD path
  shift 3
  if [ ! -d "$classes" ]; then
    say "$name: no tests of its own"
    return 0
  fi
  path=$(classpath_of "$module" test):$(launcher_path)
  if (
    cd "$module"
    java "${short_jvm[@]}" -Xshare:auto -Dforecourt.specs="$root/specs" -Dforecourt.root="$root" -Dforecourt.vendor="$vendor" \
      -Dpact_do_not_track=true -Dpact.rootDir="$root/contract-tests/target/pacts" -cp "$classes:$root/$path" \
      org.junit.platform.console.ConsoleLauncher execute --disable-banner --disable-ansi-colors --details=summary --fail-if-no-tests \
      --reports-dir="$vendor_work/$name-reports" ${tags[@]+"${tags[@]}"} "$@"
  ) >"$vendor_work/$name.log" 2>&1; then
    say "$name: $(grep -oE '[0-9]+ tests successful' "$vendor_work/$name.log")"
  else
    say "$name:"
    failures_in "$vendor_work/$name.log" | grep . || tail -n 40 "$vendor_work/$name.log"
    return 1
  fi
}
