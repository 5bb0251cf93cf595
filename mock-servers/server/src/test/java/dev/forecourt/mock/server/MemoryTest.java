package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.Vendors;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What used to fill the heap of the process is refused, with the flags that users start it with.
 */
@Tag("slow")
final class MemoryTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final List<String> ALL = Vendors.all().stream().map(Vendor::id).toList();

  @TempDir private Path directory;

  @Test
  void goesOnAnsweringWhateverItIsAskedToHold() throws Exception {
    try (RunningMock mock = RunningMock.startShipped(List.of(), ALL)) {
      URI fidcar = mock.uri("fidcar");
      for (int i = 0; i < 1200; i++) {
        assertThat(get(fidcar + "/" + "x".repeat(16_000) + i, "X-No", "1").statusCode())
            .isEqualTo(404);
      }
      assertAllAnswer(mock);

      List<HttpResponse<String>> begun = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        begun.add(get(mock.uri("claire") + "/v1/locations", "Mock-Session", "s" + i));
      }
      assertThat(begun.get(0).statusCode()).isEqualTo(401);
      assertThat(begun.get(63).statusCode()).isEqualTo(503);
      assertThat(begun.get(63).body())
          .matches(
              "The mock's memory for sessions is used up: \\d+\\.\\d MiB of 15\\.2 MiB. DELETE"
                  + " /__mock/session ends the one that the header names. More of it: start Java"
                  + " with -Xmx128m \\(now 64m\\); documentation, \"Limits of the mocks\".");
      assertAllAnswer(mock);
      post(mock.uri("claire") + "/__mock/reset", "");
      assertThat(get(mock.uri("claire") + "/v1/locations", "Mock-Session", "s0").statusCode())
          .isEqualTo(401);

      assertThat(allAtOnce(60, fidcar + "/api/local/add", "title=" + "y".repeat(1_000_000)))
          .containsOnly(400, 503)
          .contains(400);
      assertAllAnswer(mock);

      String state = "{\"cars\":[" + cars(17_500) + "]}";
      assertThat(allAtOnce(4, mock.uri("autochat") + "/__mock/state", state)).containsOnly(503);
      assertAllAnswer(mock);
    }
  }

  private static String cars(int count) {
    StringBuilder cars = new StringBuilder();
    for (int i = 0; i < count; i++) {
      cars.append(i == 0 ? "" : ",")
          .append("{\"dealershipId\":\"d\",\"internalId\":\"")
          .append(i)
          .append("\",\"description\":\"")
          .append("x".repeat(400))
          .append("\"}");
    }
    return cars.toString();
  }

  private static void assertAllAnswer(RunningMock mock) throws Exception {
    for (String vendor : ALL) {
      HttpResponse<String> health = get(mock.uri(vendor) + "/__mock/health", "X-No", "1");
      assertThat(health.statusCode()).as(vendor).isEqualTo(200);
    }
  }

  private static HttpResponse<String> get(String uri, String header, String value)
      throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(uri)).header(header, value).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String uri, String body) throws Exception {
    return CLIENT.send(request("POST", uri, body), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest request(String method, String uri, String body) {
    return HttpRequest.newBuilder(URI.create(uri))
        .header("Authorization", "fidcar-test-key")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .method(method, BodyPublishers.ofString(body))
        .build();
  }

  private static List<Integer> allAtOnce(int count, String uri, String body) {
    String method = uri.endsWith("/__mock/state") ? "PUT" : "POST";
    List<CompletableFuture<HttpResponse<String>>> under = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      under.add(CLIENT.sendAsync(request(method, uri, body), HttpResponse.BodyHandlers.ofString()));
    }
    return under.stream().map(each -> each.join().statusCode()).toList();
  }

  @Test
  void saysWhichHeapASeedFileNeeds() throws Exception {
    Path seed = directory.resolve("seed.json");
    Files.writeString(seed, "{\"cars\":[" + cars(20_000) + "]}");

    assertThat(RunningMock.ended(List.of(), "--vendor", "autochat", "--seed", "autochat=" + seed))
        .matches(
            "Seed file \\S+ of autochat does not fit: it takes about \\d+\\.\\d MiB of memory, and"
                + " \\d+\\.\\d MiB of 21\\.0 MiB are left for stored rows\\. Start Java with"
                + " -Xmx\\d+m \\(documentation, \"Limits of the mocks\"\\)\\.\\Rexit code 1");
  }

  /** Never half dead: the process ends, and says what to do. */
  @Test
  void endsWithAMessageWhenTheHeapIsFullAllTheSame() throws Exception {
    assertThat(RunningMock.ended(List.of("-Xms6m", "-Xmx6m", "-Xmn2m")))
        .contains("The mocks have run out of memory and end with exit code 3. Start them with more")
        .endsWith("exit code 3");
  }
}
