package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.contract.tools.DocumentedRequest;
import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.Vendors;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stub with a directory for its state, closed and started again. */
final class RestartTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private Path directory;

  @ParameterizedTest
  @MethodSource("vendors")
  void findsEverythingAgain(Vendor vendor) throws Exception {
    Calls calls = new Calls(vendor);
    List<DocumentedRequest> requests =
        calls.documented().stream()
            // its calls to webhooks go on meanwhile; ClaireRestartTest holds them
            .filter(each -> !each.operationId().matches("testWebhook|importAppointments"))
            .toList();
    Random random = new Random(5);
    String before;
    try (MockServer server = start(vendor)) {
      for (int i = 0; i < 60; i++) {
        calls.send(server.baseUri(), requests.get(random.nextInt(requests.size())));
      }
      before = server.exportState();
    }

    try (MockServer server = start(vendor)) {
      assertThat(server.exportState()).isEqualTo(before);
      server.reset();
    }
    try (MockServer server = start(vendor);
        MockServer fresh = MockServer.builder(vendor.id()).start()) {
      // seeded errors of Claire's webhooks are so many hours old
      assertThat(server.exportState().replaceAll("T\\d\\d:\\d\\d:\\d\\d", ""))
          .isEqualTo(fresh.exportState().replaceAll("T\\d\\d:\\d\\d:\\d\\d", ""));
    }
  }

  @Test
  void takesATokenOfAutochatThatItHasIssuedButDoesNotKeepIt() throws Exception {
    Vendor vendor = Vendors.named("autochat");
    String token;
    try (MockServer server = start(vendor)) {
      Calls calls = new Calls(vendor);
      DocumentedRequest wanted =
          calls.documented().stream()
              .filter(each -> each.operationId().equals("createToken"))
              .findFirst()
              .orElseThrow();
      token =
          calls
              .send(server.baseUri(), wanted)
              .body()
              .replaceAll(".*\"access_token\":\"(\\w+)\".*", "$1");
    }

    assertThat(Files.readString(directory.resolve("autochat.jsonl")))
        .contains("\"sha256\":\"")
        .doesNotContain(token);
    try (MockServer server = start(vendor)) {
      assertThat(options(server.baseUri(), token)).isEqualTo(200);
      assertThat(options(server.baseUri(), token + "x")).isEqualTo(401);
    }
  }

  @Test
  void refusesATokenOfFidelisaThatWasUsedBefore() throws Exception {
    Vendor vendor = Vendors.named("fidelisa");
    Map<String, String> headers = vendor.headers();
    try (MockServer server = start(vendor)) {
      assertThat(customers(headers, server.baseUri())).isEqualTo(200);
      assertThat(customers(headers, server.baseUri())).isEqualTo(403);
    }

    try (MockServer server = start(vendor)) {
      assertThat(customers(headers, server.baseUri())).isEqualTo(403);
      server.reset();
      assertThat(customers(headers, server.baseUri())).isEqualTo(200);
    }
  }

  private MockServer start(Vendor vendor) {
    return MockServer.builder(vendor.id()).state(directory).start();
  }

  private static int options(URI server, String token) throws IOException, InterruptedException {
    return CLIENT
        .send(
            HttpRequest.newBuilder(URI.create(server + "/api/options"))
                .header("Authorization", "Bearer " + token)
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static int customers(Map<String, String> headers, URI server)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + "/api/customers"));
    headers.forEach(request::header);
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  static List<Vendor> vendors() {
    return Vendors.all();
  }
}
