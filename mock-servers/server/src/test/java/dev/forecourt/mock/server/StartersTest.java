package dev.forecourt.mock.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class StartersTest {

  private final CountDownLatch ended = new CountDownLatch(1);
  private Process starter;

  @BeforeEach
  void start() throws IOException {
    // waits for input, which never comes
    starter = new ProcessBuilder("cat").start();
  }

  @AfterEach
  void end() {
    starter.destroyForcibly();
  }

  @Test
  void noticesTheEndOfOneOfThem() throws Exception {
    Process other = new ProcessBuilder("cat").start();
    Starters.of(other.pid() + "," + starter.pid()).onEnd(ended::countDown);
    assertThat(ended.getCount()).isOne();

    starter.destroyForcibly();

    assertThat(ended.await(30, SECONDS)).isTrue();
    other.destroyForcibly();
  }

  @Test
  void noticesOneThatIsGoneAlready() throws Exception {
    starter.destroyForcibly().waitFor();

    Starters.of(String.valueOf(starter.pid())).onEnd(ended::countDown);

    assertThat(ended.await(30, SECONDS)).isTrue();
  }

  @Test
  void waitsForNobodyUnlessTold() {
    Starters.of("").onEnd(ended::countDown);
    Starters.of("x,-1").onEnd(ended::countDown);

    assertThat(ended.getCount()).isOne();
  }

  @Test
  void theProcessEndsWithItsStarter() throws Exception {
    try (RunningMock mock = RunningMock.startedBy(starter, List.of("fidcar"))) {
      starter.destroyForcibly();

      mock.awaitEnd();
    }
  }
}
