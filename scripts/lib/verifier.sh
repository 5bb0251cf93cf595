# The verifier's runnable JAR, and classes of the other modules of contract-tests; sourced after common.sh and classpath.sh, never run.

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
  java "${short_jvm[@]}" -XX:ArchiveClassesAtExit="$verifier_classes" -jar "$verifier_jar" \
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
  java "${short_jvm[@]}" -XX:SharedArchiveFile="$verifier_classes" -Xlog:cds=off -Xlog:cds+dynamic=off -jar "$verifier_jar" "$@"
}

# Compiles a module of contract-tests with what it needs, unless nothing changed since. No test runs.
build_module() { # trials or clients
  need_java
  local folder=contract-tests/$1
  if is_stale "$(classpath_file "$folder" test)"; then
    step "Compiling $folder (the first time some minutes)"
    build_with_classpaths "$folder/target/build.log" test-compile test "$folder"
  fi
}

# Runs a class of a module of contract-tests, in that module. Paths in the arguments must be absolute.
run_in_module() { # module arguments-of-java...
  build_module "$1"
  local root=$PWD folder=contract-tests/$1 classes
  classes=$(classpath_of "$folder" test)
  shift
  (
    cd "$folder"
    java -Dforecourt.root="$root" -Dpact_do_not_track=true -Dpact.rootDir="$root/contract-tests/target/pacts" \
      -cp "target/test-classes:$root/$classes" "$@"
  )
}
