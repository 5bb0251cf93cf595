package dev.forecourt.mock.serving;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.json.JsonWriter;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a mock says of itself, to everybody and without a key: its front page and its contract.
 * Where the vendor documents such a path, the vendor is asked.
 */
final class OwnPages {

  private static final String CONTRACT = "/openapi.";

  private final Serving serving;
  private final PublishedContract contract;
  private final Predicate<MockRequest> documented;

  OwnPages(Serving serving, Predicate<MockRequest> documented) {
    this.serving = serving;
    this.documented = documented;
    contract = new PublishedContract(serving.vendor());
  }

  /** Whether a path may be one of these: nearly none is. */
  static boolean isOne(MockRequest request) {
    String path = request.path();
    return path.length() == 1 || path.startsWith(CONTRACT);
  }

  /** The answer, or null to ask the vendor. */
  @Nullable MockResponse answer(MockRequest request) {
    boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
    if (!reads || documented.test(request)) {
      return null;
    }
    return switch (request.path()) {
      case "/" ->
          FrontPage.answer(
              request,
              serving.vendor().id(),
              CalledAddress.prefix(request, serving.base()),
              serving.console().get());
      case "/openapi.json", "/openapi.yaml" -> contract(request);
      default -> null;
    };
  }

  private MockResponse contract(MockRequest request) {
    String query = request.query() == null ? "" : request.query();
    boolean newer = query.equals("version=3.1");
    if (!newer && !query.isEmpty() && !query.equals("version=3.0")) {
      return message(
          400, "The contract is there in OpenAPI 3.0 and, with ?version=3.1 alone, in 3.1.");
    }
    MockResponse answer =
        contract.answer(
            request, request.path().substring(1), newer, CalledAddress.of(request, serving.base()));
    return answer == null ? message(404, missing(newer)) : answer;
  }

  private String missing(boolean newer) {
    String id = serving.vendor().id();
    return newer && contract.isThere()
        ? "The contract of '%s' is not there in OpenAPI 3.1. Leave version=3.1 out.".formatted(id)
        : "The published contract of '%s' is not on the class path. Add dev.forecourt:forecourt-specs."
            .formatted(id);
  }

  private static MockResponse message(int status, String message) {
    return MockResponse.json(status, JsonWriter.object(out -> out.field("message", message)));
  }
}
