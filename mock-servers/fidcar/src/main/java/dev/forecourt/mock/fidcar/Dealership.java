package dev.forecourt.mock.fidcar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dealership of the account.
 *
 * @param fields what FIDCAR shows of it
 * @param subscription what was ordered; FIDCAR never shows it, the state does
 */
record Dealership(long id, DealershipJson fields, Subscription subscription) {

  /** Code of the software that imports its contacts, or null. */
  @Nullable String bridge() {
    return fields.bridge() instanceof BridgeJson bridge ? bridge.code() : null;
  }

  /** What the account pays for. */
  record Subscription(String plan, boolean sms, List<String> services, @Nullable String type) {}
}
