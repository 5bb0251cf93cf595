# Builds modules with Maven, and class paths to run them without it; sourced after common.sh, never run.

# a JVM that lives for seconds is not worth much compiling
short_jvm=(-XX:TieredStopAtLevel=1 -XX:+UseSerialGC)

# Runs Maven quietly; shows its errors if it fails.
quiet_maven() { # log arguments...
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  MAVEN_OPTS="${MAVEN_OPTS:-} ${short_jvm[*]}" mvn -q --batch-mode -P quick "$@" >"$log" 2>&1 || {
    grep '^\[ERROR\]' "$log" >&2 || cat "$log" >&2
    fail "The build failed; the lines above say where."
  }
}

# Where a module keeps its class path of a scope, without its own classes.
classpath_file() { # folder-of-module scope
  echo "$1/target/$2-classpath"
}

# Builds these modules and what they need up to a phase, without running tests. Each then has its class path, test or runtime, in target/.
# It is made in the same run of Maven as the classes: only there do modules find each other.
build_with_classpaths() { # log phase scope module[,module...] maven-options...
  local log=$1 phase=$2 scope=$3 modules=$4 module
  shift 4
  quiet_maven "$log" -pl "$modules" -am "$@" "$phase" dependency:build-classpath \
    -DincludeScope="$scope" -Dmdep.outputFile="target/$scope-classpath"
  # one that says the same as before is not written again
  for module in ${modules//,/ }; do touch "$(classpath_file "$module" "$scope")"; done
}

# The class path of a module that is built, its own classes first.
classpath_of() { # folder-of-module scope
  echo "$1/target/classes:$(cat "$(classpath_file "$1" "$2")")"
}

# Whether a file is older than any source that the modules of contract-tests are made of, but for those of a path.
is_stale() { # file [path to leave out]
  [ ! -s "$1" ] ||
    [ -n "$(find pom.xml specs clients mock-servers contract-tests \( -name target -o -name node_modules -o -name .run -o -path contract-tests/live -o -path "${2:-none}" \) -prune -o -type f \( -name '*.java' -o -name '*.xml' -o -name '*.yaml' -o -name '*.psv' -o -name '*.json' -o -name '*.mustache' -o -name '*.html' \) -newer "$1" -print | head -n 1)" ]
}
