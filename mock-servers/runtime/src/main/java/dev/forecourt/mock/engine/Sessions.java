package dev.forecourt.mock.engine;

import dev.forecourt.mock.control.ControlAccess;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.journal.Journal;
import dev.forecourt.mock.journal.RecordedRequest;
import dev.forecourt.mock.json.JsonWriter;
import dev.forecourt.mock.memory.Budget;
import dev.forecourt.mock.memory.Budgets;
import dev.forecourt.mock.scenario.ScenarioControls;
import dev.forecourt.mock.scenario.Scenarios;
import dev.forecourt.mock.state.StateKeeper;
import dev.forecourt.mock.vendor.MockSettings;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.VendorStub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives each value of the header {@code Mock-Session} a stub of its own, with state, journal,
 * clock, faults and limits, made from the seed when it is first sent. So test runs may share a
 * port. Requests without the header share the main stub.
 */
public final class Sessions implements VendorStub {

  /** Most sessions at a time; one more ends the one that has rested longest. */
  static final int MOST = 64;

  /** Sessions that have rested this long end when the next one begins. */
  static final Duration REST = Duration.ofHours(1);

  /** Those that have rested this long end when there is no memory for another one. */
  static final Duration SHORT_REST = Duration.ofMinutes(1);

  // what a stub takes beside its rows
  private static final int STUB_BYTES = 64 * 1024;

  private static final String CONTROL = "/__mock/session";
  private static final String RESET = "/__mock/reset";
  private static final String REQUESTS = "/__mock/requests";
  private static final Pattern IN_QUERY = Pattern.compile("(?:^|&)session=([^&]*)");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private final VendorStub main;
  private final Scenarios scenarios;
  private final ScenarioControls scenarioControls;
  private final Function<String, VendorStub> opener;
  private final ControlAccess access;
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Budget budget = Budgets.ofThisJvm().sessions();
  private volatile long cost;
  private boolean closed;
  private volatile @Nullable String active;

  /** Sessions of this vendor beside a main stub with these settings. */
  public Sessions(Vendor vendor, MockSettings settings) {
    this(vendor, settings, Scenarios.shippedWith(vendor));
  }

  /** The same with these scenarios. Throws {@link Refusal} when the first cannot be loaded. */
  public Sessions(Vendor vendor, MockSettings settings, Scenarios scenarios) {
    this.scenarios = scenarios;
    scenarioControls = new ScenarioControls(scenarios);
    main = vendor.open(settings);
    try {
      beginScenario();
    } catch (Refusal e) {
      main.close();
      throw e;
    }
    cost = STUB_BYTES + main.state().bytes();
    access = settings.access();
    opener = name -> vendor.open(settings.ofSession(name));
  }

  private void beginScenario() {
    String first = scenarios.first();
    if (first != null) {
      scenarios.load(first, main);
    }
    active = first;
  }

  @Override
  public MockResponse handle(MockRequest sent) {
    MockRequest request = SessionRequest.of(sent);
    return request.isControl() ? access.guard(request, () -> handled(request)) : handled(request);
  }

  /** Begins anew with a scenario. Throws {@link Refusal}, also for an unknown one. */
  public void scenario(String name) {
    scenarios.load(name, main);
    active = name;
  }

  private static @Nullable String sessionName(MockRequest request) {
    String name = request.header(MockRequest.SESSION);
    if (name != null) {
      return name;
    }
    String scenario = request.header(MockRequest.SCENARIO);
    return scenario == null ? null : "scenario-" + scenario;
  }

  private MockResponse handled(MockRequest request) {
    String name = sessionName(request);
    if (name == null && request.path().equals(REQUESTS)) {
      return requestsOfSession(request);
    }
    if (request.path().equals(CONTROL)) {
      return control(request, name);
    }
    if (name == null) {
      return ofMain(request);
    }
    if (!NAME.matcher(name).matches()) {
      return refuse(
          400, "header '" + MockRequest.SESSION + "' must be 1 to 64 letters, digits or dashes");
    }
    String refused = request.isControl() ? null : access.sessionRefusal(request);
    if (refused != null) {
      return refuse(403, refused);
    }
    try {
      String scenario = request.header(MockRequest.SCENARIO);
      return isRead(request) && !sessions.containsKey(name)
          ? ofUnbegun(name, scenario, request)
          : ofSession(session(name, scenario), request);
    } catch (Refusal full) {
      return refuse(full);
    }
  }

