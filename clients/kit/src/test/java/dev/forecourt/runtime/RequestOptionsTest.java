package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.call.RetryPolicy;
import dev.forecourt.runtime.kit.FakeTime;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings for single calls. */
class RequestOptionsTest {
  private final WireServer server = new WireServer();
  private final AcmeClient client =
      AcmeClient.builder(server.url()).time(new FakeTime()).retries(RetryPolicy.never()).build();

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private static RequestOptions header(String name, String value) {
    return RequestOptions.builder().header(name, value).build();
  }

  @Test
  void sendsAHeaderWithThisCallOnly() {
    server.answer("{}").answer("{}");

    client.get(header("traceparent", "00-1"));
    client.get();

    assertThat(server.requests().get(0).header("traceparent")).isEqualTo("00-1");
    assertThat(server.requests().get(1).headers("traceparent")).isEmpty();
  }

  @Test
  void takesThePlaceOfAHeaderOfTheOperation() {
    server.answer("{}");

    client.get(header("accept", "application/vnd.acme+json"));

    assertThat(server.request().header("Accept")).isEqualTo("application/vnd.acme+json");
  }

  @Test
  void doesNotTakeThePlaceOfACredential() {
    server.answer("{}");

    client.get(header("x-api-key", "another"));

    assertThat(server.request().header("X-Api-Key")).isEqualTo("s3cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\rb", "a\u0000b", "clé", "\u2028"})
  void refusesAHeaderValueThatWouldBreakTheRequest(String value) {
    assertThatThrownBy(() -> header("X-A", value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Header X-A holds a character that cannot be sent. Expected visible ASCII.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "X A", "X:A", "X\r\nEvil", "Clé", "{x}"})
  void refusesAHeaderNameThatWouldBreakTheRequest(String name) {
    assertThatThrownBy(() -> header(name, "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No header can be called '" + name + "'. Expected letters, digits and -.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "content-length", "Transfer-Encoding", "CONNECTION"})
  void refusesAHeaderThatTheConnectionSets(String name) {
    assertThatThrownBy(() -> header(name, "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Header " + name + " is set by the HTTP client alone. Leave it out.");
  }

  @Test
  void givesUpAfterTheTimeoutOfThisCall() {
    server.answer(WireAnswer.json(200, "{}").fault(WireAnswer.Fault.SILENCE));

    assertThatThrownBy(
            () -> client.get(RequestOptions.builder().timeout(Duration.ofMillis(200)).build()))
        .hasMessage(
            "acme getThing: no complete answer within PT0.2S for GET /thing at "
                + server.url().substring("http://".length())
                + ". Raise readTimeout, and look before you repeat a POST.");
  }

  @Test
  void namesTheTimeLimitIfThatWasTheShorter() {
    RetryPolicy hurried =
        RetryPolicy.builder().maxRetries(0).timeLimit(Duration.ofMillis(200)).build();
    server.answer(WireAnswer.json(200, "{}").fault(WireAnswer.Fault.SILENCE));

    assertThatThrownBy(() -> client.get(RequestOptions.builder().retries(hurried).build()))
        .hasMessage(
            "acme getThing: no complete answer within PT0.2S for GET /thing at "
                + server.url().substring("http://".length())
                + ". Raise the time limit of the retry policy, and look before you repeat a POST.");
  }

  @Test
  void repeatsAPostThatThisCallAllows() {
    RequestOptions twice =
        RequestOptions.builder().repeatable(true).retries(RetryPolicy.standard()).build();
    server.answer(WireAnswer.json(503, "{}")).answer("{}");

    client.post(twice);

    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void showsNoValueOfAHeader() {
    RequestOptions options =
        RequestOptions.builder().header("X-A", "s3cret").timeout(Duration.ofSeconds(1)).build();

    assertThat(options)
        .hasToString(
            "RequestOptions{timeout=PT1S, retries=null, headers=[X-A], query=[],"
                + " repeatable=false}");
  }

  @Test
  void refusesATimeoutThatIsNotPositive() {
    assertThatThrownBy(() -> RequestOptions.builder().timeout(Duration.ZERO))
        .hasMessage(
            "Timeout must be at least 1 millisecond: PT0S. For a long wait, name a long time.");
  }
}
