package dev.forecourt.mock.server;

import static dev.forecourt.mock.verify.RequestPattern.anyRequest;
import static dev.forecourt.mock.verify.RequestPattern.request;
import static dev.forecourt.mock.verify.ValuePattern.absent;
import static dev.forecourt.mock.verify.ValuePattern.containing;
import static dev.forecourt.mock.verify.ValuePattern.equalTo;
import static dev.forecourt.mock.verify.ValuePattern.matching;
import static dev.forecourt.mock.verify.ValuePattern.present;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.verify.RequestPattern;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was sent is verified as people know it from WireMock. */
final class VerifyTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String FORM = "application/x-www-form-urlencoded";

  private final MockServer fidcar = MockServer.builder("fidcar").start();

  @BeforeEach
  void send() throws Exception {
    send("POST", "/api/local/1325/contact", FORM, "email=a%40example.org&km=10");
    send(
        "POST",
        "/api/local/1325/contact",
        "application/json",
        "{\"user\":{\"tags\":[\"x\",null]}}");
    send("GET", "/api/local?page=1&limit=5", "text/plain", "");
  }

  @AfterEach
  void stop() {
    fidcar.close();
  }

  private void send(String method, String path, String type, String body) throws Exception {
    CLIENT.send(
        HttpRequest.newBuilder(URI.create(fidcar.baseUri() + path))
            .header("Authorization", "fidcar-test-key")
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.discarding());
  }

  static Stream<Arguments> patterns() {
    RequestPattern contact = request("createContact");
    return Stream.of(
        arguments(2, contact),
        arguments(3, anyRequest()),
        arguments(1, contact.withBody("$.email", equalTo("a@example.org"))),
        arguments(1, contact.withBody("/email", matching("[^@]+@example\\.org"))),
        arguments(0, contact.withBody("$.email", matching("example"))),
        arguments(1, contact.withBody("$.km", equalTo(10))),
        arguments(1, contact.withBody("$.user.tags[0]", equalTo("x"))),
        arguments(1, contact.withBody("/user/tags/1", equalTo(null))),
        arguments(1, contact.withBody("/user/tags/1", present())),
        arguments(0, contact.withBody("/user/tags/2", present())),
        arguments(1, contact.withBody("$.email", absent())),
        arguments(1, request("listDealerships").withQuery("limit", equalTo("5"))),
        arguments(1, request("listDealerships").withQuery("bridge", absent())),
        arguments(1, contact.withHeader("content-type", containing("json"))),
        arguments(1, anyRequest().withPath(equalTo("/api/local"))),
        arguments(2, anyRequest().answeredWith(400)));
  }

  @Test
  void readsTheFieldsOfAMultipartForm() throws Exception {
    send(
        "POST",
        "/api/local/1325/contact",
        "multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\nm@example.org\r\n--b--\r\n");

    fidcar.verify(1, request("createContact").withBody("$.email", equalTo("m@example.org")));
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void countsWhatFits(int times, RequestPattern pattern) {
    fidcar.verify(times, pattern);

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> fidcar.verify(times + 1, pattern));
  }

  @Test
  void listsWhatCameTheNearestFirstWithWhatDiffers() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () ->
                fidcar.verify(
                    request("createContact")
                        .withBody("$.email", equalTo("b@example.org"))
                        .withHeader("Content-Type", containing("form"))))
        .withMessage(
            """
            Expected 1 request of createContact with body $.email equal to 'b@example.org' and header 'Content-Type' containing 'form', but 0 of the 3 requests that came fit.
              POST /api/local/1325/contact (createContact) -> 400: body $.email must be equal to 'b@example.org' but was 'a@example.org'
              POST /api/local/1325/contact (createContact) -> 400: body $.email must be equal to 'b@example.org' but was not sent; header 'Content-Type' must be containing 'form' but was 'application/json'
              GET /api/local?page=1&limit=5 (listDealerships) -> 200: operation must be equal to 'createContact' but was 'listDealerships'; body $.email must be equal to 'b@example.org' but was not sent; header 'Content-Type' must be containing 'form' but was 'text/plain'\
            """);
  }

  @Test
  void namesTheOperationThatIsNearest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fidcar.verify(request("createContakt")))
        .withMessageStartingWith(
            "No operation 'createContakt' (nearest is 'createContact'). There are answerReview, ");
  }

  @Test
  void saysHowAPlaceInABodyIsWritten() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> anyRequest().withBody("email", present()))
        .withMessage(
            "A place in a body is a JSON pointer such as /email, or a path such as $.email, but was"
                + " 'email'");
  }

  @Test
  void countsThoseOfASessionApart() throws Exception {
    try (MockServer session = fidcar.session("mine")) {
      CLIENT.send(
          HttpRequest.newBuilder(session.baseUri().resolve("/api/review")).build(),
          HttpResponse.BodyHandlers.discarding());

      session.verify(request("listReviews"));
      fidcar.verify(0, request("listReviews"));
      assertThat(session.requests().get(0).session()).isEqualTo("mine");
    }
  }
}
