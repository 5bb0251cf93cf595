package dev.forecourt.livecheck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.mock.MockServer;
import dev.forecourt.runtime.http.Transport;
import dev.forecourt.runtime.http.WireResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FIDCAR's stub plays the vendor; its answers are changed before the check sees them. */
class LiveCheckTest {
  private static final String KEY = "fidcar-test-key";

  @TempDir Path folder;

  private final MockServer vendor = MockServer.builder("fidcar").start();
  private final List<Finding> told = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    vendor.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "au.com.dius.pact.core.model.Pact",
        "kotlin.Unit",
        "org.slf4j.nop.NOPServiceProvider",
        "picocli.CommandLine"
      })
  void doesNotBringWhatOnlyTheCommandsOfTheVerifierNeed(String name) {
    assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void findsNothingInDocumentedAnswers() {
    LiveCheck check = LiveCheck.of("fidcar").sampling(1).share(1).onFinding(told::add).build();

    call(check, "\"title\":", 3);

    assertThat(check.checked()).isEqualTo(3);
    assertThat(check.counts()).isEmpty();
    assertThat(told).isEmpty();
    assertThat(check.failed()).isZero();
  }

  @Test
  void countsEveryDifferenceAndTellsItOnce() {
    LiveCheck check = LiveCheck.of("fidcar").sampling(1).share(1).onFinding(told::add).build();

    call(check, "\"titel\":", 3);

    assertThat(check.counts())
        .containsEntry(new Kind("getDealership", "response.body.unknown"), 3L)
        .hasSize(1);
    assertThat(told)
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.vendor()).isEqualTo("fidcar");
              assertThat(found.operation()).isEqualTo("getDealership");
              assertThat(found.text())
                  .startsWith("undocumented member `titel` of the answer")
                  .contains("#/components/schemas/Dealership/properties/titel")
                  .doesNotContain(KEY);
            });
  }

  @Test
  void checksNothingWithASampleOfNothing() {
    LiveCheck check = LiveCheck.of("fidcar").sampling(0).onFinding(told::add).build();

    call(check, "\"titel\":", 3);

    assertThat(check.checked() + check.dropped() + check.failed()).isZero();
  }

  @Test
  void neverFailsACallForAListenerThatThrows() {
    LiveCheck check =
        LiveCheck.of("fidcar")
            .sampling(1)
            .share(1)
            .onFinding(
                found -> {
                  throw new IllegalStateException("no");
                })
            .build();

    call(check, "\"titel\":", 2);

    assertThat(check.failed()).isEqualTo(1);
    assertThat(check.counts())
        .containsEntry(new Kind("getDealership", "response.body.unknown"), 2L);
  }

  /** The thread of the check waits in the listener: calls go on, and more than wait are dropped. */
  @Test
  void neverMakesACallWait() {
    CountDownLatch busy = new CountDownLatch(1);
    LiveCheck check =
        LiveCheck.of("fidcar")
            .sampling(1)
            .share(1)
            .onFinding(
                found -> {
                  try {
                    busy.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                })
            .build();

    try (FidcarClient client = client(check, "\"titel\":")) {
      for (int i = 0; i < 100; i++) {
        client.dealerships().getDealership(1325);
      }
    }

    assertThat(check.dropped()).isPositive();
    busy.countDown();
    check.close();
    assertThat(check.checked() + check.dropped()).isEqualTo(100);
  }

  @Test
  void recordsWithoutKeysAndNames() throws Exception {
    Path file = folder.resolve("fidcar.jsonl");
    LiveCheck check = LiveCheck.of("fidcar").sampling(1).share(1).recordTo(file).build();

    call(check, "\"title\":", 2);

    assertThat(Files.readAllLines(file))
        .hasSize(2)
        .allMatch(line -> line.contains("/api/local/1325") && !line.contains(KEY));
  }

  /** Each check is followed by a rest of a thousand times its length. */
  @Test
  void checksWhatWaitsWhenItIsClosedInTheMiddleOfARest() {
    LiveCheck check = LiveCheck.of("fidcar").sampling(1).share(0.001).build();

    call(check, "\"title\":", 3);

    assertThat(check.checked()).isEqualTo(3);
  }

  /** The example of the guide to checking traffic. */
  @Test
  void isSetUpInTwoLines() {
    String key = KEY;
    Log log = new Log();

    LiveCheck check =
        LiveCheck.of("fidcar")
            .sampling(0.01)
            .onFinding(
                found -> log.warn("{} {}: {}", found.vendor(), found.operation(), found.text()))
            .build();
    FidcarClient client = FidcarClient.builder().apiKey(key).aroundTransport(check::around).build();

    client.close();
    assertThat(check.checked() + check.failed()).isZero();
  }

  /** Where an application writes its warnings. */
  private static final class Log {
    void warn(String format, Object... values) {
      System.out.println(format + List.of(values));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 1.5, Double.NaN})
  void refusesAShareThatIsNone(double part) {
    assertThatThrownBy(() -> LiveCheck.of("fidcar").share(part))
        .hasMessage(
            "share takes a part of a processor above 0 and up to 1, such as 0.01, not "
                + part
                + ".");
  }

  @Test
  void countsAsFailedWhatHasNoContract() {
    LiveCheck check =
        LiveCheck.of("fidcar").sampling(1).share(1).specs(folder.resolve("nowhere")).build();

    call(check, "\"title\":", 2);

    assertThat(check.failed()).isEqualTo(2);
    assertThat(check.checked()).isZero();
  }

  @Test
  void endsItsThread() {
    LiveCheck check = LiveCheck.of("fidcar").sampling(1).share(1).build();

    call(check, "\"title\":", 1);

    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("forecourt-live-check");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void refusesASampleThatIsNoPart(double part) {
    assertThatThrownBy(() -> LiveCheck.of("fidcar").sampling(part))
        .hasMessage("sampling takes a part between 0 and 1, such as 0.01, not " + part + ".");
  }

  @Test
  void namesTheVendorsThatAreKnown() {
    assertThatThrownBy(() -> LiveCheck.of("acme"))
        .hasMessageStartingWith("No vendor is called 'acme'.")
        .hasMessageContaining("fidcar");
  }

  private void call(LiveCheck check, String title, int times) {
    try (check;
        FidcarClient client = client(check, title)) {
      for (int i = 0; i < times; i++) {
        assertThat(client.dealerships().getDealership(1325)).isNotNull();
      }
    }
  }

  private FidcarClient client(LiveCheck check, String title) {
    return FidcarClient.builder()
        .apiKey(KEY)
        .baseUrl(vendor.baseUri().toString())
        .aroundTransport(next -> check.around(changed(next, title)))
        .build();
  }

  private static Transport changed(Transport next, String title) {
    return request -> {
      WireResponse answer = next.send(request);
      String body = new String(answer.body(), UTF_8).replaceFirst("\"title\":", title);
      return new WireResponse(answer.status(), Map.copyOf(answer.headers()), body.getBytes(UTF_8));
    };
  }
}
