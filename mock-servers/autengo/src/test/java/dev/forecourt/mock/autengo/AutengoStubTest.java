package dev.forecourt.mock.autengo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.MockServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Autengo's way to ask; that each documented request is answered is shown for all vendors at once.
 */
final class AutengoStubTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static MockServer server;

  @BeforeAll
  static void start() {
    server = MockServer.builder("autengo").start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // as the vendor's samples/listVehicles.js is written out by qs with brackets
        "search=titanium&and[vehicleState]=inventory&and[kilometers][]=%3E%3D%7C25000"
            + "&and[kilometers][]=%3C%3D%7C250000&order[field]=created&order[dir]=desc&offset=0&limit=25",
        // as qs writes arrays unless told otherwise
        "and[kilometers][0]=%3E%3D%7C25000&and[kilometers][1]=%3C%3D%7C250000",
        // repeated
        "or[colorId]=3&or[colorId]=4",
        "and%5BmakeName%5D=Ford",
      })
  void takesEveryFormOfAFilter(String query) throws Exception {
    assertThat(send(keyed("/v3/vehicle?" + query)).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "and[wheels]=4 -> query parameter 'and[wheels]' is not documented; allowed are airbagType,",
        "and[kilometers][]=near%7C5 -> query parameter 'and[kilometers]' must fit one of",
        "and=x -> query parameter 'and' must be an object, sent as and[member]=value",
        "and[a][b][c]=1 -> query parameter 'and[a][b][c]' cannot be read; write and[member]=value",
        "order[field]=created -> \"statusText\":\"query parameter 'order[dir]' is required but was missing\"}",
        "order[dir]=asc -> \"statusText\":\"query parameter 'order[field]' is required but was missing\"}",
        "order[field]=wheels&order[dir]=desc -> query parameter 'order[field]' must be one of created,",
        "order[field][]=created&order[dir]=desc -> query parameter 'order[field]' must be a string but was an array of 1",
        "and%5Bkilometers=1 -> query parameter 'and[kilometers' cannot be read",
        "filter[makeName]=Ford -> query parameter 'filter[makeName]' is not documented",
      })
  void saysWhatIsWrongWithAFilter(String query, String reason) throws Exception {
    HttpResponse<String> response = send(keyed("/v3/vehicle?" + query));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .startsWith("{\"status\":\"error\",\"statusText\":\"")
        .contains(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fields[]=makeId&fields[]=fuelType",
        "fields[0]=makeId",
        "fields=makeId&fields=fuelType",
        ""
      })
  void takesEveryFormOfAnArray(String query) throws Exception {
    assertThat(send(keyed("/v3/vehicle/filter/values?" + query)).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesAnUndocumentedFieldInAnyForm() throws Exception {
    assertThat(send(keyed("/v3/vehicle/filter/values?fields[0]=wheels")).body())
        .contains("query parameter 'fields[]' must be one of makeId,", "but was 'wheels'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "de -> 200",
        "en-US,en;q=0.9 -> 200",
        "* -> 200",
        "fr, de;q=0.5 -> 200",
        "fr -> 200",
        "de;q=2 -> 400"
      })
  void readsLanguagesAsBrowsersSendThem(String languages, int status) throws Exception {
    assertThat(send(keyed("/v3/vehicle").header("Accept-Language", languages)).statusCode())
        .isEqualTo(status);
  }

  /** "Supported languages are de and en. Default is de": autengo.txt L41. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "en;q=0.5, de;q=0.9 -> de",
        "de;q=0.5, en;q=0.9 -> en",
        "fr -> de",
        "fr, en;q=0.1 -> en",
        "* -> de"
      })
  void answersInTheLanguageThatIsLikedBest(String header, String language) throws Exception {
    String asked = send(keyed("/v3/vehicle").header("Accept-Language", header)).body();
    String plain = send(keyed("/v3/vehicle").header("Accept-Language", language)).body();
    String other =
        send(keyed("/v3/vehicle").header("Accept-Language", language.equals("de") ? "en" : "de"))
            .body();

    assertThat(asked).isEqualTo(plain).isNotEqualTo(other);
  }

  /** "prepend a primitive with a comparison operator using a |": autengo.txt L99. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "and[kilometers]=%3C50000 -> 'and[kilometers]' must compare with a number but was '<50000'; write <|50000",
        "or[kilometers][]=%3E%3D%205 -> 'or[kilometers]' must compare with a number but was '>= 5'; write >=|5",
        "and[kilometers]=%3Cmany -> 'and[kilometers]' must compare with a number but was '<many'",
        "and[kilometres]=5 -> (nearest is 'kilometers')",
        "order[field]=kilometer&order[dir]=desc -> but was 'kilometer' (nearest is 'kilometers')",
      })
  void saysHowAFilterShouldRead(String query, String reason) throws Exception {
    HttpResponse<String> response = send(keyed("/v3/vehicle?" + query));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).endsWith(reason + "\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "/v3/vehicle -> X-Api-Key -> autengo-test-key -> Authorization -> JWT autengo-test-token -> 200",
        "/v3/vehicle -> X-Api-Key -> autengo-test-key -> X-Authorization -> Bearer autengo-test-token -> 200",
        "/v3/vehicle -> X-Api-Key -> autengo-test-key -> Authorization -> Bearer autengo-test-token -> 401",
        "/v3/vehicle -> X-Api-Key -> autengo-test-key -> Authorization -> JWT abc -> 401",
        "/v3/vehicle -> X-Api-Key -> autengo-test-key -> X-Authorization -> Bearer abc -> 401",
        "/v3/vehicle -> X-Api-Key -> autengo-test-key -> X-Authorization -> autengo-test-token -> 401",
        "/v3/vehicle -> X-Api-Key -> other -> Authorization -> JWT autengo-test-token -> 401",
        "/v3/vehicle -> X-Other -> x -> Authorization -> JWT autengo-test-token -> 401",
        "/v3/auth/refresh -> X-Api-Key -> autengo-test-key -> Authorization -> JWT autengo-test-token -> 200",
        "/v3/auth/refresh -> X-Api-Key -> autengo-test-key -> X-Other -> x -> 401",
      })
  void wantsTheKeyAndTokensInTheirHeaders(
      String path, String one, String first, String two, String second, int status)
      throws Exception {
    HttpRequest.Builder request = request(path).header(one, first).header(two, second);

    assertThat(send(request).statusCode()).isEqualTo(status);
  }

  @Test
  void saysWhichCredentialsWouldDo() throws Exception {
    assertThat(send(request("/v3/auth/refresh")).body())
        .isEqualTo(
            "{\"status\":\"error\",\"statusText\":\"credentials are missing: send header 'X-Api-Key',"
                + " header 'Authorization'; or header 'X-Api-Key', header 'X-Authorization'\"}");
  }

  @Test
  void keepsEveryCredentialOutOfTheJournal() throws Exception {
    send(keyed("/v3/vehicle?search=autengo-test-key").header("X-Authorization", "Bearer s3cret"));

    assertThat(send(request("/__mock/requests")).body())
        .contains("\"X-Api-Key\":\"****\"", "\"X-Authorization\":\"****\"")
        .doesNotContain("autengo-test-key", "s3cret");
  }

  private static HttpRequest.Builder request(String path) {
    String encoded = path.replace("[", "%5B").replace("]", "%5D");
    return HttpRequest.newBuilder(URI.create(server.baseUri() + encoded));
  }

  private static HttpRequest.Builder keyed(String path) {
    return request(path).header("X-Api-Key", "autengo-test-key");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
