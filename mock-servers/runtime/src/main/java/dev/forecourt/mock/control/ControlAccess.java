package dev.forecourt.mock.control;

import dev.forecourt.mock.http.Cors;
import dev.forecourt.mock.http.HostName;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.json.JsonWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the controls closed to web pages, which a browser lets call this machine: to names that a
 * page has pointed here (DNS rebinding), and to pages of other origins. Programs send no {@code
 * Origin} and pass.
 *
 * @param bind address that the mock listens on: a name the controls may be called by
 * @param hosts more names they may be called by
 * @param origins pages that may call them and read the answers, such as {@code
 *     http://127.0.0.1:4010}
 */
public record ControlAccess(String bind, Set<String> hosts, Set<String> origins) {

  private static final String METHODS = "GET, POST, PUT, DELETE, OPTIONS";
  // of these the browser says that no other site had a part in the call
  private static final Set<String> OWN_SITE = Set.of("none", "same-origin");

  /** Normalizes the names. Throws {@link IllegalArgumentException} for what is no origin. */
  public ControlAccess {
    bind = HostName.plain(bind);
    hosts = hosts.stream().map(HostName::plain).collect(Collectors.toUnmodifiableSet());
    origins = origins.stream().map(Cors::origin).collect(Collectors.toUnmodifiableSet());
  }

  /** Open to programs of this machine alone. */
  public static ControlAccess ofThisMachine() {
    return new ControlAccess("127.0.0.1", Set.of(), Set.of());
  }

  /** What the control answers, or a 403 that says why it was not asked. */
  public MockResponse guard(MockRequest request, Supplier<MockResponse> control) {
    String refused = refusal(request);
    if (refused != null) {
      return MockResponse.json(403, JsonWriter.object(out -> out.field("message", refused)));
    }
    String origin = request.header("Origin");
    if (origin == null) {
      return control.get();
    }
    return Cors.readable(
        origin, Cors.isPreflight(request) ? Cors.preflight(request, METHODS) : control.get());
  }

  /**
   * Why a call of an operation may not name a session, or null: pages of this machine may, such as
   * those of the application that is being tested; others could end the sessions of test runs.
   */
  public @Nullable String sessionRefusal(MockRequest request) {
    for (String origin : request.headers("Origin")) {
      String host = HostName.ofHeader(origin.substring(origin.indexOf("://") + 3));
      boolean ofThisMachine = origin.contains("://") && isOurs(host);
      if (!ofThisMachine && !origins.contains(origin.toLowerCase(Locale.ROOT))) {
        return ControlRefusal.session(origin);
      }
    }
    return null;
  }

  /** Why nothing is answered by the name that this request has for the mock; null: it is ours. */
  public @Nullable String hostRefusal(MockRequest request) {
    for (String host : request.headers("Host")) {
      if (!isOurs(HostName.ofHeader(host))) {
        return ControlRefusal.host(HostName.ofHeader(host));
      }
    }
    return null;
  }

  private @Nullable String refusal(MockRequest request) {
    String byName = hostRefusal(request);
    if (byName != null) {
      return byName;
    }
    List<String> named = request.headers("Host");
    List<String> sent = request.headers("Origin");
    for (String origin : sent) {
      if (!isAllowed(origin, request.scheme(), named)) {
        return ControlRefusal.origin(origin);
      }
    }
    if (!sent.isEmpty()) {
      return null;
    }
    // a browser leaves Origin out of what it takes for harmless: pictures, frames, links
    for (String site : request.headers("Sec-Fetch-Site")) {
      if (!OWN_SITE.contains(site)) {
        return ControlRefusal.site(site);
      }
    }
    for (String page : request.headers("Referer")) {
      if (!isAllowed(originOf(page), request.scheme(), named)) {
        return ControlRefusal.origin(originOf(page));
      }
    }
    return null;
  }

  private boolean isOurs(String host) {
    return HostName.isLoopback(host)
        || host.equals(bind)
        || hosts.contains(host)
        // an address is no name that could be pointed here
        || (HostName.isAnyAddress(bind) && HostName.isAddress(host));
  }

  private boolean isAllowed(String origin, String scheme, List<String> hosts) {
    return origins.contains(origin.toLowerCase(Locale.ROOT))
        || (hosts.size() == 1 && origin.equalsIgnoreCase(scheme + "://" + hosts.get(0)));
  }

  private static String originOf(String page) {
    int path = page.indexOf('/', page.indexOf("://") + 3);
    return path < 0 ? page : page.substring(0, path);
  }
}
