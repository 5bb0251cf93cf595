package dev.forecourt.mock.claire;

import dev.forecourt.mock.credentials.RateLimit;
import dev.forecourt.mock.credentials.RequestLimit;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import org.jspecify.annotations.Nullable;

/**
 * Counts the requests of each accepted key, whatever they are answered, and writes the three
 * headers that every answer of Claire has.
 */
final class ClaireLimit implements RequestLimit {

  private final RateLimit rate;
  private final ClaireAccess access;

  ClaireLimit(RateLimit rate, ClaireAccess access) {
    this.rate = rate;
    this.access = access;
  }

  @Override
  public RateLimit rate() {
    return rate;
  }

  @Override
  public RateLimit.@Nullable Window arrived(MockRequest request) {
    if (request.method().equals("OPTIONS")) {
      return null;
    }
    Caller caller = access.caller(request);
    return caller == null ? rate.window("") : rate.count(caller);
  }

  @Override
  public RateLimit.@Nullable Window admitted(
      @Nullable Object caller, RateLimit.@Nullable Window arrived) {
    return arrived;
  }

  @Override
  public MockResponse tell(RateLimit.@Nullable Window arrived, MockResponse answer) {
    return arrived == null ? answer : with(arrived, answer);
  }

  @Override
  public MockResponse tell(MockResponse answer) {
    return with(rate.window(""), answer);
  }

  private static MockResponse with(RateLimit.Window window, MockResponse answer) {
    return answer.with(
        "X-RateLimit-Limit",
        Integer.toString(window.limit()),
        "X-RateLimit-Remaining",
        Integer.toString(window.remaining()),
        "X-RateLimit-Reset",
        Long.toString(window.end().getEpochSecond()));
  }
}
