package dev.forecourt.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.runtime.kit.JvmProcess;
import dev.forecourt.runtime.kit.RedisProcess;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
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
  private static final Queue<JvmProcess> IDLE = new ConcurrentLinkedQueue<>();

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

  @AfterAll
  static void endProcesses() {
    IDLE.forEach(JvmProcess::close);
    IDLE.clear();
  }

  /** A process that shares the token. One of a test before, if that left it as it was. */
  private Sharer process() {
    JvmProcess idle = IDLE.poll();
    return new Sharer(idle == null ? JvmProcess.start(TokenSharer.class) : idle, true);
  }

  /** One that no other test uses before or after. */
  private Sharer processOfItsOwn() {
    return new Sharer(JvmProcess.start(TokenSharer.class), false);
  }

  /** Has a client of its own in a process of its own. */
  private final class Sharer implements AutoCloseable {
    private final JvmProcess process;
    private final boolean again;
    private final int linesBefore;

    Sharer(JvmProcess process, boolean again) {
      this.process = process;
      this.again = again;
      linesBefore = process.lines().size();
      process.tell("open " + redis.url() + " " + vendor.url());
      process.next("open");
    }

    void begin(int threads) {
      process.tell("call " + threads);
    }

    void end() {
      process.next("called");
    }

    void kill() {
      process.kill();
    }

    Stream<String> failures() {
      return process.lines().stream().skip(linesBefore).filter(line -> line.startsWith("failed "));
    }

    @Override
    public void close() {
      if (again) {
        process.tell("close");
        process.next("closed");
        IDLE.add(process);
      } else {
        process.close();
      }
    }
  }

  private static List<String> failures(Sharer... processes) {
    return Stream.of(processes).flatMap(Sharer::failures).toList();
  }

  private static void call(int threads, Sharer... processes) {
    Stream.of(processes).forEach(process -> process.begin(threads));
    Stream.of(processes).forEach(Sharer::end);
  }

  @Test
  void asksForOneTokenForTwoProcessesWithFiftyThreadsEach() {
    try (Sharer one = process();
        Sharer other = process()) {

      call(50, one, other);

      assertThat(vendor.tokenRequests()).isEqualTo(1);
      assertThat(vendor.calls()).isEqualTo(100);
      assertThat(failures(one, other)).isEmpty();
    }
  }

  @Test
  void asksForOneMoreWhenAllOfThemFindTheTokenRefused() {
    try (Sharer one = process();
        Sharer other = process()) {
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
    try (Sharer one = processOfItsOwn()) {
      call(1, one);
    }

    try (Sharer later = processOfItsOwn()) {
      call(50, later);
    }

    assertThat(vendor.tokenRequests()).isEqualTo(1);
    assertThat(vendor.calls()).isEqualTo(51);
  }

  @Test
  void doesNotAskTwiceWhileASlowFetchLastsLongerThanALease() throws Exception {
    CountDownLatch answers = new CountDownLatch(1);
    vendor.hold(answers);
    try (Sharer one = process();
        Sharer other = process()) {
      one.begin(50);
      vendor.awaitRequestForToken();
      other.begin(50);

      Thread.sleep(JCacheTokenStore.LEASE.plusSeconds(4).toMillis());
      answers.countDown();
      one.end();
      other.end();

      assertThat(vendor.tokenRequests()).isEqualTo(1);
      assertThat(vendor.calls()).isEqualTo(100);
      assertThat(failures(one, other)).isEmpty();
    }
  }

  @Test
  void goesOnWithOneMoreRequestWhenTheProcessThatFetchesIsKilled() throws Exception {
    vendor.hold(new CountDownLatch(1));
    try (Sharer killed = processOfItsOwn();
        Sharer other = process();
        Sharer third = process()) {
      killed.begin(50);
      vendor.awaitRequestForToken();
      other.begin(50);
      third.begin(50);

      killed.kill();
      other.end();
      third.end();

      assertThat(vendor.tokenRequests()).isEqualTo(2);
      assertThat(vendor.calls()).isEqualTo(100);
      assertThat(failures(other, third)).isEmpty();
    }
  }

  @Test
  void goesOnWithATokenPerProcessWhileTheStoreIsGoneAndSharesAgainWhenItIsBack() {
    try (Sharer one = processOfItsOwn();
        Sharer other = processOfItsOwn()) {
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
    try (Sharer process = processOfItsOwn()) {
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
    try (Sharer process = processOfItsOwn()) {
      call(1, process);
      redis.stop();

      call(50, process);

      assertThat(vendor.tokenRequests()).isEqualTo(1);
      assertThat(vendor.calls()).isEqualTo(51);
    }
  }

  /** The client of the store needs a moment to see that it is back. */
  private void shareAgain(Sharer one, Sharer other) {
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
