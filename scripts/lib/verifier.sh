# The verifier's runnable JAR, and class paths of the other modules of contract-tests; sourced after common.sh, never run.

# Whether a file is older than any source that the modules of contract-tests are made of, but for those of a path.
is_stale() { # file [path to leave out]
  [ ! -s "$1" ] ||
    [ -n "$(find pom.xml specs clients mock-servers contract-tests \( -name target -o -name node_modules -o -name .run -o -path contract-tests/live -o -path "${2:-none}" \) -prune -o -type f \( -name '*.java' -o -name '*.xml' -o -name '*.yaml' -o -name '*.psv' -o -name '*.json' -o -name '*.mustache' -o -name '*.html' \) -newer "$1" -print | head -n 1)" ]
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

# a JVM that lives for seconds is not worth much compiling
verifier_options=(-XX:TieredStopAtLevel=1 -XX:+UseSerialGC)

# Builds the verifier unless nothing changed since. No test runs.
build_verifier() {
  verifier_jar=$PWD/contract-tests/verifier/target/forecourt-verifier-$(project_version)-runnable.jar
  if is_stale "$verifier_jar" '*/src/test'; then
    need_java
    step "Building the verifier (the first time some minutes)"
    quiet_maven contract-tests/target/verifier-build.log -pl contract-tests/verifier -am package
    touch "$verifier_jar"
  fi
  verifier_classes=${verifier_jar%.jar}.jsa
  if [ ! -s "$verifier_classes" ] || [ "$verifier_classes" -ot "$verifier_jar" ]; then archive_classes; fi
}

# Keeps the classes of a run as the JVM has them in memory: later runs start in half the time. Nothing is lost without it.
archive_classes() {
  rm -f "$verifier_classes"
  java "${verifier_options[@]}" -XX:ArchiveClassesAtExit="$verifier_classes" -jar "$verifier_jar" \
    pact contract-tests/pacts >/dev/null 2>&1 || rm -f "$verifier_classes"
}

# Builds the verifier and runs a command of it. Paths in the arguments are those of the root.
run_verifier() { # command arguments...
  build_verifier
  verifier "$@"
}

# Runs a command of the verifier that is built, from any folder.
verifier() { # command arguments...
  # an archive of another JVM is passed over without a word
  java "${verifier_options[@]}" -XX:SharedArchiveFile="$verifier_classes" -Xlog:cds=off -Xlog:cds+dynamic=off -jar "$verifier_jar" "$@"
}

# Compiles a module of contract-tests with what it needs, unless nothing changed since. No test runs.
build_module() { # trials or clients
  need_java
  local folder=contract-tests/$1
  module_classpath=$folder/target/classpath
  if is_stale "$module_classpath"; then
    step "Compiling $folder (the first time some minutes)"
    # every module writes its class path to this file; the one that is asked for is the last, if the build gets there
    quiet_maven "$folder/target/build.log" -pl "$folder" -am test-compile \
      dependency:build-classpath -Dmdep.outputFile="$PWD/$module_classpath.new" -Dmdep.includeScope=test
    mv "$module_classpath.new" "$module_classpath"
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
