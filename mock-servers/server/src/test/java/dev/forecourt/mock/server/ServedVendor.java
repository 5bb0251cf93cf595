package dev.forecourt.mock.server;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import dev.forecourt.contract.tools.Contracts;
import dev.forecourt.contract.tools.DocumentedRequest;
import dev.forecourt.contract.tools.DocumentedRequests;
import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.vendor.Vendor;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A vendor's stub, running, with its contract. No AutoCloseable: JUnit would close it after one
 * test.
 */
final class ServedVendor {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Vendor vendor;
  private final OpenAPI contract;
  private final DocumentedRequests requests;
  private final OpenApiInteractionValidator validator;
  private final MockServer server;

  ServedVendor(Vendor vendor) {
    Path folder = Path.of(System.getProperty("forecourt.specs"), vendor.id());
    this.vendor = vendor;
    contract = Contracts.read(folder);
    requests = DocumentedRequests.of(folder);
    validator = OpenApiInteractionValidator.createFor(contract).build();
    server = MockServer.builder(vendor.id()).checkResponses().start();
  }

  MockServer server() {
    return server;
  }

  OpenAPI contract() {
    return contract;
  }

  DocumentedRequests requests() {
    return requests;
  }

  /** Headers that open every operation, fresh for each call. */
  Map<String, String> credentials() {
    return vendor.headers();
  }

  /** Fidelisa names no 401. */
  int unauthorized() {
    return vendor.id().equals("fidelisa") ? 403 : 401;
  }

  /** For points by hand, Fidelisa's text says 201 and its earlier draft 200. */
  int success(DocumentedRequest request) {
    return request.operationId().equals("correctPoints") ? 201 : request.status();
  }

  /** Sends it to a stub that has its seed. */
  HttpResponse<String> send(DocumentedRequest request, Map<String, String> more)
      throws IOException, InterruptedException {
    server.reset();
    return sendNext(request, more);
  }

  /** Sends it to the stub as it is. */
  HttpResponse<String> sendNext(DocumentedRequest request, Map<String, String> more)
      throws IOException, InterruptedException {
    HttpRequest.Builder sent = open(request.target());
    request.headers().forEach(sent::header);
    more.forEach(sent::header);
    if (request.mediaType() != null) {
      sent.header("Content-Type", request.mediaType());
    }
    sent.method(request.method(), BodyPublishers.ofString(request.body()));
    return CLIENT.send(sent.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    return send(method, path, "", headers);
  }

  /** A call of a control. */
  HttpResponse<String> control(String method, String name, String json, String... headers)
      throws IOException, InterruptedException {
    return send(method, "/__mock/" + name, json, headers);
  }

  private HttpResponse<String> send(String method, String path, String body, String[] headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder sent = open(path).method(method, BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      sent.header(headers[i], headers[i + 1]);
    }
    return CLIENT.send(sent.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder open(String path) {
    return HttpRequest.newBuilder(URI.create(server.baseUri() + path));
  }

  List<String> violations(DocumentedRequest request, HttpResponse<String> response) {
    return violations(request, response, response.body());
  }

  /** Those of the answer with another body. */
  List<String> violations(DocumentedRequest request, HttpResponse<String> response, String body) {
    return AnswerViolations.of(validator, request.method(), request.path(), response, body).stream()
        // Claire documents failures without a body; the stub says in one why it refused
        .filter(
            each -> response.statusCode() < 400 || !each.contains("No response body is expected"))
        .toList();
  }

  void stop() {
    server.close();
  }

  @Override
  public String toString() {
    return vendor.id();
  }
}
