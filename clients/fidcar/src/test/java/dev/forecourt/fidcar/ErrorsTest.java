package dev.forecourt.fidcar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.forecourt.fidcar.api.ContactsService.ListContactsQuery;
import dev.forecourt.fidcar.model.Review;
import dev.forecourt.runtime.call.RetryPolicy;
import dev.forecourt.runtime.errors.BadRequestException;
import dev.forecourt.runtime.errors.ConflictException;
import dev.forecourt.runtime.errors.ForbiddenException;
import dev.forecourt.runtime.errors.NotFoundException;
import dev.forecourt.runtime.errors.Outcome;
import dev.forecourt.runtime.errors.RateLimitedException;
import dev.forecourt.runtime.errors.ServerErrorException;
import dev.forecourt.runtime.errors.UnauthorizedException;
import dev.forecourt.runtime.errors.UnprocessableException;
import dev.forecourt.runtime.errors.VendorDecodeException;
import dev.forecourt.runtime.errors.VendorResponseException;
import dev.forecourt.runtime.json.Json;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that are not what was asked for. The error body is evidence/error.json. */
class ErrorsTest {
  private final WireServer server = new WireServer();
  private final FidcarClient client =
      FidcarClient.builder()
          .apiKey("fidcar-test-key")
          .baseUrl(server.url())
          .retries(RetryPolicy.never())
          .build();

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  static Stream<Arguments> statuses() {
    return Stream.of(
        Arguments.of(400, BadRequestException.class),
        Arguments.of(401, UnauthorizedException.class),
        Arguments.of(403, ForbiddenException.class),
        Arguments.of(404, NotFoundException.class),
        Arguments.of(405, VendorResponseException.class),
        Arguments.of(409, ConflictException.class),
        Arguments.of(410, VendorResponseException.class),
        Arguments.of(422, UnprocessableException.class),
        Arguments.of(429, RateLimitedException.class),
        Arguments.of(500, ServerErrorException.class),
        Arguments.of(503, ServerErrorException.class));
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void hasAnExceptionForEachStatus(int status, Class<?> exception) {
    server.answer(WireAnswer.json(status, Evidence.of("error")));

    Throwable thrown = catchThrowable(() -> client.reviews().getReview("42"));

    assertThat(thrown).isExactlyInstanceOf(exception);
    assertThat(((VendorResponseException) thrown).status()).isEqualTo(status);
  }

  @Test
  void tellsOperationStatusAndTheVendorsWords() {
    server.answer(WireAnswer.json(401, Evidence.of("error")).header("X-Request-Id", "r-1"));

    VendorResponseException thrown =
        (VendorResponseException) catchThrowable(() -> client.reviews().getReview("42"));

    assertThat(thrown)
        .hasMessage(
            "fidcar getReview: 401 Unauthorized for GET /api/review/42. FIDCAR says: \"Unknown"
                + " Authorization token\" (code 401). Check the key given to the builder.");
    assertThat(thrown.operation()).isEqualTo("getReview");
    assertThat(thrown.method()).isEqualTo("GET");
    assertThat(thrown.path()).isEqualTo("/api/review/42");
    assertThat(thrown.vendorCode()).contains("401");
    assertThat(thrown.vendorMessage()).contains("Unknown Authorization token");
    assertThat(thrown.headers()).containsEntry("x-request-id", List.of("r-1"));
    assertThat(thrown.body()).isEqualTo(Evidence.of("error"));
  }

  @Test
  void leavesTheQueryOutOfTheMessage() {
    server.answer(WireAnswer.json(400, "{\"error\":{\"code\":400,\"message\":\"Bad\"}}"));

    assertThatThrownBy(
            () ->
                client
                    .contacts()
                    .listContacts(ListContactsQuery.builder().email("thibault@fidcar.com").build())
                    .firstPage())
        .hasMessage(
            "fidcar listContacts: 400 Bad Request for GET /api/contact. FIDCAR says: \"Bad\" (code"
                + " 400). Correct the request.");
  }

  @Test
  void showsAnErrorBodyThatIsNotJson() {
    server.answer(WireAnswer.of(502, "text/html", "<html>\n <h1>Bad\tgateway</h1>\n</html>"));

    assertThatThrownBy(() -> client.disputes().closeDispute("7"))
        .isInstanceOfSatisfying(
            VendorResponseException.class, e -> assertThat(e.vendorCode()).isEmpty())
        .hasMessage(
            "fidcar closeDispute: 502 Bad Gateway for POST /api/dispute/7/close. The body is not"
                + " FIDCAR's error JSON: \"<html> <h1>Bad gateway</h1> </html>\". The fault is the"
                + " vendor's: try again later, and look before you repeat a POST.");
  }

  @Test
  void copesWithErrorJsonOfAnotherShape() {
    for (String body : List.of("[]", "null", "{\"error\":\"x\"}", "{\"error\":{\"code\":null}}")) {
      server.answer(WireAnswer.json(404, body));

      Throwable thrown = catchThrowable(() -> client.reviews().getReview("42"));

      assertThat(thrown)
          .isInstanceOf(NotFoundException.class)
          .hasMessageContaining("The body is not FIDCAR's error JSON: \"")
          .hasMessageEndingWith("Check the ids in the path.");
    }
  }

  @Test
  void losesNoPageForOneMemberThatDoesNotFit() {
    server.answer(Evidence.page(1, 10, 1, "{\"id\":\"42\",\"grade\":\"good\"}"));

    Review review = client.reviews().listReviews().firstPage().data().get(0);

    assertThat(review.id()).isEqualTo("42");
    assertThat(review.grade()).isNull();
    assertThat(review.additionalProperties()).containsEntry("grade", Json.of("good"));
  }

  @Test
  void tellsThatAnAnswerIsOfAnotherTypeAndThatTheVendorCallsItASuccess() {
    server.answer("[42]");

    assertThatThrownBy(() -> client.reviews().listReviews().firstPage())
        .isInstanceOfSatisfying(
            VendorDecodeException.class,
            e -> {
              assertThat(e.jsonPath()).contains("$");
              assertThat(e.answerStatus()).hasValue(200);
              assertThat(e.body()).isEqualTo("[42]");
              assertThat(e.outcome()).isEqualTo(Outcome.DONE);
            })
        .hasMessageStartingWith(
            "fidcar listReviews: the 200 answer to GET /api/review is not what the contract"
                + " describes at $: expected an object and found an array")
        .hasMessageEndingWith(
            ". The vendor reports success: do not repeat a change. withRawResponse() gives the"
                + " answer as it came. Check the base URL; if the vendor has changed, take a newer"
                + " version of this client.")
        .hasNoCause();
  }

  @Test
  void encodesIdsInPaths() {
    server.answer("{}");

    client.reviews().getReview("../a b/ü%2F{x}?y#z+;");

    assertThat(server.request().line())
        .isEqualTo("GET /api/review/..%2Fa%20b%2F%C3%BC%252F%7Bx%7D%3Fy%23z%2B%3B");
  }

  @Test
  void encodesAnIdThatLooksEncoded() {
    server.answer("{}");

    client.reviews().getReview("a%2Fb");

    assertThat(server.request().line()).isEqualTo("GET /api/review/a%252Fb");
  }

  @Test
  void refusesIdsThatWouldBeAnotherPath() {
    for (String id : List.of(".", "..")) {
      assertThatThrownBy(() -> client.disputes().closeDispute(id))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("A path value must not be empty, '.' or '..': '" + id + "'. Pass the id.");
    }
    assertThatThrownBy(() -> client.disputes().closeDispute(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("closeDispute: 'dispute_id' must not be empty. Change it before the call.");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  @SuppressWarnings("NullAway") // callers without null checks exist
  void refusesNullWhereAValueIsNeeded() {
    assertThatThrownBy(() -> client.reviews().getReview(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("getReview: reviewId must not be null");
    assertThatThrownBy(() -> client.contacts().createContact(1, null))
        .hasMessage("createContact: form must not be null");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void encodesQueriesSoThatNothingIsMisread() {
    server.answer(Evidence.page(1, 10, 0));

    client
        .contacts()
        .listContacts(ListContactsQuery.builder().name("50%25 & {a}+b=c%").origin("").build())
        .firstPage();

    assertThat(server.request().line())
        .isEqualTo("GET /api/contact?name=50%2525%20%26%20%7Ba%7D%2Bb%3Dc%25&origin=");
  }
}
