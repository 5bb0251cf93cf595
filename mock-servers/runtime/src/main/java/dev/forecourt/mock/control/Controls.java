package dev.forecourt.mock.control;

import dev.forecourt.mock.credentials.RateLimit;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.journal.Journal;
import dev.forecourt.mock.json.JsonWriter;
import dev.forecourt.mock.memory.Budget;
import dev.forecourt.mock.memory.Budgets;
import dev.forecourt.mock.state.StateKeeper;
import dev.forecourt.mock.state.VendorState;
import dev.forecourt.mock.store.StateProblem;
import dev.forecourt.mock.store.StateTooLarge;
import dev.forecourt.mock.text.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The calls under {@code /__mock/} with which a test looks into a stub and puts it back. They need
 * no key.
 */
public final class Controls {

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("GET /__mock", "this list"),
          Map.entry(
              "GET /__mock/health",
              "vendor, version, ready; requests; what is disturbed; memory: limits and use, in"
                  + " bytes"),
          Map.entry("POST /__mock/reset", "puts seed and controls back, empties the journal"),
          Map.entry("GET /__mock/state", "everything remembered"),
          Map.entry("PUT /__mock/state", "takes such a document; tables left out get their seed"),
          Map.entry(
              "GET /__mock/requests",
              "the last requests, and why those refused were; ?status=4xx, ?operation=ID,"
                  + " ?since=TIME, ?unmatched=true, ?preflight=false, ?text=WORD, ?session=NAME,"
                  + " ?limit=10 newest, ?body=true for headers and bodies"),
          Map.entry("DELETE /__mock/requests", "forgets them"),
          Map.entry("GET /__mock/clock", "what time it is here"),
          Map.entry(
              "POST /__mock/clock",
              "moves the clock: {\"advance\": \"PT2H\"}, {\"now\": TIME} or {\"reset\": true}"),
          Map.entry("GET /__mock/rate-limit", "the limit for each credential"),
          Map.entry(
              "POST /__mock/rate-limit",
              "sets it: {\"limit\": 3, \"seconds\": 60}; null for the vendor's own"),
          Map.entry("GET /__mock/faults", "the rules by which calls are disturbed"),
          Map.entry(
              "POST /__mock/faults",
              "adds one: delay, fault, status or response; operation, request, times, probability,"
                  + " seed, retryAfter"),
          Map.entry("PUT /__mock/faults", "replaces all: {\"rules\": [...]}"),
          Map.entry("DELETE /__mock/faults", "removes all"),
          Map.entry("GET /__mock/scenarios", "the scenarios, and which is active"),
          Map.entry("POST /__mock/scenarios/NAME", "begins anew with that scenario"),
          Map.entry(
              "PUT /__mock/scenarios/NAME",
              "keeps state, faults and clock of now: {\"description\": TEXT}; GET shows it, DELETE"
                  + " forgets it"),
          Map.entry("GET /__mock/session", "the sessions: see header " + MockRequest.SESSION),
          Map.entry("DELETE /__mock/session", "ends the session that the header names"));

  private static final Set<String> WITH_RESET = Set.of("clock", "faults", "rate-limit", "state");
  private static final Set<String> NOTED = Set.of("clock", "faults", "rate-limit", "requests");

  private final Map<String, Function<MockRequest, MockResponse>> routes;
  private final String vendorId;
  private final VendorState state;
  private final StateKeeper keeper;
  private final Journal journal;
  private final Faults faults;
  private final RateLimit rateLimit;
  private final MovableClock clock;
  private final boolean unsigned;

  public Controls(
      String vendorId,
      VendorState state,
      StateKeeper keeper,
      Journal journal,
      Faults faults,
      RateLimit rateLimit,
      MovableClock clock,
      boolean unsigned) {
    this.vendorId = vendorId;
    this.state = state;
    this.keeper = keeper;
    this.journal = journal;
    this.faults = faults;
    this.rateLimit = rateLimit;
    this.clock = clock;
    this.unsigned = unsigned;
    this.routes = new TreeMap<>(state.controls());
    routes.putAll(faults.controls());
    routes.putAll(clock.controls());
    RateLimitControl limits = new RateLimitControl(rateLimit);
    routes.putAll(
        Map.of(
            "GET /__mock", request -> json(this::writeIndex),
            "POST /__mock/reset", request -> reset(),
            "GET /__mock/health", request -> json(this::writeHealth),
            "GET /__mock/rate-limit", request -> limits.show(),
            "POST /__mock/rate-limit", limits::set,
            "GET /__mock/requests", request -> large(journal.bytes(), () -> journal.list(request)),
            "DELETE /__mock/requests", request -> forget(),
            "GET /__mock/state",
                request -> large(keeper.bytes(), () -> MockResponse.json(200, keeper.export())),
            "PUT /__mock/state", this::importState));
  }

  public MockResponse handle(MockRequest request) {
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    Function<MockRequest, MockResponse> route = routes.get(method + " " + request.path());
    if (route == null) {
      return unknown(request);
    }
    try {
      MockResponse answer = keeper.kept(method, () -> state.locked(() -> route.apply(request)));
      if (!method.equals("GET")) {
        noteChange(request.path());
      }
      return answer;
    } catch (Refusal refusal) {
      return refusal.in(message(refusal.status(), refusal.reason()));
    }
  }

  private void noteChange(String path) {
    String what = path.substring(path.lastIndexOf('/') + 1);
    if (!what.equals("reset")) {
      journal.changed(NOTED.contains(what) ? what : "state");
    }
  }

  public void resetAll() {
    // first: the seed is made from what the clock says
    clock.reset();
    faults.clear();
    rateLimit.reset();
    keeper.reset();
    journal.clear();
    WITH_RESET.forEach(journal::changed);
  }

  /** An answer whose size nobody knows before it is made, unless too many such are being made. */
  private static MockResponse large(long bytes, Supplier<MockResponse> making) {
    Budget answers = Budgets.ofThisJvm().answers();
    if (!answers.tryTake(bytes)) {
      throw answers.refusal();
    }
    try {
      return making.get();
    } finally {
      answers.give(bytes);
    }
  }

  private MockResponse forget() {
    journal.clear();
    return MockResponse.empty(204);
  }

  private void writeIndex(JsonWriter out) {
    Set<String> all = new TreeSet<>(routes.keySet());
    all.addAll(WORDS.keySet());
    out.object("controls", list -> all.forEach(each -> list.field(each, words(each))));
  }

  private String words(String route) {
    return WORDS.getOrDefault(
        route, "of %s alone: documentation, \"Controls of one vendor\"".formatted(vendorId));
  }

  private MockResponse reset() {
    resetAll();
    return MockResponse.empty(204);
  }

  private MockResponse importState(MockRequest request) {
    if (request.body().length > MockRequest.MAX_CONTROL_BYTES) {
      throw new Refusal(
          413,
          "A state to import must be at most %d bytes long. Start with it as a seed file instead."
              .formatted(MockRequest.MAX_CONTROL_BYTES));
    }
    try {
      keeper.replace(request.body());
      return MockResponse.empty(204);
    } catch (StateTooLarge e) {
      throw new Refusal(
          503,
          "State not taken, nothing has changed: %s. Old and new rows must fit for a moment: a reset before makes room."
              .formatted(e.getMessage()));
    } catch (StateProblem e) {
      throw new Refusal(
          400,
          "State not taken, nothing has changed: %s. GET /__mock/state shows how it looks."
              .formatted(e.getMessage()));
    }
  }

  private void writeHealth(JsonWriter out) {
    String version = Controls.class.getPackage().getImplementationVersion();
    out.field("vendor", vendorId)
        .field("version", version == null ? "development" : version)
        .field("ready", true)
        .field("unsigned", unsigned)
        .object(
            "requests",
            to -> to.field("total", journal.total()).field("refused", journal.refused()))
        .object("active", this::writeActive)
        .object(
            "memory",
            memory -> {
              memory.field("heap", Runtime.getRuntime().maxMemory());
              Budgets.ofThisJvm().all().forEach(each -> write(each, memory));
            });
  }

  private void writeActive(JsonWriter out) {
    out.field("faults", faults.count())
        .field("rateLimit", rateLimit.isChanged())
        .field("clockMoved", clock.isMoved());
  }

  private static void write(Budget budget, JsonWriter out) {
    out.object(budget.name(), to -> to.field("used", budget.used()).field("limit", budget.limit()));
  }

  private MockResponse unknown(MockRequest request) {
    String path = request.path();
    List<String> verbs =
        routes.keySet().stream()
            .filter(each -> each.endsWith(" " + path))
            .map(each -> each.substring(0, each.indexOf(' ')))
            .toList();
    if (!verbs.isEmpty()) {
      String allow = String.join(", ", verbs);
      return message(405, "%s takes %s, not %s.".formatted(path, allow, request.method()))
          .with("Allow", allow);
    }
    List<String> names =
        routes.keySet().stream().map(each -> each.substring(each.lastIndexOf('/') + 1)).toList();
    String message =
        "No control %s %s%s. GET %s lists all."
            .formatted(
                request.method(),
                path,
                Spelling.hint(path.substring(path.lastIndexOf('/') + 1), names),
                MockRequest.CONTROLS);
    return message(404, message);
  }

  private static MockResponse message(int status, String message) {
    return MockResponse.json(status, JsonWriter.object(out -> out.field("message", message)));
  }

  private static MockResponse json(Consumer<JsonWriter> fields) {
    return MockResponse.json(200, JsonWriter.object(fields));
  }
}
