package dev.forecourt.bucket4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.runtime.kit.JvmProcess;
import dev.forecourt.runtime.kit.RedisProcess;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One limit for several JVMs, on a real Valkey or Redis, by the lines of the README. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class SharedLimitTest {
  private static final int LIMIT = 400;
  private static final long PERIOD_MILLIS = 2_000;

  private RedisProcess redis;
  private CountingVendor vendor;

  @BeforeEach
  void start() throws Exception {
    redis = RedisProcess.start();
    vendor = new CountingVendor();
  }

  @AfterEach
  void stop() {
    vendor.close();
    redis.close();
  }

  private JvmProcess process() {
    JvmProcess process =
        JvmProcess.start(
            LimitedCaller.class,
            redis.url(),
            vendor.url(),
            Integer.toString(LIMIT),
            "PT" + PERIOD_MILLIS / 1000 + "S");
    process.next("ready");
    return process;
  }

  /** Leave was given at a time between these two, by the clock that the bucket goes by. */
  private record Leave(long earliest, long latest) {
    static Leave of(String line) {
      String[] times = line.split(" ");
      return new Leave(Long.parseLong(times[1]), Long.parseLong(times[2]));
    }
  }

  private static List<Leave> leaves(JvmProcess... processes) {
    return Stream.of(processes)
        .flatMap(process -> process.lines().stream())
        .filter(line -> line.startsWith("leave "))
        .map(Leave::of)
        .toList();
  }

  private static List<String> failures(JvmProcess process) {
    return process.lines().stream().filter(line -> line.startsWith("failed ")).toList();
  }

  /**
   * The most that was certainly given within any window: a busy machine can make this smaller than
   * it was, never larger, so no test fails because of it.
   */
  private static int mostWithinAPeriod(List<Leave> leaves) {
    List<Leave> byEnd = new ArrayList<>(leaves);
    byEnd.sort(Comparator.comparingLong(Leave::latest));
    int most = 0;
    for (Leave first : leaves) {
      long begin = first.earliest();
      most =
          Math.max(
              most,
              (int)
                  byEnd.stream()
                      .takeWhile(leave -> leave.latest() < begin + PERIOD_MILLIS)
                      .filter(leave -> leave.earliest() >= begin)
                      .count());
    }
    return most;
  }

  @Test
  void keepsTheLimitInEveryWindowForTwoProcessesWithFiftyThreadsEach() {
    try (JvmProcess one = process();
        JvmProcess other = process()) {

      one.tell("50 10");
      other.tell("50 10");
      one.next("done");
      other.next("done");

      assertThat(mostWithinAPeriod(leaves(one, other))).isLessThanOrEqualTo(LIMIT);
      assertThat(vendor.requests()).isEqualTo(1_000);
      assertThat(failures(one)).isEmpty();
      assertThat(failures(other)).isEmpty();
    }
  }

  @Test
  void keepsTheLimitAndGoesOnWhenOneProcessIsKilled() {
    try (JvmProcess killed = process();
        JvmProcess other = process()) {
      killed.tell("50 1000");
      other.tell("50 10");
      for (int i = 0; i < 100; i++) {
        killed.next("leave");
      }

      killed.kill();
      other.next("done");

      assertThat(mostWithinAPeriod(leaves(killed, other))).isLessThanOrEqualTo(LIMIT);
      assertThat(leaves(other)).hasSize(500);
      assertThat(failures(other)).isEmpty();
    }
  }

  @Test
  void sendsNothingWhileTheStoreIsGoneAndGoesOnWhenItIsBack() {
    try (JvmProcess process = process()) {
      process.tell("1 1");
      process.next("done");

      redis.stop();
      process.tell("1 1");
      process.next("done");
      int sent = vendor.requests();
      redis.startAgain();
      callUntilItWorks(process);

      assertThat(sent).isEqualTo(1);
      assertThat(failures(process)).first().asString().matches(notSent());
      assertThat(failures(process)).allMatch(line -> line.matches(notSent()));
      assertThat(mostWithinAPeriod(leaves(process))).isLessThanOrEqualTo(LIMIT);
    }
  }

  @Test
  void sendsNothingWhileTheStoreHangsAndGoesOnWhenItAnswersAgain() {
    try (JvmProcess process = process()) {
      process.tell("1 1");
      process.next("done");

      redis.freeze();
      process.tell("50 1");
      process.next("done");
      int sent = vendor.requests();
      redis.thaw();
      callUntilItWorks(process);

      assertThat(sent).isEqualTo(1);
      assertThat(failures(process))
          .hasSizeGreaterThanOrEqualTo(50)
          .allSatisfy(line -> assertThat(line).matches(notSent()));
    }
  }

  private static String notSent() {
    return Pattern.quote(
            "failed dev.forecourt.runtime.errors.RequestLimitException: claire getAppointment: not"
                + " sent, because the limiter of this client failed with ")
        + "(io\\.github\\.bucket4j|io\\.lettuce)[\\w.]+"
        + Pattern.quote(
            ". If it shares a bucket, check the store of the bucket; a later call asks it anew.");
  }

  /** The client of the store needs a moment to see that it is back. */
  private void callUntilItWorks(JvmProcess process) {
    int before = vendor.requests();
    for (int i = 0; i < 100 && vendor.requests() == before; i++) {
      process.tell("1 1");
      process.next("done");
    }
    assertThat(vendor.requests()).isGreaterThan(before);
  }
}
