package dev.forecourt.mock.autengo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contact of the dealer.
 *
 * @param id Autengo's number for it
 * @param fields the documented fields that have been sent, without the id
 */
record Contact(long id, Map<String, @Nullable Object> fields) {

  /** Its id in TecFactura, or null. */
  @Nullable String tecfacturaId() {
    Object value = fields.get("tecfacturaId");
    return value == null || value.toString().isEmpty() ? null : value.toString();
  }

  /** The same contact with changed fields; those that are not sent are kept. */
  Contact changed(Map<String, @Nullable Object> changes) {
    Map<String, @Nullable Object> merged = new LinkedHashMap<>(fields);
    merged.putAll(changes);
    return new Contact(id, merged);
  }
}
