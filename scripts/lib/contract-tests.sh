# Runs programs of contract-tests; sourced after common.sh, never run.

contract_tests_classes=contract-tests/target/test-classes
contract_tests_classpath=contract-tests/target/classpath

# Compiles contract-tests and what it needs, unless nothing changed since. No test runs.
build_contract_tests() {
  need_java
  if [ -s "$contract_tests_classpath" ] && [ -d "$contract_tests_classes" ] &&
    [ -z "$(find pom.xml specs clients mock-servers contract-tests \( -name target -o -name node_modules -o -name .run -o -name pacts -o -name live \) -prune -o -type f \( -name '*.java' -o -name '*.xml' -o -name '*.yaml' -o -name '*.mustache' -o -name '*.html' \) -newer "$contract_tests_classpath" -print | head -n 1)" ]; then
    return
  fi
  step "Compiling contract-tests (the first time some minutes)"
  local log=contract-tests/target/build.log
  mkdir -p contract-tests/target
  # every module writes its class path to this file; contract-tests is the last
  mvn -q --batch-mode -pl contract-tests -am -P quick compile \
    dependency:build-classpath -Dmdep.outputFile="$PWD/$contract_tests_classpath" -Dmdep.includeScope=test >"$log" 2>&1 || {
    grep '^\[ERROR\]' "$log" >&2 || cat "$log" >&2
    fail "The build failed; the lines above say where."
  }
  # by hand: Maven would compile the tests of all modules before it
  rm -rf "$contract_tests_classes" # else classes of deleted tests would run
  find contract-tests/src/test/java -name '*.java' >contract-tests/target/sources
  javac --release 17 -proc:none -nowarn -d "$contract_tests_classes" -cp "$(cat "$contract_tests_classpath")" @contract-tests/target/sources ||
    fail "contract-tests do not compile; the lines above say where."
  cp -R contract-tests/src/test/resources/. "$contract_tests_classes"
  touch "$contract_tests_classpath"
}

# Paths in the arguments must be absolute: the program runs in contract-tests.
run_in_contract_tests() { # main-class args...
  build_contract_tests
  local root=$PWD
  (
    cd contract-tests
    java -Dforecourt.root="$root" -Dpact_do_not_track=true -cp "target/test-classes:$(cat target/classpath)" "$@"
  )
}
