package dev.forecourt.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.runtime.kit.JvmProcess;
import dev.forecourt.runtime.kit.RedisProcess;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One token for several JVMs, on a real Valkey or Redis, by the lines of the README. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class SharedTokenTest {
  private RedisProcess redis;
  private TokenVendor vendor;

  @BeforeEach
  void start() throws Exception {
    redis = RedisProcess.start();
    vendor = new TokenVendor();
  }

  @AfterEach
  void stop() {
    vendor.close();
    redis.close();
  }

  private JvmProcess process() {
    JvmProcess process = JvmProcess.start(TokenSharer.class, redis.url(), vendor.url());
    process.next("ready");
    return process;
  }

  private static List<String> failures(JvmProcess... processes) {
    return List.of(processes).stream()
        .flatMap(process -> process.lines().stream())
        .filter(line -> line.startsWith("failed "))
        .toList();
  }

  private static void call(int threads, JvmProcess... processes) {
    for (JvmProcess process : processes) {
      process.tell(Integer.toString(threads));
    }
    for (JvmProcess process : processes) {
      process.next("done");
    }
  }

  @Test
  void asksForOneTokenForTwoProcessesWithFiftyThreadsEach() {
    try (JvmProcess one = process();
        JvmProcess other = process()) {

      call(50, one, other);

      assertThat(vendor.tokenRequests()).isEqualTo(1);
      assertThat(vendor.calls()).isEqualTo(100);
      assertThat(failures(one, other)).isEmpty();
    }
  }

  @Test
  void asksForOneMoreWhenAllOfThemFindTheTokenRefused() {
    try (JvmProcess one = process();
        JvmProcess other = process()) {
      call(50, one, other);

      vendor.refuseAllTokens();
      call(50, one, other);

      assertThat(vendor.tokenRequests()).isEqualTo(2);
      assertThat(vendor.calls()).isEqualTo(200);
      assertThat(failures(one, other)).isEmpty();
    }
  }

  @Test
  void keepsTheTokenForAProcessThatStartsLater() {
    try (JvmProcess one = process()) {
      call(1, one);
    }

    try (JvmProcess later = process()) {
      call(50, later);
    }

    assertThat(vendor.tokenRequests()).isEqualTo(1);
    assertThat(vendor.calls()).isEqualTo(51);
  }

  @Test
  void doesNotAskTwiceWhileASlowFetchLastsLongerThanALease() throws Exception {
    CountDownLatch answers = new CountDownLatch(1);
    vendor.hold(answers);
    try (JvmProcess one = process();
        JvmProcess other = process()) {
      one.tell("50");
      vendor.awaitRequestForToken();
      other.tell("50");

      Thread.sleep(JCacheTokenStore.LEASE.plusSeconds(4).toMillis());
      answers.countDown();
      one.next("done");
      other.next("done");

      assertThat(vendor.tokenRequests()).isEqualTo(1);
      assertThat(vendor.calls()).isEqualTo(100);
      assertThat(failures(one, other)).isEmpty();
    }
  }

  @Test
  void goesOnWithOneMoreRequestWhenTheProcessThatFetchesIsKilled() throws Exception {
    vendor.hold(new CountDownLatch(1));
    try (JvmProcess killed = process();
        JvmProcess other = process();
        JvmProcess third = process()) {
      killed.tell("50");
      vendor.awaitRequestForToken();
      other.tell("50");
      third.tell("50");

      killed.kill();
      other.next("done");
      third.next("done");

      assertThat(vendor.tokenRequests()).isEqualTo(2);
      assertThat(vendor.calls()).isEqualTo(100);
      assertThat(failures(other, third)).isEmpty();
    }
  }

  @Test
  void goesOnWithATokenPerProcessWhileTheStoreIsGoneAndSharesAgainWhenItIsBack() {
    try (JvmProcess one = process();
        JvmProcess other = process()) {
      redis.stop();
      call(50, one, other);
      int whileGone = vendor.tokenRequests();

      redis.startAgain();
      vendor.refuseAllTokens();
      shareAgain(one, other);

      assertThat(whileGone).isEqualTo(2);
      assertThat(failures(one, other)).isEmpty();
    }
  }

  @Test
  void goesOnWithATokenOfItsOwnWhileTheStoreHangs() {
    try (JvmProcess process = process()) {
      redis.freeze();
      call(50, process);

      assertThat(vendor.tokenRequests()).isEqualTo(1);
      assertThat(vendor.calls()).isEqualTo(50);
      assertThat(failures(process)).isEmpty();
      redis.thaw();
    }
  }

  @Test
  void callsOnWithItsTokenWhileTheStoreIsGone() {
    try (JvmProcess process = process()) {
      call(1, process);
      redis.stop();

      call(50, process);

      assertThat(vendor.tokenRequests()).isEqualTo(1);
      assertThat(vendor.calls()).isEqualTo(51);
    }
  }

  /** The client of the store needs a moment to see that it is back. */
  private void shareAgain(JvmProcess one, JvmProcess other) {
    int added = 2;
    for (int i = 0; i < 20 && added > 1; i++) {
      int before = vendor.tokenRequests();
      vendor.refuseAllTokens();
      call(50, one, other);
      added = vendor.tokenRequests() - before;
    }
    assertThat(added).isEqualTo(1);
  }
}
