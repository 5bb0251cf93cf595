package dev.forecourt.mock.claire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** A header that goes with each call. */
  record Header(long id, String name, String value) {}

  /** As Claire shows it. */
  Map<String, @Nullable Object> fields(boolean recentError) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("created_on", createdOn);
    out.put("updated_on", updatedOn);
    out.put("id", id);
    out.put("name", name);
    out.put("webhook_trigger_id", trigger);
    out.put("dealer_id", ClaireSeed.DEALER);
    out.put("dealer_location_id", locationId);
    out.put("public_account_id", account);
    out.put("user_id", null);
    out.put("url", url);
    out.put("queued", queued);
    out.put("checklist_id", checklistId);
    out.put("active", active);
    out.put("headers", headers.isEmpty() ? null : headerFields());
    out.put("public_account", Map.of());
    out.put("user", null);
    out.put("has_recent_error", recentError);
    return out;
  }

  private List<@Nullable Object> headerFields() {
    List<@Nullable Object> out = new ArrayList<>();
    for (Header each : headers) {
      Map<String, @Nullable Object> header = new LinkedHashMap<>();
      header.put("created_on", headerTime());
      header.put("updated_on", updatedOn);
      header.put("id", each.id());
      header.put("name", each.name());
      header.put("value", each.value());
      header.put("webhook_id", id);
      header.put("webhook", null);
      out.add(header);
    }
    return out;
  }

  private String headerTime() {
    return seeded ? createdOn : updatedOn; // an update replaces the headers
  }
}
