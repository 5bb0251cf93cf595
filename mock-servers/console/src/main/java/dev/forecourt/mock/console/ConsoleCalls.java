package dev.forecourt.mock.console;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calls below {@code /__mock}, by path and verb. */
final class ConsoleCalls {

  private static final String VENDORS = MockRequest.CONTROLS + "/vendors/";
  private static final String REQUESTS = MockRequest.CONTROLS + "/requests/";
  private static final String SCENARIOS = MockRequest.CONTROLS + "/scenarios";
  private static final Map<String, String> WORDS = words();

  private final VendorCalls vendors;
  private final TrafficCalls traffic;

  ConsoleCalls(List<ConsoleVendor> vendors) {
    this.vendors = new VendorCalls(vendors);
    traffic = new TrafficCalls(vendors);
  }

  private static Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("GET /__mock", "this list");
    words.put("GET /__mock/vendors", "the vendors: address, credentials, what is disturbed");
    words.put("POST /__mock/vendors/ID/headers", "fresh headers that open every operation once");
    words.put("ANY /__mock/vendors/ID/controls/NAME", "the control /__mock/NAME of that vendor");
    words.put(
        "GET /__mock/requests",
        "the last requests of all, newest first; ?vendor=ID, ?status=4xx, ?operation=ID,"
            + " ?since=TIME, ?unmatched=true, ?preflight=false, ?session=NAME, ?text=WORD,"
            + " ?after=NUMBER, ?limit=100, ?body=true for headers and bodies");
    words.put("GET /__mock/requests/NUMBER", "one of them, with headers and bodies");
    words.put("DELETE /__mock/requests", "forgets them");
    words.put("GET /__mock/events", "the same as they come, as server-sent events");
    words.put("GET /__mock/har", "the same as a HAR file");
    words.put("GET /__mock/scenarios", "the scenarios of all vendors, and which are active");
    words.put("POST /__mock/scenarios/NAME", "begins anew with it at each vendor that has it");
    words.put("POST /__mock/reset", "puts seed and controls of all vendors back");
    return words;
  }

  MockResponse handle(MockRequest request) {
    try {
      return routed(request);
    } catch (Refusal refusal) {
      return refusal.in(Message.of(refusal.status(), refusal.words()));
    }
  }

  private MockResponse routed(MockRequest request) {
    String path = request.path();
    if (path.startsWith(VENDORS)) {
      return ofVendor(path.substring(VENDORS.length()), request);
    }
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    if (path.startsWith(REQUESTS) && method.equals("GET")) {
      return traffic.one(path.substring(REQUESTS.length()));
    }
    if (path.startsWith(SCENARIOS + "/") && method.equals("POST")) {
      return vendors.loadScenario(path.substring(SCENARIOS.length() + 1));
    }
    return switch (method + " " + path) {
      case "GET /__mock" ->
          Message.json(out -> out.object("calls", to -> WORDS.forEach(to::field)));
      case "GET /__mock/vendors" -> vendors.list();
      case "GET /__mock/requests" -> traffic.list(request);
      case "GET /__mock/scenarios" -> vendors.listScenarios();
      case "DELETE /__mock/requests" -> traffic.forget();
      case "GET /__mock/har" -> traffic.har(request);
      case "POST /__mock/reset" -> {
        vendors.reset();
        yield MockResponse.empty(204);
      }
      default -> throw unknown(request);
    };
  }

  private MockResponse ofVendor(String rest, MockRequest request) {
    int slash = rest.indexOf('/');
    ConsoleVendor vendor = vendors.named(slash < 0 ? rest : rest.substring(0, slash));
    String what = slash < 0 ? "" : rest.substring(slash);
    if (what.equals("/controls") || what.startsWith("/controls/")) {
      return vendors.control(vendor, what.substring("/controls".length()), request);
    }
    if (what.equals("/headers") && request.method().equals("POST")) {
      return vendors.headers(vendor);
    }
    throw unknown(request);
  }

  private static Refusal unknown(MockRequest request) {
    List<String> verbs =
        WORDS.keySet().stream()
            .filter(each -> each.endsWith(" " + request.path()))
            .map(each -> each.substring(0, each.indexOf(' ')))
            .toList();
    if (verbs.isEmpty()) {
      return new Refusal(
          404,
          "The console has no call %s %s. GET /__mock lists all."
              .formatted(request.method(), request.path()));
    }
    String allow = String.join(", ", verbs);
    return new Refusal(
            405, "%s takes %s, not %s.".formatted(request.path(), allow, request.method()))
        .with("Allow", allow);
  }
}
