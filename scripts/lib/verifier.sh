# The verifier's runnable JAR, and class paths of the other modules of contract-tests; sourced after common.sh, never run.

# Whether a file is older than any source that the modules of contract-tests are made of.
is_stale() { # file
  [ ! -s "$1" ] ||
    [ -n "$(find pom.xml specs clients mock-servers contract-tests \( -name target -o -name node_modules -o -name .run -o -name live \) -prune -o -type f \( -name '*.java' -o -name '*.xml' -o -name '*.yaml' -o -name '*.psv' -o -name '*.json' -o -name '*.mustache' -o -name '*.html' \) -newer "$1" -print | head -n 1)" ]
}

# Runs Maven quietly; shows its errors if it fails.
quiet_maven() { # log arguments...
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  mvn -q --batch-mode -P quick "$@" >"$log" 2>&1 || {
    grep '^\[ERROR\]' "$log" >&2 || cat "$log" >&2
    fail "The build failed; the lines above say where."
  }
}

# Builds the verifier unless nothing changed since. No test runs.
build_verifier() {
  need_java
  verifier_jar=contract-tests/verifier/target/forecourt-verifier-$(project_version)-runnable.jar
  if is_stale "$verifier_jar"; then
    step "Building the verifier (the first time some minutes)"
    quiet_maven contract-tests/target/verifier-build.log -pl contract-tests/verifier -am package
    touch "$verifier_jar"
  fi
}

# Runs a command of the verifier. Paths in the arguments are those of the root.
run_verifier() { # command arguments...
  build_verifier
  # a JVM that lives for seconds is not worth much compiling
  java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$verifier_jar" "$@"
}

# Compiles a module of contract-tests with what it needs, unless nothing changed since. No test runs.
build_module() { # trials or clients
  need_java
  local folder=contract-tests/$1
  module_classpath=$folder/target/classpath
  if is_stale "$module_classpath"; then
    step "Compiling $folder (the first time some minutes)"
    # every module writes its class path to this file; the one that is asked for is the last
    quiet_maven "$folder/target/build.log" -pl "$folder" -am test-compile \
      dependency:build-classpath -Dmdep.outputFile="$PWD/$module_classpath" -Dmdep.includeScope=test
    touch "$module_classpath"
  fi
}

# Runs a class of a module of contract-tests, in that module. Paths in the arguments must be absolute.
run_in_module() { # module arguments-of-java...
  build_module "$1"
  local root=$PWD module=$1
  shift
  (
    cd "contract-tests/$module"
    java -Dforecourt.root="$root" -Dpact_do_not_track=true -Dpact.rootDir="$root/contract-tests/target/pacts" \
      -cp "target/test-classes:target/classes:$(cat target/classpath)" "$@"
  )
}
