package dev.forecourt.mock.claire;

import dev.forecourt.mock.credentials.RateLimit;
import dev.forecourt.mock.engine.StubEngine;
import dev.forecourt.mock.later.Later;
import dev.forecourt.mock.later.LaterThreads;
import dev.forecourt.mock.vendor.AbstractVendor;
import dev.forecourt.mock.vendor.MockSettings;
import dev.forecourt.mock.vendor.VendorStub;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Claire for the mock servers; found by {@link java.util.ServiceLoader}. Takes the key in the
 * header or in the query.
 */
public final class ClaireVendor extends AbstractVendor {

  private static final String KEY = "claire-test-key";

  /** How long a webhook may take to answer; the vendor does not say how long it waits. */
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(5);

  private final Supplier<Later> threads;
  private final Duration callTimeout;

  /** Called by the service loader. */
  public ClaireVendor() {
    this(() -> new LaterThreads("claire"));
  }

  /** Does what it does outside of requests with these, one for each stub. */
  ClaireVendor(Supplier<Later> threads) {
    this(threads, CALL_TIMEOUT);
  }

  /** The same; gives up on a call of a webhook after this time. */
  ClaireVendor(Supplier<Later> threads, Duration callTimeout) {
    super("claire", ClaireOperations.PORT, "/v1/locations", KEY);
    this.threads = threads;
    this.callTimeout = callTimeout;
  }

  @Override
  public Map<String, String> testCredentials() {
    return Map.of("api_key", KEY);
  }

  @Override
  public Map<String, String> headers(Set<String> keys) {
    return Map.of("Authorization", keys.iterator().next());
  }

  @Override
  public Map<String, String> queryOf(Map<String, String> parts) {
    return Map.of("api_key", parts.getOrDefault("api_key", KEY));
  }

  @Override
  public VendorStub open(MockSettings settings) {
    ClaireTime time = new ClaireTime(settings.clock());
    RateLimit rateLimit =
        new RateLimit(ClaireOperations.RATE_LIMIT, ClaireOperations.RATE_PERIOD, settings.clock());
    Later later = threads.get();
    ClaireState state = new ClaireState(time, rateLimit, later);
    settings.movableClock().onMove(later::moved);
    Outbox outbox =
        new Outbox(state, time, later, new WebhookCall(callTimeout, settings.targets()));
    Events events = new Events(state, time, outbox);
    ImportQueue imports = new ImportQueue(state, new AppointmentIntake(state, time), events, later);
    new ClaireControls(state, events).register();
    ClaireBehaviour behaviour =
        new ClaireBehaviour(
            state, imports, new WebhookDesk(state, time, outbox, settings.targets()));
    ClaireAccess access = new ClaireAccess(settings.keys());
    return new StubEngine(
        id(),
        new ClaireContract(behaviour),
        state,
        new ClaireErrors(),
        access,
        settings,
        request -> null,
        new ClaireLimit(rateLimit, access));
  }
}
