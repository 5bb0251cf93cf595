#!/usr/bin/env bash
# Somebody asks a bucket of 10 tokens, 10 a second, for 20 at once: never possible, or in a second?
#
# With:    com.bucket4j:bucket4j_jdk17-core 8.19.0, a local bucket, a clock of the script's own.
# Guess:   more than the capacity is refused, by every method.
# Seen:    tryConsume and estimateAbilityToConsume refuse; the estimate says "never" (Long.MAX_VALUE ns). asBlocking().tryConsume with
#          a limit of 1 s gives the same 20 tokens: it takes them now and waits a second. Another caller then finds -10 tokens.
# Ours:    who asks the estimate first refuses what blocking would have let through, and the other way round; ask one of them only.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>com.bucket4j</groupId><artifactId>bucket4j_jdk17-core</artifactId><version>8.19.0</version></dependency>
  </dependencies>
</project>
POM
cat >Finding.java <<'JAVA'
import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

public class Finding {
  static long now;

  public static void main(String[] arguments) throws Exception {
    Bucket bucket =
        Bucket.builder()
            .addLimit(limit -> limit.capacity(10).refillGreedy(10, Duration.ofSeconds(1)))
            .withCustomTimePrecision(
                new TimeMeter() {
                  @Override
                  public long currentTimeNanos() {
                    return now;
                  }

                  @Override
                  public boolean isWallClockBased() {
                    return false;
                  }
                })
            .build();
    System.out.println("tryConsume: " + bucket.tryConsume(20));
    long wait = bucket.estimateAbilityToConsume(20).getNanosToWaitForRefill();
    System.out.println("estimate: " + (wait == Long.MAX_VALUE ? "never" : wait + " ns"));
    BlockingStrategy waiting =
        nanos -> {
          System.out.println("while it waits " + nanos / 1_000_000 + " ms: " + bucket.getAvailableTokens() + " tokens");
          now += nanos;
        };
    System.out.println("blocking: " + bucket.asBlocking().tryConsume(20, Duration.ofSeconds(1), waiting));
    System.out.println("after it: " + bucket.getAvailableTokens() + " tokens");
  }
}
JAVA
mvn --batch-mode --quiet org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies -DoutputDirectory=lib
javac -cp 'lib/*' Finding.java
java -cp 'lib/*:.' Finding | tee seen

diff - seen >&2 <<'SEEN' || { echo "changed" >&2; exit 1; }
tryConsume: false
estimate: never
while it waits 1000 ms: -10 tokens
blocking: true
after it: 0 tokens
SEEN
echo "as described"
