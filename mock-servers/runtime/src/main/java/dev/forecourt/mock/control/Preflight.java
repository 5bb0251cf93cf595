package dev.forecourt.mock.control;

import dev.forecourt.mock.http.Cors;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.text.Shown;
import java.util.TreeSet;

/** Answers a browser that asks, before a call of a page, whether it may be made. */
public final class Preflight {

  private Preflight() {}

  /** Whether a browser asks, and it is not an ordinary call because pages are told nothing. */
  public static boolean isOne(MockRequest request, Cors cors) {
    return Cors.isPreflight(request) && !cors.isOff();
  }

  /**
   * What was asked for is allowed. Throws a {@link Refusal} when the page is not one of those that
   * may call.
   */
  public static MockResponse answer(MockRequest request, Cors cors) {
    String origin = request.header("Origin");
    if (origin != null && !cors.allows(origin)) {
      throw new Refusal(
          403,
          "Pages of %s may not call: the mock was started with --cors for %s alone. Add --cors %s, or leave --cors out for all"
              .formatted(
                  Shown.value(origin),
                  String.join(", ", new TreeSet<>(cors.origins())),
                  Shown.cut(origin)));
    }
    return Cors.preflight(request, String.valueOf(request.header("Access-Control-Request-Method")));
  }
}
