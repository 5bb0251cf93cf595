package dev.forecourt.mock.http;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which web pages may call and read what comes back, errors as well. An origin is repeated, never
 * {@code *}: a call with credentials ({@code credentials: "include"}) is refused that by browsers.
 *
 * @param origins the pages that may; empty for none
 * @param any whether all may, whatever the origins
 */
public record Cors(Set<String> origins, boolean any) {

  /** Pages of every origin. */
  public static final Cors OPEN = new Cors(Set.of(), true);

  /** No page: answers say nothing about them. */
  public static final Cors OFF = new Cors(Set.of(), false);

  private static final String ALLOWED = "Access-Control-Allow-Origin";

  // a browser shows these without being told (Fetch, "CORS-safelisted response-header name")
  private static final Set<String> SHOWN =
      Set.of(
          "cache-control",
          "content-language",
          "content-length",
          "content-type",
          "expires",
          "last-modified",
          "pragma",
          "vary");

  /** Normalizes the origins. Throws {@link IllegalArgumentException} for what is none. */
  public Cors {
    origins = origins.stream().map(Cors::origin).collect(Collectors.toUnmodifiableSet());
  }

  /** Pages of these origins alone, such as {@code http://localhost:5173}. */
  public static Cors of(Collection<String> origins) {
    return new Cors(Set.copyOf(origins), false);
  }

  /** An origin as browsers write it. Throws {@link IllegalArgumentException} for what is none. */
  public static String origin(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    if (!plain.matches("https?://[^/?#@\\s]+")) {
      throw new IllegalArgumentException(
          "An origin is a scheme, a host and a port, such as http://127.0.0.1:4010, but was '%s'. %s"
              .formatted(
                  text, plain.contains("://") ? "Leave out the path." : "Put http:// before it."));
    }
    return plain;
  }

  /** Whether pages are told nothing at all. */
  public boolean isOff() {
    return !any && origins.isEmpty();
  }

  /** Whether a page of this origin may read answers. */
  public boolean allows(String origin) {
    return any || origins.contains(origin.toLowerCase(Locale.ROOT));
  }

  /**
   * The answer, to be read by the page that asked if it is one that may. The same once it has been
   * made that.
   */
  public MockResponse answer(MockRequest request, MockResponse response) {
    String origin = request.header("Origin");
    return origin == null || !allows(origin) || response.header(ALLOWED) != null
        ? response
        : readable(origin, response);
  }

  /** The answer to what was so long that its origin is not known: without credentials at least. */
  public MockResponse answerToUnread(MockResponse response) {
    return any ? response.with(ALLOWED, "*") : response;
  }

  /** Lets pages of this origin read the answer with the headers that it has. */
  public static MockResponse readable(String origin, MockResponse response) {
    return response.with(
        ALLOWED,
        origin,
        "Access-Control-Allow-Credentials",
        "true",
        "Access-Control-Expose-Headers",
        exposed(response),
        "Vary",
        vary(response.header("Vary")));
  }

  /** By name: beside credentials, {@code *} is the name of a header. */
  private static String exposed(MockResponse response) {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.add("Date"); // which transports add
    response.forEachHeader(
        (name, value) -> {
          String small = name.toLowerCase(Locale.ROOT);
          if (!SHOWN.contains(small) && !small.startsWith("access-control-")) {
            names.add(name);
          }
        });
    return String.join(", ", names);
  }

  private static String vary(@Nullable String before) {
    return before == null ? "Origin" : "Origin, " + before;
  }

  public static boolean isPreflight(MockRequest request) {
    return request.method().equals("OPTIONS")
        && request.header("Access-Control-Request-Method") != null;
  }

  /** The answer to a preflight: what was asked for is allowed. */
  public static MockResponse preflight(MockRequest request, String methods) {
    MockResponse answer =
        MockResponse.empty(204)
            .with(
                "Access-Control-Allow-Methods",
                methods,
                "Access-Control-Max-Age",
                "600",
                "Vary",
                "Access-Control-Request-Method, Access-Control-Request-Headers, Access-Control-Request-Private-Network");
    String headers = request.header("Access-Control-Request-Headers");
    if (headers != null && !headers.isEmpty()) {
      answer = answer.with("Access-Control-Allow-Headers", headers);
    }
    // a page on the internet calls this machine; Chrome asks for it before it sends the call
    return "true".equals(request.header("Access-Control-Request-Private-Network"))
        ? answer.with("Access-Control-Allow-Private-Network", "true")
        : answer;
  }
}
