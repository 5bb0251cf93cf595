package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.call.RetryPolicy;
import dev.forecourt.runtime.call.VendorResponse;
import dev.forecourt.runtime.errors.BadRequestException;
import dev.forecourt.runtime.errors.CallCancelledException;
import dev.forecourt.runtime.errors.ConflictException;
import dev.forecourt.runtime.errors.Failure;
import dev.forecourt.runtime.errors.ForbiddenException;
import dev.forecourt.runtime.errors.NotFoundException;
import dev.forecourt.runtime.errors.Outcome;
import dev.forecourt.runtime.errors.RateLimitedException;
import dev.forecourt.runtime.errors.RequestLimitException;
import dev.forecourt.runtime.errors.ServerErrorException;
import dev.forecourt.runtime.errors.TokenPausedException;
import dev.forecourt.runtime.errors.UnauthorizedException;
import dev.forecourt.runtime.errors.UnprocessableException;
import dev.forecourt.runtime.errors.VendorDecodeException;
import dev.forecourt.runtime.errors.VendorError;
import dev.forecourt.runtime.errors.VendorException;
import dev.forecourt.runtime.errors.VendorResponseException;
import dev.forecourt.runtime.errors.VendorTransportException;
import dev.forecourt.runtime.http.Transport;
import dev.forecourt.runtime.http.TransportFailure;
import dev.forecourt.runtime.kit.FakeTime;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a failure carries for those who have to act, and how tests make one. */
class FailuresTest {
  private final WireServer server = new WireServer();
  private final AcmeClient client = AcmeClient.builder(server.url()).time(new FakeTime()).build();

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private static final String ADVICE =
      ". The vendor reports success: do not repeat a change. withRawResponse() gives the answer as"
          + " it came. Check the base URL; if the vendor has changed, take a newer version of this"
          + " client.";

  @ParameterizedTest
  @ValueSource(strings = {"<html>Log in</html>", "[1]", "null", "{\"id\":", "7", "x"})
  void anAnswerThatCannotBeReadKeepsStatusHeadersAndBody(String body) {
    server.answer(WireAnswer.of(201, "text/html", body).header("X-Request-Id", "r-1"));

    assertThatThrownBy(client::model)
        .isInstanceOfSatisfying(
            VendorDecodeException.class,
            e -> {
              assertThat(e.answerStatus()).hasValue(201);
              assertThat(e.headers()).containsEntry("x-request-id", List.of("r-1"));
              assertThat(e.body()).isEqualTo(body);
              assertThat(e.outcome()).isEqualTo(Outcome.DONE);
              assertThat(e.mayHaveArrived()).isTrue();
              assertThat(e.vendor()).isEqualTo("acme");
              assertThat(e.operation()).isEqualTo("getThing");
              assertThat(e.method()).isEqualTo("GET");
              assertThat(e.path()).isEqualTo("/thing");
              assertThat(e.server()).contains(URI.create(server.url()));
              assertThat(e.attempts()).isEqualTo(1);
            })
        .hasMessageStartingWith(
            "acme getThing: the 201 answer to GET /thing is not what the contract describes")
        .hasMessageEndingWith(ADVICE);
  }

  @Test
  void anAnswerWithoutABodySaysSo() {
    server.answer(WireAnswer.of(204, "", ""));

    assertThatThrownBy(client::model)
        .isInstanceOfSatisfying(
            VendorDecodeException.class,
            e -> {
              assertThat(e.jsonPath()).isEmpty();
              assertThat(e.outcome()).isEqualTo(Outcome.DONE);
            })
        .hasMessage(
            "acme getThing: the 204 answer to GET /thing is not what the contract describes: it has"
                + " no body"
                + ADVICE);
  }

