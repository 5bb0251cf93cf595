package dev.forecourt.mock.claire;

import dev.forecourt.mock.contract.Inputs;
import dev.forecourt.mock.control.RecordedRequest;
import dev.forecourt.mock.credentials.RateLimit;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.state.StateKeeper;
import dev.forecourt.mock.vendor.VendorStub;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts the requests of each accepted key, whatever they are answered, and writes the three
 * headers that every answer of Claire has.
 */
final class ClaireStub implements VendorStub {

  private final VendorStub engine;
  private final RateLimit rateLimit;
  private final Map<String, Long> accounts = new HashMap<>();

  ClaireStub(VendorStub engine, RateLimit rateLimit, Set<String> keys) {
    this.engine = engine;
    this.rateLimit = rateLimit;
    for (String key : new TreeSet<>(keys)) {
      accounts.put(key, ClaireSeed.ACCOUNT + accounts.size());
    }
  }

  @Override
  public MockResponse handle(MockRequest request) {
    if (request.isControl() || request.method().equals("OPTIONS")) {
      return engine.handle(request);
    }
    String key = key(request);
    RateLimit.Window window = key == null ? rateLimit.window("") : rateLimit.count(key);
    try {
      Caller.set(key == null ? null : new Caller(accounts.getOrDefault(key, 0L), window));
      return with(window, engine.handle(request));
    } finally {
      Caller.set(null);
    }
  }

  private static MockResponse with(RateLimit.Window window, MockResponse response) {
    return response.with(
        "X-RateLimit-Limit",
        Integer.toString(window.limit()),
        "X-RateLimit-Remaining",
        Integer.toString(window.remaining()),
        "X-RateLimit-Reset",
        Long.toString(window.end().getEpochSecond()));
  }

  /** The accepted key that was sent, or null. */
  private @Nullable String key(MockRequest request) {
    String header = request.header("Authorization");
    if (header != null) {
      return accounts.containsKey(header) ? header : null;
    }
    return Inputs.queryValues(request, "api_key").stream()
        .filter(accounts::containsKey)
        .findFirst()
        .orElse(null);
  }

  @Override
  public MockResponse refuse(int status, String message) {
    return with(rateLimit.window(""), engine.refuse(status, message));
  }

  @Override
  public int maxBodyBytes(MockRequest request) {
    return engine.maxBodyBytes(request);
  }

  @Override
  public List<RecordedRequest> requests() {
    return engine.requests();
  }

  @Override
  public void reset() {
    engine.reset();
  }

  @Override
  public StateKeeper state() {
    return engine.state();
  }

  @Override
  public void close() {
    engine.close();
  }
}
