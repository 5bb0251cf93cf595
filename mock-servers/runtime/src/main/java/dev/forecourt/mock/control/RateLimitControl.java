package dev.forecourt.mock.control;

import dev.forecourt.mock.credentials.RateLimit;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.json.JsonWriter;
import java.time.Duration;

/** Shows and sets the limit for each credential. */
final class RateLimitControl {

  private final RateLimit rateLimit;

  RateLimitControl(RateLimit rateLimit) {
    this.rateLimit = rateLimit;
  }

  /** {@code {"limit": 3, "seconds": 60}}; a limit of null puts the first one back. */
  MockResponse set(MockRequest request) {
    ControlBody body = ControlBody.of(request).only("limit", "seconds");
    Long most = body.whole("limit", 0, Integer.MAX_VALUE);
    Long seconds = body.whole("seconds", 1, Integer.MAX_VALUE);
    if (!body.has("limit")) {
      throw new Refusal(
          400, "'limit' is required: a whole number, or null for the vendor's own limit");
    }
    if (most == null) {
      rateLimit.reset();
    } else {
      rateLimit.limit(
          most.intValue(),
          seconds == null ? rateLimit.documentedPeriod() : Duration.ofSeconds(seconds));
    }
    return show();
  }

  MockResponse show() {
    return MockResponse.json(
        200,
        JsonWriter.object(
            out ->
                out.name("limit")
                    .tree(rateLimit.limit())
                    .field("seconds", rateLimit.period().toSeconds())));
  }
}