  @Test
  void aRawResponseGivesWhatCannotBeReadAndThrowsOnlyForTheModel() {
    server.answer(WireAnswer.of(200, "text/html", "<html>").header("X-Request-Id", "r-1"));

    VendorResponse<Map<String, Object>> response = client.get();

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("X-REQUEST-ID")).contains("r-1");
    assertThat(response.bodyText()).isEqualTo("<html>");
    assertThatThrownBy(response::model).isInstanceOf(VendorDecodeException.class);
    assertThatThrownBy(response::model).isInstanceOf(VendorDecodeException.class);
    assertThat(response).hasToString("VendorResponse{200, 6 bytes}");
  }

  @Test
  void aRequestThatWasNotSentDoesNotMakeUpForOneBeforeItThatMayHaveArrived() {
    Function<Integer, TransportFailure> failures =
        number ->
            new TransportFailure(
                number == 1 ? TransportFailure.Kind.TIMEOUT : TransportFailure.Kind.NO_CONNECTION,
                "acme.example",
                number == 1,
                "gone",
                null);
    List<Integer> sent = new ArrayList<>();
    Transport transport =
        request -> {
          sent.add(1);
          throw failures.apply(sent.size());
        };

    try (AcmeClient failing =
        AcmeClient.builder("http://acme.example")
            .time(new FakeTime())
            .transport(transport)
            .build()) {
      assertThatThrownBy(() -> failing.post(RequestOptions.builder().repeatable(true).build()))
          .isInstanceOfSatisfying(
              VendorTransportException.class,
              e -> {
                assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
                assertThat(e.mayHaveArrived()).isTrue();
              })
          .hasMessage(
              "acme createThing: no connection for POST /thing at acme.example. Check the base URL"
                  + " and the network. Sent 3 times.");
    }
  }

  @Test
  void aRefusalAfterATimeoutLeavesOpenWhetherTheFirstRequestWasDone() {
    server
        .answer(WireAnswer.json(200, "{}").fault(WireAnswer.Fault.DROP))
        .answer(WireAnswer.json(409, "{}"));

    assertThatThrownBy(() -> client.post(RequestOptions.builder().repeatable(true).build()))
        .isInstanceOfSatisfying(
            ConflictException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN));
  }

  @Test
  void aRefusalAloneIsARefusal() {
    server.answer(WireAnswer.json(409, "{}"));

    assertThatThrownBy(() -> client.post(RequestOptions.none()))
        .isInstanceOfSatisfying(
            ConflictException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.REFUSED));
  }

  @Test
  void keepsAllValuesOfAHeaderWhateverTheCaseOfItsName() {
    server.answer(WireAnswer.json(404, "{}").header("Via", "1.1 a").header("VIA", "1.1 b"));

    VendorException thrown = (VendorException) catchThrowable(client::get);

    assertThat(thrown.headers().get("via")).containsExactly("1.1 a", "1.1 b");
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void makesTheExceptionOfAStatusForTests(
      int status, Class<? extends VendorResponseException> type) {
    VendorResponseException made =
        Failure.of("acme", "getThing").status(status).build().toException();

    assertThat(made).isExactlyInstanceOf(type);
    assertThat(made.status()).isEqualTo(status);
    assertThat(made.outcome()).isEqualTo(Outcome.REFUSED);
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> statuses() {
    return Map.<Integer, Class<? extends VendorResponseException>>ofEntries(
            Map.entry(302, VendorResponseException.class),
            Map.entry(400, BadRequestException.class),
            Map.entry(401, UnauthorizedException.class),
            Map.entry(403, ForbiddenException.class),
            Map.entry(404, NotFoundException.class),
            Map.entry(409, ConflictException.class),
            Map.entry(418, VendorResponseException.class),
            Map.entry(422, UnprocessableException.class),
            Map.entry(429, RateLimitedException.class),
            Map.entry(500, ServerErrorException.class),
            Map.entry(599, ServerErrorException.class))
        .entrySet()
        .stream()
        .map(it -> org.junit.jupiter.params.provider.Arguments.of(it.getKey(), it.getValue()));
  }

  @ParameterizedTest
  @CsvSource({
    "404, GET, /thing, acme getThing: 404 Not Found for GET /thing.",
    "404, '', '', acme getThing: 404 Not Found.",
    "0, GET, /thing, acme getThing: no answer for GET /thing.",
    "0, '', '', acme getThing: no answer."
  })
  void hasAMessageWithoutBeingGivenOne(int status, String method, String path, String message) {
    Failure failure = Failure.of("acme", "getThing").request(method, path).status(status).build();

    assertThat(failure.message()).isEqualTo(message);
  }

  @Test
  void refusesToMakeAnAnswerOfNone() {
    assertThatThrownBy(() -> Failure.of("acme", "getThing").build().toException())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "A failure without a status makes no VendorResponseException. Set status(), or call"
                + " the constructor of VendorTransportException.");
  }

  @Test
  void aBuilderOfAFailureStartsWithAllThatItHas() {
    Failure full = full();

    Failure copy = full.toBuilder().build();

    assertThat(copy).usingRecursiveComparison().isEqualTo(full);
  }

  @Test
  void makesResponsesForTests() {
    VendorResponse<String> response =
        VendorResponse.of(201, Map.of("X-Id", List.of("1", "2")), "bödy", "model");

    assertThat(response.status()).isEqualTo(201);
    assertThat(response.header("x-id")).contains("1");
    assertThat(response.headers()).containsOnly(Map.entry("x-id", List.of("1", "2")));
    assertThat(response.bodyText()).isEqualTo("bödy");
    assertThat(response.model()).isEqualTo("model");
    assertThat(VendorResponse.of("model").model()).isEqualTo("model");
    assertThat(VendorResponse.of("model").status()).isEqualTo(200);
    assertThat(VendorResponse.of(null).model()).isNull();
  }

  private static Failure full() {
    return Failure.of("acme", "getThing")
        .request("GET", "/thing")
        .server(URI.create("https://acme.example"))
        .attempts(3)
        .outcome(Outcome.UNKNOWN)
        .cancelled()
        .status(429)
        .header("Retry-After", "7")
        .body("{}")
        .vendor(new VendorError(Optional.of("c"), Optional.of("words")))
        .retryAt(FakeTime.START)
        .jsonPath("$.data[0]")
        .message("acme getThing: gone.")
        .cause(new SocketException("reset"))
        .build();
  }

  static Stream<RuntimeException> exceptions() {
    Failure full = full();
    return Stream.of(
        new BadRequestException(full),
        new UnauthorizedException(full),
        new ForbiddenException(full),
        new NotFoundException(full),
        new ConflictException(full),
        new UnprocessableException(full),
        new RateLimitedException(full),
        new ServerErrorException(full),
        new VendorResponseException(full),
        new VendorDecodeException(full),
        new VendorTransportException(full),
        new RequestLimitException(full),
        new TokenPausedException(full),
        new CallCancelledException(full));
  }

  /** Between processes, such as from a worker to who gave it the work. */
  @ParameterizedTest
  @MethodSource("exceptions")
  void survivesJavaSerialisation(RuntimeException exception) throws Exception {
    RuntimeException copy = (RuntimeException) copy(exception);

    assertThat(copy).hasSameClassAs(exception).hasMessage(exception.getMessage());
    assertThat(failure(copy))
        .usingRecursiveComparison()
        .ignoringFields("cause")
        .isEqualTo(failure(exception));
    if (exception instanceof VendorException) {
      assertThat(copy).hasCauseInstanceOf(SocketException.class).hasRootCauseMessage("reset");
    }
  }

  @Test
  void whatReallyFailedSurvivesItToo() throws Exception {
    server.answer(WireAnswer.json(200, "{}").fault(WireAnswer.Fault.DROP));
    Throwable thrown =
        catchThrowable(
            () -> client.get(RequestOptions.builder().retries(RetryPolicy.never()).build()));

    assertThat(copy(thrown)).hasSameClassAs(thrown).hasMessage(thrown.getMessage());
  }

  private static Failure failure(RuntimeException exception) {
    return exception instanceof CallCancelledException cancelled
        ? cancelled.failure()
        : ((VendorException) exception).failure();
  }

  private static Throwable copy(Throwable thrown) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(thrown);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (Throwable) in.readObject();
    }
  }
}
