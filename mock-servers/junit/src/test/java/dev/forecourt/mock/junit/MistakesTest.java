package dev.forecourt.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.forecourt.claire.ClaireClient;
import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.mock.MockServer;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** What a test is told that asks for what is not there, and what is left when a class ends. */
class MistakesTest {
  private static final AtomicReference<URI> HOST = new AtomicReference<>();
  private static final AtomicReference<FidcarClient> CLIENT = new AtomicReference<>();

  private static Events run(Class<?> type) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(type)).execute().allEvents();
  }

  private static String failure(Class<?> type) {
    StringBuilder seen = new StringBuilder();
    run(type).failed().stream()
        .forEach(
            event ->
                event
                    .getPayload(org.junit.platform.engine.TestExecutionResult.class)
                    .flatMap(result -> result.getThrowable())
                    .ifPresent(thrown -> seen.append(thrown.getMessage())));
    return seen.toString();
  }

  @Test
  void namesTheVendorsThatAreOnTheClassPath() {
    assertThat(failure(UnknownVendor.class))
        .contains("No mock for vendor 'acme' on the class path. Present: [fidcar, ")
        .endsWith("Add the dependency dev.forecourt:forecourt-mock-acme.");
  }

  @Test
  void saysThatAClientHasNoMock() {
    assertThat(failure(OtherClient.class))
        .contains(
            "No mock of 'claire' was started for this test. Started are [fidcar]. Add it to"
                + " @ForecourtMocks.");
  }

  @Test
  void asksWhichMockIsMeant() {
    assertThat(failure(WhichServer.class))
        .contains(
            "Which vendor's mock? Started are [claire, fidcar]. Write @Mock(\"claire\") before the"
                + " parameter.");
  }

  @Test
  void endsStubsAndClientsWithTheClass() {
    run(Passing.class).assertStatistics(events -> events.failed(0));

    Assertions.assertThatThrownBy(() -> new Socket("127.0.0.1", HOST.get().getPort()).close())
        .isInstanceOf(ConnectException.class);
    Assertions.assertThatThrownBy(() -> CLIENT.get().dealerships().getDealership(1325))
        .hasMessageContaining("the client is closed");
  }

  /** JUnit warns of what only an older JUnit would close, once a class. */
  @Test
  void givesJUnitNothingToWarnOf() {
    List<String> warnings = new CopyOnWriteArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord each) {
            warnings.add(each.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    handler.setLevel(Level.WARNING);
    Logger junit = Logger.getLogger("org.junit.jupiter");
    junit.addHandler(handler);
    try {
      run(Passing.class);
    } finally {
      junit.removeHandler(handler);
    }

    assertThat(warnings).isEmpty();
  }

  @ForecourtMocks("acme")
  static class UnknownVendor {
    @Test
    void never() {}
  }

  @ForecourtMocks("fidcar")
  static class OtherClient {
    @Test
    void never(ClaireClient claire) {}
  }

  @ForecourtMocks({"claire", "fidcar"})
  static class WhichServer {
    @Test
    void never(MockServer server) {}
  }

  @ForecourtMocks("fidcar")
  static class Passing {
    @Test
    void keepsWhatItGot(@Mock("fidcar") URI host, FidcarClient fidcar) {
      HOST.set(host);
      CLIENT.set(fidcar);
      fidcar.dealerships().getDealership(1325);
    }
  }
}
