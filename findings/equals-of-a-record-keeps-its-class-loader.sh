#!/usr/bin/env bash
# A container drops the class loaders of its plug-ins. In each, two instances of a record were compared once.
#
# With:    JDK 17.0.15 and 25.0.3, nothing else. JAVA_HOME_25, where set, is asked as well.
# Guess:   a record leaves no more behind than a class does: every loader goes with the next collection.
# Seen:    the generated equals leaves exactly one loader, the last that called it, with every class of that plug-in. On JDK 17 for good: clearing
#          all soft references does not help (-XX:SoftRefLRUPolicyMSPerMB=0). On JDK 25 softly: that option frees it. The next plug-in that
#          compares frees the one before. hashCode and toString of the same record keep none, nor does an equals written by hand.
#          MethodHandle.asType has a cache of one entry, and JDK-8078641 made it soft in 19; what is seen fits that.
# Ours:    a test that waits for a loader to go has to let another loader compare a record of its own first, or it blames the client.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

mkdir plugin
cat >plugin/Car.java <<'JAVA'
public record Car(String name) {}
JAVA
cat >plugin/Written.java <<'JAVA'
public record Written(String name) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Written written && written.name.equals(name);
  }
}
JAVA
cat >Finding.java <<'JAVA'
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

public class Finding {
  public static void main(String[] arguments) throws Exception {
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      loaders.add(use(arguments[0], arguments[1]));
    }
    for (int i = 0; i < 10; i++) {
      System.gc();
      Thread.sleep(20);
    }
    int[] left = IntStream.range(0, 20).filter(i -> loaders.get(i).get() != null).map(i -> i + 1).toArray();
    System.out.print(left.length == 0 ? "none" : left.length == 1 && left[0] == 20 ? "the last" : left.length + " others");
  }

  static WeakReference<ClassLoader> use(String name, String method) throws Exception {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {Path.of("plugin").toUri().toURL()}, null)) {
      var constructor = loader.loadClass(name).getConstructor(String.class);
      Object one = constructor.newInstance("x");
      Object other = constructor.newInstance("x");
      switch (method) {
        case "equals" -> one.equals(other);
        case "hashCode" -> one.hashCode();
        case "toString" -> one.toString();
        default -> {}
      }
      return new WeakReference<>(loader);
    }
  }
}
JAVA

expect() {
  local wanted=$1 seen
  shift
  seen=$("$java" -Xmx256m -XX:+UseSerialGC "$@")
  echo "JDK $feature, ${*/Finding/after}: $seen of 20 stays"
  [[ $seen == "$wanted" ]] || { echo "changed: expected $wanted" >&2; exit 1; }
}

ask() {
  java=${1:+$1/bin/}java
  feature=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')
  case $feature in
    17) soft="the last" ;;
    25) soft="none" ;;
    *) echo "left out: seen with JDK 17 and 25 only, this is $feature"; return ;;
  esac
  "${java}c" -d plugin plugin/*.java
  "${java}c" Finding.java
  expect "none" Finding Car nothing
  expect "none" Finding Car hashCode
  expect "none" Finding Car toString
  expect "none" Finding Written equals
  expect "the last" Finding Car equals
  expect "$soft" -XX:SoftRefLRUPolicyMSPerMB=0 Finding Car equals
  echo "as described on JDK $feature"
}

ask "${JAVA_HOME:-}"
if [[ -n ${JAVA_HOME_25:-} ]]; then
  ask "$JAVA_HOME_25"
else
  echo "left out: no JAVA_HOME_25"
fi
