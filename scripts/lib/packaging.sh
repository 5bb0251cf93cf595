# Shared by release, check-release, matrix and diff-api; sourced after common.sh, never run.

# A property of the root pom.
pom_property() { sed -n "s:^ *<$1>\(.*\)</$1>$:\1:p" pom.xml | head -n 1; }

sha256() { if has sha256sum; then sha256sum; else shasum -a 256; fi | cut -d ' ' -f 1; }

# Copies the files of the working copy, as git sees them, changes and new ones included: building there leaves target/ of the
# checkout alone, and starts clean.
copy_sources() { # to
  mkdir -p "$1"
  git ls-files --cached --others --exclude-standard -z | while IFS= read -r -d '' file; do if [ -e "$file" ]; then printf '%s\0' "$file"; fi; done |
    tar --null --files-from - -cf - | tar -xf - -C "$1"
}

# A local repository that is the user's own, but for our artifacts: these stay in the given folder. Nothing is downloaded twice,
# and nothing of ours remains.
private_repository() { # folder
  local own entry
  mvn -q --batch-mode -N "org.apache.maven.plugins:maven-help-plugin:$(pom_property plugin.help.version):evaluate" \
    -Dexpression=settings.localRepository -Doutput="$1.path" >/dev/null
  own=$(cat "$1.path")
  [ -d "$own" ] || fail "Maven's local repository was expected at '$own'. Build something first: mvn -q -P quick package -pl clients/runtime -am"
  mkdir -p "$1/dev"
  for entry in "$own"/*; do
    if [ "${entry##*/}" != dev ]; then ln -s "$entry" "$1/${entry##*/}"; fi
  done
  for entry in "$own"/dev/*; do
    if [ -e "$entry" ] && [ "${entry##*/}" != forecourt ]; then ln -s "$entry" "$1/dev/${entry##*/}"; fi
  done
}

# Builds a source folder with the release profile and deploys it to a folder. Tests are the business of scripts/test.
deploy_to() { # sources repository local-repository options-of-maven...
  local log=$3.log
  (
    cd "$1"
    mvn -q --batch-mode -P release -Dmaven.test.skip -Dspotless.check.skip -Dmaven.repo.local="$3" \
      -DaltDeploymentRepository="published::file://$2" "${@:4}" deploy >"$log" 2>&1
  ) || {
    grep -E '^\[ERROR\]|error:' "$log" >&2 || cat "$log" >&2
    fail "The release build failed; the lines above say where. Nothing of it should be used."
  }
}

# The npm package of the mocks, of the version that was built. Prints nothing.
npm_tarball() { # built-sources folder
  has npm || fail "Node with npm is needed to pack forecourt-mocks. Debian: apt-get install nodejs npm"
  local version
  version=$(project_version)
  node "$1/mock-servers/npm/pack.mjs" "$version" "$1/mock-servers/server/target/forecourt-mock-servers-$version.jar" "$2" >/dev/null
}

# Snapshots are deployed under a time and a number: file names without them.
plain_name() { sed -E "s/-[0-9]{8}\.[0-9]{6}-[0-9]+/-SNAPSHOT/"; }

# A folder that an image of all mocks is built from, with the JAR in it: nothing else is needed.
container_folder() { # sources folder
  mkdir -p "$2"
  cp "$1/mock-servers/server/target/forecourt-mock-servers-$(project_version).jar" "$2/mocks.jar"
  cp "$1/mock-servers/server/jvm.options" "$1/mock-servers/server/Dockerfile" "$2"
  sed -e 's|from this checkout|from the JAR beside it|; s|mock-servers/server/compose.yaml|compose.yaml|' \
    -e 's|context: .*|context: .|; s|dockerfile: .*|args: {SOURCE: jar}|' "$1/mock-servers/server/compose.yaml" >"$2/compose.yaml"
}