  private MockResponse ofMain(MockRequest request) {
    if (request.isControl()) {
      if (ScenarioControls.isOne(request.path())) {
        return scenarioControls.handle(request, main, active, loaded -> active = loaded);
      }
      if (isReset(request)) {
        MockResponse answer = main.handle(request);
        beginScenario();
        return answer;
      }
    }
    return main.handle(request);
  }

  private MockResponse ofSession(Session session, MockRequest request) {
    if (request.isControl()) {
      if (ScenarioControls.isOne(request.path())) {
        return scenarioControls.handle(
            request, session.stub, session.scenario, loaded -> session.scenario = loaded);
      }
      if (isReset(request)) {
        MockResponse answer = session.stub.handle(request);
        loadFirst(session, session.first);
        return answer;
      }
    }
    return session.stub.handle(request);
  }

  private static boolean isRead(MockRequest request) {
    return request.isControl()
        && (request.method().equals("GET") || request.method().equals("HEAD"));
  }

  /** What a session would begin with: who looks begins none. */
  private MockResponse ofUnbegun(String name, @Nullable String scenario, MockRequest request) {
    Session session = open(name, scenario == null ? scenarios.first() : scenario);
    try {
      return ofSession(session, request);
    } finally {
      session.stub.close();
    }
  }

  private static boolean isReset(MockRequest request) {
    return request.path().equals(RESET) && request.method().equals("POST");
  }

  private void loadFirst(Session session, @Nullable String scenario) {
    if (scenario != null) {
      scenarios.load(scenario, session.stub);
    }
    session.scenario = scenario;
  }

  /** As many as its stub: what one looks at, all do. */
  @Override
  public int maxBodyBytes(MockRequest request) {
    return main.maxBodyBytes(SessionRequest.of(request));
  }

  @Override
  public boolean documents(MockRequest request) {
    return main.documents(request);
  }

  /** Null for what makes or fills a stub: that takes up to some tenths of a second. */
  @Override
  public @Nullable MockResponse handleAtOnce(MockRequest sent) {
    MockRequest request = SessionRequest.of(sent);
    if (request.isControl()) {
      return null;
    }
    String name = sessionName(request);
    if (name == null) {
      return main.handle(request);
    }
    return sessions.containsKey(name) ? handle(request) : null;
  }

  private Session session(String name, @Nullable String scenario) {
    Session session = sessions.get(name);
    if (session == null) {
      session = begin(name, scenario == null ? scenarios.first() : scenario);
    }
    session.lastUsed = System.nanoTime();
    return session;
  }

  private synchronized Session begin(String name, @Nullable String scenario) {
    Session other = sessions.get(name);
    if (other != null) {
      return other;
    }
    makeRoom();
    Session session = open(name, scenario);
    session.stub.state().countIn(budget, STUB_BYTES);
    if (closed) {
      session.stub.close();
    } else {
      sessions.put(name, session);
      changed();
    }
    return session;
  }

  private synchronized Session open(String name, @Nullable String scenario) {
    if (scenario != null) {
      scenarios.requireKnown(scenario);
    }
    if (!budget.fits(cost)) {
      endRested(SHORT_REST);
      budget.admit(cost);
    }
    Session session = new Session(opener.apply(name), scenario);
    // a stub starts without its seed: what the next one costs shows when this one has it
    session.stub.state().fill();
    try {
      loadFirst(session, scenario);
    } catch (Refusal e) {
      session.stub.close();
      throw e;
    }
    cost = STUB_BYTES + session.stub.state().bytes();
    return session;
  }

  /**
   * Ends those that have rested too long, and the one that has rested longest if all are in use.
   */
  private void makeRoom() {
    long now = System.nanoTime();
    List<Rested> byRest = new ArrayList<>();
    sessions.forEach((name, each) -> byRest.add(new Rested(name, now - each.lastUsed)));
    byRest.sort(Comparator.comparingLong(Rested::nanos).reversed());
    for (int i = 0; i < byRest.size(); i++) {
      if (byRest.get(i).nanos > REST.toNanos() || byRest.size() - i >= MOST) {
        end(byRest.get(i).name);
      }
    }
  }

