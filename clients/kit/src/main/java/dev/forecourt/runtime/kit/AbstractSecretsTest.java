package dev.forecourt.runtime.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.forecourt.runtime.FeignTransport;
import dev.forecourt.runtime.VendorClient;
import dev.forecourt.runtime.VendorClientBuilder;
import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.errors.VendorException;
import dev.forecourt.runtime.json.VendorJson;
import dev.forecourt.runtime.observe.RequestEvent;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing that a client shows holds a secret: logs at the finest level, descriptions, failures and
 * events. Vendor modules extend it.
 *
 * @param <B> the vendor's builder
 * @param <C> the vendor's client
 */
public abstract class AbstractSecretsTest<
    B extends VendorClientBuilder<B>, C extends VendorClient> {
  private final FakeTime time = new FakeTime();
  private final StringBuffer seen = new StringBuffer();
  private final StringBuffer sent = new StringBuffer();
  private AllLogs logs;

  /** A builder with all credentials and no base URL. */
  protected abstract B builder();

  protected abstract C build(B builder);

  /** A call with a typed answer, for which all credentials are used. */
  protected abstract Object call(C client);

  /** All secrets: given to the builder, fetched by the client, and in answers. */
  protected abstract List<String> secrets();

  /** Those of them, or what is made of them, that {@link #call} sends. */
  protected List<String> onTheWire() {
    return secrets();
  }

  /** Makes the client know what only answers hold: scripts answers and calls. */
  protected void learn(C client, WireServer server) {}

  /** A logger that is not ours and shows what it must not; see the overriding test for why. */
  protected String loggerOfOthers() {
    return "none";
  }

  /** An answer to {@link #call} that says nothing. */
  protected String emptyAnswer() {
    return "{}";
  }

  /** Answers to the request for a token, for a client that needs one; else nothing. */
  protected List<String> tokenAnswers() {
    return List.of();
  }

  @BeforeEach
  void watch() {
    logs = new AllLogs();
  }

  @AfterEach
  void stop() {
    logs.close();
  }

  private B watched() {
    return builder().clock(time).sleeper(time).listener(this::see);
  }

  private void see(RequestEvent event) {
    seen.append(event).append(event.server()).append(event.path());
    seen.append(event.requestHeaders()).append(event.responseHeaders());
    event.failure().ifPresent(failure -> seen.append(everythingIn(failure)));
  }

  private static String everythingIn(Throwable thrown) {
    return AbstractVendorClientTest.everythingIn(thrown)
        + (thrown instanceof VendorException known ? known.attempts() : "")
        + thrown;
  }

  /** Calls once with a client that knows all secrets, and keeps all that can be seen of it. */
  private void callAfter(Consumer<WireServer> script) {
    try (WireServer server = new WireServer();
        C client = build(watched().baseUrl(server.url()))) {
      learn(client, server);
      tokenAnswers().forEach(server::answer);
      script.accept(server);
      Throwable thrown = catchThrowable(() -> seen.append(call(client)));
      seen.append(thrown == null ? "" : everythingIn(thrown));
      seen.append(client);
      sent.append(server.requests());
    }
  }

  private void assertNothingShown() {
    assertThat(secrets()).isNotEmpty();
    assertThat(seen).isNotEmpty();
    for (String secret : secrets()) {
      assertThat(seen).doesNotContain(secret);
      assertThat(logs.lines())
          .filteredOn(line -> !line.startsWith(loggerOfOthers() + ": "))
          .noneMatch(line -> line.contains(secret));
    }
  }

  /** All secrets as they are, and as JSON, URLs and HTML spell them. */
  private String echo() {
    String plain = String.join(" ", secrets());
    return plain
        + " "
        + URLEncoder.encode(plain, StandardCharsets.UTF_8)
        + " "
        + plain.replace("/", "\\/")
        + " "
        + plain.replace("&", "&amp;").replace("<", "&lt;");
  }

  @Test
  void sendsTheSecretsThatItDoesNotShow() {
    callAfter(server -> server.answer(emptyAnswer()));

    assertThat(onTheWire()).allSatisfy(secret -> assertThat(sent).contains(secret));
    assertThat(logs.lines()).anyMatch(line -> line.contains(" -> 200 in "));
    assertNothingShown();
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 429, 503})
  void hidesWhatAnErrorRepeats(int status) {
    // as PHP writes it: a slash behind a backslash
    String words = VendorJson.write(echo()).replace("/", "\\/");
    String flat =
        "{\"error\":#,\"error_description\":#,\"message\":#,\"statusText\":#,\"code\":\"c\"}";
    String nested = "{\"error\":{\"code\":#,\"message\":#}}";
    for (String body : List.of(flat.replace("#", words), nested.replace("#", words), echo())) {
      WireAnswer error =
          WireAnswer.json(status, body)
              .header("X-Echo", echo())
              .header("X-Request-Id", echo())
              .header("Retry-After", "1");
      callAfter(
          server -> {
            server.answer(error);
            // another token, if a client asks for one after a 401
            tokenAnswers().forEach(server::answer);
            server.answer(error).answer(error);
          });
    }

    assertThat(seen).contains(status + "").contains("****");
    assertNothingShown();
  }

  @Test
  void hidesWhatAnAnswerThatCannotBeReadRepeats() {
    for (String secret : secrets()) {
      callAfter(server -> server.answer(WireAnswer.of(200, "", secret)));
      callAfter(server -> server.answer(WireAnswer.json(200, VendorJson.write(secret))));
      callAfter(server -> server.answer("{\"id\":{\"a\":" + VendorJson.write(secret) + "}}"));
      callAfter(server -> server.answer("{\"id\":" + VendorJson.write(secret) + "}"));
    }
    callAfter(server -> server.answer(WireAnswer.of(200, "text/html", "<p>" + echo())));

    assertThat(seen).contains("is not what the contract describes");
    assertNothingShown();
  }

  @Test
  void hidesTheHeadersOfASuccess() {
    callAfter(
        server ->
            server.answer(
                WireAnswer.json(200, emptyAnswer())
                    .header("X-Echo", echo())
                    .header("Server", echo())
                    .header("X-Request-Id", echo())));

    assertNothingShown();
  }

  @Test
  void showsNothingWhenTheConnectionFails() throws IOException {
    WireAnswer dropped = WireAnswer.json(200, "").fault(WireAnswer.Fault.DROP);
    callAfter(server -> IntStream.range(0, 6).forEach(i -> server.answer(dropped)));
    try (NobodyListens nobody = new NobodyListens();
        C lonely = build(watched().baseUrl(nobody.url()))) {
      seen.append(everythingIn(catchThrowable(() -> call(lonely))));
    }

    assertThat(seen).contains("the connection to 127.0.0.1:").contains("no connection for ");
    assertNothingShown();
  }

  /** Such as a client library that puts the whole request in its exception. */
  @Test
  void hidesWhatATransportOfTheCallerTells() {
    callOver((request, options) -> fail(new IOException(dump(request))));
    callOver((request, options) -> fail(new UncheckedIOException(new IOException(dump(request)))));
    callOver((request, options) -> fail(new IllegalArgumentException(dump(request))));
    callOver((request, options) -> brokenBody(request));

    assertThat(seen).contains("the connection failed (IllegalArgumentException: ");
    assertNothingShown();
  }

  private void callOver(Client broken) {
    Client transport =
        (request, options) ->
            isForToken(request)
                ? answer(request, tokenAnswers().get(0))
                : broken.execute(request, options);
    try (C client = build(watched().transport(FeignTransport.of(transport)))) {
      Throwable thrown = catchThrowable(() -> call(client));
      assertThat(thrown).isInstanceOf(VendorException.class);
      seen.append(everythingIn(thrown));
    }
  }

  private boolean isForToken(Request request) {
    return !tokenAnswers().isEmpty() && request.url().matches(".*/(oauth|auth)/token.*");
  }

  private static Response answer(Request request, String json) {
    return Response.builder()
        .status(200)
        .request(request)
        .body(json, StandardCharsets.UTF_8)
        .build();
  }

  private static Response fail(Exception failure) throws IOException {
    if (failure instanceof IOException io) {
      throw io;
    }
    throw (RuntimeException) failure;
  }

  private static Response brokenBody(Request request) {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException(dump(request));
          }
        };
    return Response.builder().status(200).request(request).body(broken, null).build();
  }

  private static String dump(Request request) {
    byte[] body = request.body() == null ? new byte[0] : request.body();
    return request.httpMethod()
        + " "
        + request.url()
        + " "
        + request.headers()
        + " "
        + new String(body, StandardCharsets.UTF_8);
  }

  @Test
  void describesClientBuilderAndServicesWithoutSecrets() throws Exception {
    RequestOptions options = RequestOptions.builder().header("X-Key", secrets().get(0)).build();
    seen.append(builder()).append(options);

    try (WireServer server = new WireServer();
        C client = build(watched().baseUrl(server.url()))) {
      learn(client, server);
      seen.append(client);
      for (Method method : client.getClass().getMethods()) {
        if (method.getReturnType().getPackageName().endsWith(".api")) {
          Object service = method.invoke(client);
          seen.append(service)
              .append(service.getClass().getMethod("withRawResponse").invoke(service))
              .append(
                  service
                      .getClass()
                      .getMethod("with", RequestOptions.class)
                      .invoke(service, options));
        }
      }
    }

    assertNothingShown();
  }
}
