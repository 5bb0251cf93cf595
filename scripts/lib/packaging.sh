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

# The npm packages of the mocks and of the contracts, of the version that was built. Prints nothing.
npm_tarballs() { # built-sources folder
  has npm || fail "Node with npm is needed to pack forecourt-mocks and forecourt-specs. Debian: apt-get install nodejs npm"
  local version
  version=$(project_version)
  node "$1/mock-servers/npm/pack.mjs" "$version" "$1/mock-servers/server/target/forecourt-mock-servers-$version.jar" "$2" >/dev/null
  node "$1/specs/npm/pack.mjs" "$version" "$1/specs/published/target/classes/dev/forecourt/specs" "$2" >/dev/null
  node "$1/scripts/lib/npm-sbom.mjs" "$2/forecourt-mocks-$version.tgz" "$1/mock-servers/npm" "$1/mock-servers/server/target/bom.json" >/dev/null
  node "$1/scripts/lib/npm-sbom.mjs" "$2/forecourt-specs-$version.tgz" "$1/specs/npm" >/dev/null
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

# The JARs that java -jar takes, under names without a version.
runnable_jars() { # built-sources folder
  local version
  version=$(project_version)
  mkdir -p "$2"
  cp "$1/mock-servers/server/target/forecourt-mock-servers-$version.jar" "$2/forecourt-mock-servers.jar"
  cp "$1/mock-servers/forecourt/target/forecourt-cli-$version.jar" "$2/forecourt-cli.jar"
  cp "$1/contract-tests/verifier/target/forecourt-verifier-$version-runnable.jar" "$2/forecourt-verifier.jar"
}

# The contracts as other tools read them.
contract_files() { # built-sources folder
  mkdir -p "$2"
  cp -R "$1/specs/published/target/classes/dev/forecourt/specs/." "$2"
}

# What CHANGELOG.md says of this version; of one that is not released, what is to come.
release_notes() {
  local version heading notes
  version=$(project_version)
  case "$version" in *-SNAPSHOT) heading=Unreleased ;; *) heading=$version ;; esac
  notes=$(awk -v heading="$heading" '/^## / { wanted = index($0, "## " heading) == 1; next } wanted { print }' CHANGELOG.md)
  [ -n "$notes" ] || fail "CHANGELOG.md has no section '## $heading'. Write it: it is what users read first."
  printf '# Forecourt %s\n%s\n' "$version" "$notes"
}

# Maven's own lists of versions have the time of the release in them, and grow: they are left out.
released_files() { # folder
  (cd "$1" && find . -type f ! -name 'maven-metadata*' ! -name '*.md5' ! -name '*.sha1' ! -name SHA256SUMS ! -name '*.asc' | LC_ALL=C sort)
}

checksums() { # folder
  released_files "$1" | while read -r file; do
    printf '%s  %s\n' "$(sha256 <"$1/$file")" "${file#./}"
  done >"$1.sums"
  mv "$1.sums" "$1/SHA256SUMS"
}

sign() { # folder key
  step "Signing with $2"
  # pages of the documentation are in SHA256SUMS, which is signed
  { released_files "$1" | grep -v '^\./docs/' && echo ./SHA256SUMS; } | while read -r file; do
    gpg --batch --yes --armor --local-user "$2" --detach-sign "$1/$file" || fail "gpg could not sign $file; the line above says why."
  done
}