  private void endRested(Duration rest) {
    long now = System.nanoTime();
    sessions.forEach(
        (name, each) -> {
          if (now - each.lastUsed > rest.toNanos()) {
            end(name);
          }
        });
  }

  /** A stub whose every request belongs to this session; closing it ends the session. */
  public VendorStub session(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "The name of a session is 1 to 64 letters, digits or dashes, but was '%s'"
              .formatted(name));
    }
    return new OneSession(this, name);
  }

  VendorStub stubOf(String name) {
    return session(name, null).stub;
  }

  void resetSession(String name) {
    Session session = session(name, null);
    session.stub.reset();
    loadFirst(session, session.first);
  }

  /** Begins a session anew with a scenario. Throws {@link Refusal}, also for an unknown one. */
  public void scenario(String sessionName, String name) {
    Session session = session(sessionName, null);
    scenarios.load(name, session.stub);
    session.scenario = name;
  }

  boolean end(String name) {
    Session session = sessions.remove(name);
    if (session != null) {
      session.stub.close();
      changed();
    }
    return session != null;
  }

  private void changed() {
    main.journals().forEach(each -> each.changed("session"));
  }

  /** A query may name the session as well: who looks back begins none. */
  private MockResponse requestsOfSession(MockRequest request) {
    Matcher named = IN_QUERY.matcher(String.valueOf(request.query()));
    if (!named.find()) {
      return main.handle(request);
    }
    Session session = sessions.get(named.group(1));
    return session == null
        ? message(404, "No session of that name. GET " + CONTROL + " lists those there are.")
        : session.stub.handle(request);
  }

  private MockResponse control(MockRequest request, @Nullable String name) {
    return switch (request.method()) {
      case "GET", "HEAD" -> list();
      case "DELETE" ->
          name == null
              ? message(
                  400, "Send the header '" + MockRequest.SESSION + "' with the name of the session")
              : end(name) ? MockResponse.empty(204) : message(404, "No session of that name");
      default -> message(405, "Send GET or DELETE").with("Allow", "GET, DELETE");
    };
  }

  private MockResponse list() {
    return MockResponse.json(
        200,
        JsonWriter.object(
            out -> {
              out.name("sessions").startArray();
              sessions.keySet().stream().sorted().forEach(out::value);
              out.endArray().field("most", MOST);
            }));
  }

  private static MockResponse message(int status, String message) {
    return MockResponse.json(status, JsonWriter.object(out -> out.field("message", message)));
  }

  @Override
  public MockResponse refuse(int status, String message) {
    return main.refuse(status, message);
  }

  /** That of the main stub. */
  @Override
  public StateKeeper state() {
    return main.state();
  }

  @Override
  public List<RecordedRequest> requests() {
    return main.requests();
  }

  @Override
  public List<Journal> journals() {
    List<Journal> all = new ArrayList<>(main.journals());
    sessions.values().forEach(each -> all.addAll(each.stub.journals()));
    return all;
  }

  /** The main stub and all sessions, within the time for one. */
  @Override
  public void drain(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    main.drain(atMost);
    for (Session each : sessions.values()) {
      each.stub.drain(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }
  }

  /** Resets the main stub and ends all sessions. */
  @Override
  public void reset() {
    endAll();
    main.reset();
    beginScenario();
  }

  @Override
  public synchronized void close() {
    closed = true;
    endAll();
    main.close();
  }

  private synchronized void endAll() {
    sessions.keySet().forEach(this::end);
  }

  /** A stub and when it was used last. */
  private static final class Session {
    private final VendorStub stub;
    private final @Nullable String first;
    private volatile @Nullable String scenario;
    private volatile long lastUsed = System.nanoTime();

    Session(VendorStub stub, @Nullable String first) {
      this.stub = stub;
      this.first = first;
    }
  }

  private record Rested(String name, long nanos) {}
}
