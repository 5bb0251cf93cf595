package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import dev.forecourt.contract.tools.Contracts;
import dev.forecourt.mock.MockServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claire's start data and what is imported fit the contract in the eyes of another validator. */
final class ClaireConformanceTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static OpenApiInteractionValidator contract;
  private static MockServer server;

  @BeforeAll
  static void start() {
    Path folder = Path.of(System.getProperty("forecourt.specs"), "claire");
    contract = OpenApiInteractionValidator.createFor(Contracts.read(folder)).build();
    server = MockServer.builder("claire").start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "200 | GET | /v1/appointments/0 | -",
        "200 | GET | /v1/appointments/4711824 | -",
        "200 | GET | /v1/checks?appointment_id=4711824 | -",
        "200 | GET | /v1/locations | -",
        "200 | GET | /v1/tags | -",
        "200 | GET | /v1/questions | -",
        "200 | GET | /v1/car?vin=WVGZZZ5NZLW100203 | -",
        "200 | GET | /v1/webhooks/list | -",
        "200 | GET | /v1/webhooks/view?webhook_id=0 | -",
        "200 | GET | /v1/webhooks/list_triggers | -",
        "200 | POST | /v1/webhooks/list_errors | {\"WebhookID\":1502,\"Page\":1}",
        "200 | POST | /v1/appointments/list | {\"location_id\":312,\"is_pinned\":true}",
        "200 | POST | /v1/appointments/list | {\"location_id\":313,\"is_pinned\":true}",
        "200 | POST | /v1/appointments/list | {\"location_id\":312,\"dms_nr\":\"none\"}",
        "404 | GET | /v1/appointments/1 | -",
        "404 | GET | /v1/car?vin=X | -",
        "400 | POST | /v1/appointments/list | {\"location_id\":312}",
      })
  void answersAsTheContractSays(int status, String method, String path, String body)
      throws Exception {
    HttpResponse<String> response = send(method, path, body);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(violations(method, path, response)).isEmpty();
  }

  @Test
  void showsAnImportedAppointmentAsTheContractSays() throws Exception {
    String day = OffsetDateTime.now().plusYears(1).toString();
    send(
        "POST",
        "/v1/appointments/import",
        """
        {"appointments": [{"dms_nr": "B-1", "wo_nr": "W", "dms_created_at": "%s", "time_car_app": "%s",
         "location_id": 312, "car": {"dms_nr": "V", "vin": "VIN1", "model": "m", "make": "n"},
         "customer_owner": {"dms_nr": "C", "surname": "s"}, "interventions": [{"dms_nr": "I", "title": "t"}]}]}"""
            .formatted(day, day));
    String filter = "{\"location_id\":312,\"dms_nr\":\"B-1\"}";
    while (send("POST", "/v1/appointments/list", filter).body().contains("null}")
        && send("GET", "/v1/car?vin=VIN1", null).statusCode() != 200) {
      Thread.sleep(20);
    }

    HttpResponse<String> found = send("POST", "/v1/appointments/list", filter);
    HttpResponse<String> car = send("GET", "/v1/car?vin=VIN1", null);

    assertThat(found.body()).contains("\"dms_number\":\"B-1\"");
    assertThat(violations("POST", "/v1/appointments/list", found)).isEmpty();
    assertThat(violations("GET", "/v1/car", car)).isEmpty();
  }

  private static HttpResponse<String> send(String method, String path, String body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.baseUri() + path))
            .header("Authorization", Calls.key("claire"));
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, BodyPublishers.ofString(body));
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static List<String> violations(
      String method, String path, HttpResponse<String> response) {
    return AnswerViolations.of(contract, method, path, response).stream()
        // the vendor documents failures without a body; the stub says in one why it refused
        .filter(
            each -> response.statusCode() < 400 || !each.contains("No response body is expected"))
        .toList();
  }
}
