package dev.forecourt.mock.autengo;

import dev.forecourt.mock.json.JsonWriter;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lead. No operation shows it again; {@code GET /__mock/state} does.
 *
 * @param body as it was sent
 */
record Opportunity(long id, Instant created, Map<String, @Nullable Object> body) {

  void write(JsonWriter out) {
    out.startObject().field("opportunityId", id).field("created", created.toString());
    out.name("opportunity").tree(body).endObject();
  }
}
