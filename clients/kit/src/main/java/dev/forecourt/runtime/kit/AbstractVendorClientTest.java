package dev.forecourt.runtime.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.forecourt.runtime.VendorClient;
import dev.forecourt.runtime.VendorClientBuilder;
import dev.forecourt.runtime.call.RetryPolicy;
import dev.forecourt.runtime.errors.CallCancelledException;
import dev.forecourt.runtime.errors.Outcome;
import dev.forecourt.runtime.errors.RateLimitedException;
import dev.forecourt.runtime.errors.ServerErrorException;
import dev.forecourt.runtime.errors.VendorDecodeException;
import dev.forecourt.runtime.errors.VendorResponseException;
import dev.forecourt.runtime.errors.VendorTransportException;
import dev.forecourt.runtime.observe.MicrometerRequestListener;
import dev.forecourt.runtime.observe.Slf4jRequestListener;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every vendor client does on the wire, whatever the vendor. Vendor modules extend it.
 *
 * @param <B> the vendor's builder
 * @param <C> the vendor's client
 */
public abstract class AbstractVendorClientTest<
    B extends VendorClientBuilder<B>, C extends VendorClient> {
  protected final WireServer server = new WireServer();
  private C client;

  /** A builder with all credentials and no base URL. */
  protected abstract B builder();

  protected abstract C build(B builder);

  /** Sends a GET that has a typed answer. */
  protected abstract Object read(C client);

  /** Sends a POST that has a typed answer. */
  protected abstract Object write(C client);

  /** The credentials that {@link #builder()} gives. */
  protected abstract List<String> secrets();

  /** Those of them that are sent; a key that only signs is not. */
  protected List<String> secretsOnTheWire() {
    return secrets();
  }

  /** An answer to {@link #read} that says nothing. */
  protected String emptyAnswer() {
    return "{}";
  }

  /** Path of {@link #read}. */
  protected abstract String readPath();

  /** {@code vendor operation} of {@link #read}. */
  protected abstract String readName();

  /** A client that calls {@link #server}. */
  protected final C client() {
    return client;
  }

  @BeforeEach
  void connect() {
    client = build(once().baseUrl(server.url()));
  }

  /** A builder of a client that sends every request once. */
  private B once() {
    return builder().retries(RetryPolicy.never());
  }

  @AfterEach
  void disconnect() {
    client.close();
    server.close();
  }

  private C impatient() {
    return build(once().baseUrl(server.url()).readTimeout(Duration.ofMillis(300)));
  }

  @Test
  void usesOneConnectionForManyCalls() {
    for (int i = 0; i < 5; i++) {
      server.answer(emptyAnswer());
    }

    for (int i = 0; i < 5; i++) {
      read(client);
    }

    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void usesTheConnectionAgainAfterAnErrorWithALargeBody() {
    server.answer(WireAnswer.json(500, "\"" + "x".repeat(200_000) + "\"")).answer(emptyAnswer());

    Throwable thrown = catchThrowable(() -> read(client));
    read(client);

    assertThat(thrown).isInstanceOf(ServerErrorException.class);
    assertThat(((VendorResponseException) thrown).body()).hasSize(64 * 1024);
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void doesNotOfferAnUpgradeToHttp2OverPlainHttp() {
    server.answer(emptyAnswer());

    read(client);

    assertThat(server.request().headers("Upgrade")).isEmpty();
    assertThat(server.request().headers("HTTP2-Settings")).isEmpty();
  }

  @Test
  void doesNotFollowRedirects() {
    try (WireServer elsewhere = new WireServer()) {
      server.answer(WireAnswer.of(307, "", "").header("Location", elsewhere.url() + "/x"));

      Throwable thrown = catchThrowable(() -> read(client));

      assertThat(elsewhere.connections()).isZero();
      assertThat(thrown)
          .isInstanceOf(VendorResponseException.class)
          .hasMessage(
              readName()
                  + ": 307 Temporary Redirect for GET "
                  + readPath()
                  + ". The body is empty. Redirects are not followed, because the credentials would"
                  + " go along: check the base URL.");
    }
  }

  /** A client with the standard retries, whose waits take no time. */
  private C standard(FakeTime time) {
    return build(builder().baseUrl(server.url()).clock(time).sleeper(time));
  }

  @Test
  void sendsAPostOnceWhenTheConnectionDrops() {
    server.answer(WireAnswer.json(200, "{}").fault(WireAnswer.Fault.DROP));

    try (C standard = standard(new FakeTime())) {
      assertThatThrownBy(() -> write(standard))
          .isInstanceOfSatisfying(
              VendorTransportException.class, e -> assertThat(e.mayHaveArrived()).isTrue());
    }

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void doesNotRepeatAPostAfter503Or429() {
    server
        .answer(WireAnswer.of(503, "", "").header("Retry-After", "0"))
        .answer(WireAnswer.of(429, "", "").header("Retry-After", "0"));

    try (C standard = standard(new FakeTime())) {
      assertThatThrownBy(() -> write(standard)).isInstanceOf(ServerErrorException.class);
      assertThatThrownBy(() -> write(standard)).isInstanceOf(RateLimitedException.class);
    }

    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void repeatsAReadAfter502And503() {
    server
        .answer(WireAnswer.of(502, "", ""))
        .answer(WireAnswer.of(503, "", "").header("Retry-After", "9"))
        .answer(emptyAnswer());
    FakeTime time = new FakeTime();

    try (C standard = standard(time)) {
      read(standard);
    }

    assertThat(server.requests()).hasSize(3);
    assertThat(time.waits()).hasSize(2).contains(Duration.ofSeconds(9));
  }

  @Test
  void givesUpOnASilentServerAfterTheReadTimeout() throws Exception {
    server.answer(WireAnswer.json(200, "{}").fault(WireAnswer.Fault.SILENCE));

    try (C impatient = impatient()) {
      assertThatThrownBy(() -> read(impatient))
          .isInstanceOf(VendorTransportException.class)
          .hasMessage(
              readName()
                  + ": no complete answer within PT0.3S for GET "
                  + readPath()
                  + " at "
                  + authority(server.url())
                  + ". Raise readTimeout, and look before you repeat a POST.");
    }
  }

  @Test
  void givesUpOnAStalledBodyAfterTheReadTimeout() throws Exception {
    server.answer(
        WireAnswer.json(200, "{\"a\":\"bcdefgh\"}").fault(WireAnswer.Fault.STALL_IN_BODY));

    try (C impatient = impatient()) {
      assertThatThrownBy(() -> read(impatient)).isInstanceOf(VendorTransportException.class);
    }
  }

  @Test
  void saysThatARefusedConnectionCannotHaveArrived() throws Exception {
    try (NobodyListens nobody = new NobodyListens();
        C lonely = build(once().baseUrl(nobody.url()))) {
      assertThatThrownBy(() -> read(lonely))
          .isInstanceOfSatisfying(
              VendorTransportException.class, e -> assertThat(e.mayHaveArrived()).isFalse())
          .hasMessage(
              readName()
                  + ": no connection for GET "
                  + readPath()
                  + " at "
                  + authority(nobody.url())
                  + ". Check the base URL and the network.");
    }
  }

  @Test
  void keepsTheInterruptOfTheCallingThread() {
    server.answer(WireAnswer.json(200, "{}").fault(WireAnswer.Fault.SILENCE));
    Thread.currentThread().interrupt();

    Throwable thrown = catchThrowable(() -> read(client));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(thrown)
        .isInstanceOfSatisfying(
            CallCancelledException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT));
  }

  @Test
  void refusesAnEmptyBodyForATypedAnswer() {
    server.answer(WireAnswer.of(204, "", ""));

    assertThatThrownBy(() -> read(client))
        .isInstanceOf(VendorDecodeException.class)
        .hasMessageStartingWith(
            readName()
                + ": the 204 answer to GET "
                + readPath()
                + " is not what the contract describes: it has no body. ");
  }

  @Test
  void refusesHtmlWithSuccess() {
    server.answer(WireAnswer.of(200, "text/html", "<html>Log in</html>"));

    assertThatThrownBy(() -> read(client))
        .isInstanceOfSatisfying(
            VendorDecodeException.class, e -> assertThat(e.jsonPath()).hasValue("$"))
        .hasMessageContaining(" at $: no JSON: ");
  }

  @Test
  void toleratesAnAnswerWithoutAnyMember() {
    server.answer(emptyAnswer());

    assertThat(read(client)).isNotNull();
  }

  @Test
  void refusesCallsAfterClose() throws Exception {
    client.close();

    assertThatThrownBy(() -> read(client))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(readName() + ": the client is closed. Build a new one.");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void hidesSecretsThatTheVendorRepeats() {
    String echo = String.join(" ", secrets());
    server.answer(
        WireAnswer.json(401, "{\"error\":{\"code\":401,\"message\":\"Unknown " + echo + "\"}}")
            .header("X-Echo", echo));

    VendorResponseException thrown = (VendorResponseException) catchThrowable(() -> read(client));

    assertThat(secrets()).isNotEmpty();
    assertThat(everythingIn(thrown)).doesNotContain(secrets());
    assertThat(thrown.body()).contains("Unknown ****");
    assertThat(thrown.headers().get("x-echo")).allMatch(value -> value.startsWith("****"));
  }

  @Test
  void showsNoSecretInLogsTextsFailuresAndMetrics() {
    StringBuilder seen = new StringBuilder();
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    server
        .answer(emptyAnswer())
        .answer(WireAnswer.json(400, "{}"))
        .answer(WireAnswer.of(200, "", "<"))
        .answer(WireAnswer.json(200, "{}").fault(WireAnswer.Fault.DROP))
        .answer(WireAnswer.json(200, "{}").fault(WireAnswer.Fault.SILENCE));

    try (AllLogs logs = new AllLogs();
        C watched =
            build(
                once()
                    .baseUrl(server.url())
                    .listener(new Slf4jRequestListener())
                    .listener(new MicrometerRequestListener(registry)));
        C impatient = impatient()) {
      seen.append(builder()).append(watched).append(read(watched));
      for (int i = 0; i < 3; i++) {
        seen.append(everythingIn(catchThrowable(() -> write(watched))));
      }
      seen.append(everythingIn(catchThrowable(() -> write(impatient))));
      seen.append(logs.lines()).append(registry.getMetersAsString());
    }

    // the first request did carry them, and all three listeners ran
    assertThat(server.requests().get(0).head()).contains(secretsOnTheWire());
    assertThat(seen)
        .contains(readName() + ": GET " + readPath() + " -> 200 in ")
        .contains(readName() + ": sent {")
        .contains("http.client.request.duration(TIMER)[");
    assertThat(seen).doesNotContain(secrets());
  }

  @Test
  void refusesBaseUrlsThatCannotWork() throws IOException {
    String step = "Write it as https://host or https://host:port.";

    assertThatBaseUrl("localhost:8080")
        .hasMessage(
            "Base URL must start with http:// or https://: localhost:8080. Add the scheme.");
    assertThatBaseUrl("ftp://host")
        .hasMessage("Base URL must start with http:// or https://: ftp://host. Add the scheme.");
    assertThatBaseUrl("https://user:pw@host")
        .hasMessage("Base URL must not hold a user or password. Give credentials to the builder.");
    assertThatBaseUrl("https://host?key=1")
        .hasMessage(
            "Base URL must end after host, port and path, without '?' or '#'. Cut off the rest; a"
                + " query parameter for every request is set with query(name, value).");
    assertThatBaseUrl("http://a b")
        .hasMessageStartingWith("Base URL is no URL (")
        .hasMessageEndingWith("): http://a b. " + step);
    assertThatBaseUrl("http://my_host")
        .hasMessage(
            "Base URL has no host name that can be read: http://my_host. A host name must not"
                + " contain an underscore: name the host with '-' in place of '_', or call it by"
                + " its IP address.");
    assertThatBaseUrl("https://host:99999")
        .hasMessage(
            "Base URL has a port that cannot be: https://host:99999. Ports go from 1 to 65535;"
                + " without one it is 443.");
    assertThatBaseUrl("http://host:0/x").hasMessageContaining("without one it is 80.");
    assertThatBaseUrl("http://")
        .hasMessageStartingWith("Base URL is no URL (")
        .hasMessageEndingWith("): http://. " + step);
  }

  @Test
  void showsNeitherPasswordNorQueryOfABaseUrl() {
    assertThatBaseUrl("http://user:p w@host?key=1")
        .hasMessageContaining("): http://****@host****. ");
    assertThatBaseUrl("user:pw@host").hasMessageNotContaining("pw");
    assertThat(builder().baseUrl("https://user:pw@host?key=1").toString())
        .contains("{baseUrl=https://****@host****, ");
  }

  @Test
  void toleratesTrailingSlashesOfTheBaseUrl() throws Exception {
    server.answer(emptyAnswer());

    try (C slashed = build(builder().baseUrl(server.url() + "//"))) {
      read(slashed);
    }

    assertThat(server.request().line()).isEqualTo("GET " + readPath());
  }

  @Test
  void callsThePathOfAGatewayBeforeItsOwn() throws Exception {
    server.answer(emptyAnswer());

    String url = server.url().replace("http://", "HTTP://");
    try (C behind = build(builder().baseUrl(url + "/gateway/v2/"))) {
      read(behind);
    }

    assertThat(server.request().line()).isEqualTo("GET /gateway/v2" + readPath());
  }

  @Test
  void refusesTimeoutsThatAreNotPositive() {
    assertThatThrownBy(() -> build(builder().connectTimeout(Duration.ZERO)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Connect timeout must be at least 1 millisecond: PT0S. For a long wait, name a long"
                + " time.");
    assertThatThrownBy(() -> build(builder().readTimeout(Duration.ofSeconds(-1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Read timeout must be at least 1 millisecond: PT-1S. For a long wait, name a long"
                + " time.");
  }

  /** A schema without a file of its own gets a name such as {@code GetThing200Response}. */
  @Test
  void hasNoModelWithoutANameFromTheContract() throws Exception {
    Path classes =
        Path.of(client.getClass().getProtectionDomain().getCodeSource().getLocation().toURI());
    Path models = classes.resolve(client.getClass().getPackageName().replace('.', '/') + "/model");

    try (Stream<Path> files = Files.list(models)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".class", "")))
          .isNotEmpty()
          .allSatisfy(
              name ->
                  assertThat(name)
                      .doesNotContainPattern(
                          "(?i)inline|(all|any|one)Of|Inner$|Request\\d|\\d{3}Response|Response\\d"));
    }
  }

  private static String authority(String url) {
    return url.substring(url.indexOf("//") + 2);
  }

  private org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertThatBaseUrl(
      String url) {
    return assertThatThrownBy(() -> build(builder().baseUrl(url)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** All texts of a failure: message, stack trace and those of its causes. */
  protected static String everythingIn(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    if (thrown instanceof VendorResponseException e) {
      text.append(e.body()).append(e.headers().toString()).append(e.vendorMessage().orElse(""));
    }
    return text.toString();
  }
}
