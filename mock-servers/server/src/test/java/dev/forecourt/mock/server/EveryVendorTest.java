package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import dev.forecourt.contract.tools.Contracts;
import dev.forecourt.contract.tools.DocumentedRequest;
import dev.forecourt.contract.tools.DocumentedRequests;
import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.Vendor;
import dev.forecourt.mock.Vendors;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each vendor's stub against each request that its contract and its samples show; what it answers
 * is held against the contract by a validator that is not ours.
 */
final class EveryVendorTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Map<String, Served> VENDORS = new LinkedHashMap<>();

  @AfterAll
  static void stop() {
    VENDORS.values().forEach(each -> each.server.close());
    VENDORS.clear();
  }

  @ParameterizedTest
  @MethodSource("complete")
  void answersWhatIsDocumented(Served vendor, DocumentedRequest request) throws Exception {
    HttpResponse<String> response = vendor.send(request, vendor.credentials);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(vendor.success(request));
    assertThat(vendor.violations(request, response)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("complete")
  void refusesMissingCredentialsUnlessTheOperationIsOpen(Served vendor, DocumentedRequest request)
      throws Exception {
    HttpResponse<String> response = vendor.send(request, Map.of());

    if (request.credentials().isEmpty()) {
      assertThat(response.statusCode()).isEqualTo(request.status());
    } else {
      assertThat(response.statusCode()).as(response.body()).isEqualTo(vendor.unauthorized());
    }
    assertThat(vendor.violations(request, response)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("complete")
  void refusesEachWrongCredential(Served vendor, DocumentedRequest request) throws Exception {
    for (String name : vendor.credentials.keySet()) {
      Map<String, String> wrong = new LinkedHashMap<>(vendor.credentials);
      wrong.put(name, "wrong");

      HttpResponse<String> response = vendor.send(request, wrong);

      boolean read = request.credentials().contains(name);
      assertThat(response.statusCode())
          .as("wrong %s: %s", name, response.body())
          .isEqualTo(read ? vendor.unauthorized() : request.status());
    }
  }

  @ParameterizedTest
  @MethodSource("incomplete")
  void refusesWhatLacksARequiredPartAndNamesIt(Served vendor, DocumentedRequest request)
      throws Exception {
    HttpResponse<String> response = vendor.send(request, vendor.credentials);

    assertThat(response.statusCode()).as(response.body()).isIn(400, 422);
    assertThat(response.body()).contains("required");
    if (!"body".equals(request.lacks())) {
      assertThat(response.body()).contains(String.valueOf(request.lacks()));
    }
    assertThat(vendor.violations(request, response)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void namesTheNearestOperationsForAnUnknownPath(Served vendor) throws Exception {
    HttpResponse<String> response = vendor.send("GET", "/no/such/path");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body())
        .contains("No documented operation for GET /no/such/path. Nearest: ");
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void namesTheVerbsForAnUndocumentedOne(Served vendor) throws Exception {
    DocumentedRequest any = vendor.requests.complete().get(0);

    HttpResponse<String> response = vendor.send("PATCH", any.path());

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow").orElse("")).contains(any.method());
    assertThat(response.body()).contains("PATCH is not documented for " + any.path());
  }

  static Stream<Served> vendors() {
    return Vendors.all().stream()
        .map(vendor -> VENDORS.computeIfAbsent(vendor.id(), id -> new Served(vendor)));
  }

  static Stream<Object[]> complete() {
    return each(DocumentedRequests::complete);
  }

  static Stream<Object[]> incomplete() {
    return each(DocumentedRequests::incomplete);
  }

  private static Stream<Object[]> each(Function<DocumentedRequests, List<DocumentedRequest>> of) {
    return vendors()
        .flatMap(
            served -> of.apply(served.requests).stream().map(each -> new Object[] {served, each}));
  }

  /** A vendor's stub, running, with its contract. */
  private static final class Served {
    private final String id;
    private final Map<String, String> credentials;
    private final DocumentedRequests requests;
    private final OpenApiInteractionValidator contract;
    private final MockServer server;

    Served(Vendor vendor) {
      Path folder = Path.of(System.getProperty("forecourt.specs"), vendor.id());
      id = vendor.id();
      credentials = vendor.credentials(vendor.defaultKeys());
      requests = DocumentedRequests.of(folder);
      contract = OpenApiInteractionValidator.createFor(Contracts.read(folder)).build();
      server = MockServer.builder(id).start();
    }

    /** Fidelisa names no 401. */
    int unauthorized() {
      return id.equals("fidelisa") ? 403 : 401;
    }

    /** For points by hand, Fidelisa's text says 201 and its earlier draft 200. */
    int success(DocumentedRequest request) {
      return request.operationId().equals("correctPoints") ? 201 : request.status();
    }

    HttpResponse<String> send(DocumentedRequest request, Map<String, String> more)
        throws IOException, InterruptedException {
      server.reset();
      HttpRequest.Builder sent =
          HttpRequest.newBuilder(URI.create(server.baseUri() + request.target()));
      request.headers().forEach(sent::header);
      more.forEach(sent::header);
      if (request.mediaType() != null) {
        sent.header("Content-Type", request.mediaType());
      }
      sent.method(request.method(), BodyPublishers.ofString(request.body()));
      return CLIENT.send(sent.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
      HttpRequest.Builder sent = HttpRequest.newBuilder(URI.create(server.baseUri() + path));
      return CLIENT.send(
          sent.method(method, BodyPublishers.noBody()).build(),
          HttpResponse.BodyHandlers.ofString());
    }

    List<String> violations(DocumentedRequest request, HttpResponse<String> response) {
      return AnswerViolations.of(contract, request.method(), request.path(), response).stream()
          // Claire documents failures without a body; the stub says in one why it refused
          .filter(
              each -> response.statusCode() < 400 || !each.contains("No response body is expected"))
          .toList();
    }

    @Override
    public String toString() {
      return id;
    }
  }
}
