package dev.forecourt.mock.claire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A URL that Claire calls when something happens.
 *
 * @param account of the API key that made it
 * @param locationId null for all locations
 * @param seeded whether the URL comes with the mock: such a one is never called
 */
record Webhook(
    long id,
    long account,
    String name,
    long trigger,
    @Nullable Long locationId,
    String url,
    boolean queued,
    @Nullable Long checklistId,
    boolean active,
    List<Header> headers,
    String createdOn,
    String updatedOn,
    boolean seeded) {

  /** The same under another id. */
  Webhook withId(long other) {
    return new Webhook(
        other,
        account,
        name,
        trigger,
        locationId,
        url,
        queued,
        checklistId,
        active,
        headers,
        createdOn,
        updatedOn,
        seeded);
  }

  /** A header that goes with each call. */
  record Header(long id, String name, String value) {}
}
