package dev.forecourt.mock.codegen;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How many bytes the texts of a body may have by their {@code maxLength}. Counts what is large:
 * everything else has room in the mebibyte that any body may have.
 */
final class BodySize {

  /** Shorter texts are not counted, however many there are. */
  private static final int LARGE_CHARACTERS = 1 << 16;

  private static final long MEBI = 1024 * 1024;
  // of a character in UTF-8
  private static final int MOST_BYTES = 4;

  private final Schemas schemas;

  BodySize(Schemas schemas) {
    this.schemas = schemas;
  }

  /** Most bytes that a body of the operation needs; 0 when a mebibyte is enough. */
  int of(Operation operation) {
    if (operation.getRequestBody() == null || operation.getRequestBody().getContent() == null) {
      return 0;
    }
    long most =
        operation.getRequestBody().getContent().values().stream()
            .filter(each -> each.getSchema() != null)
            .mapToLong(each -> large(each.getSchema(), new HashSet<>()))
            .max()
            .orElse(0);
    return most == 0 ? 0 : (int) Math.min(Integer.MAX_VALUE - 1, most + MEBI);
  }

  private long large(Schema<?> declared, Set<Schema<?>> around) {
    Schema<?> schema = schemas.core(declared);
    if (!around.add(schema)) {
      return 0; // a schema within itself has no largest body
    }
    long bytes = 0;
    if (schema.getMaxLength() != null && schema.getMaxLength() >= LARGE_CHARACTERS) {
      bytes = (long) MOST_BYTES * schema.getMaxLength();
    }
    if (schema.getProperties() != null) {
      List<Schema<?>> members = new ArrayList<>();
      schema.getProperties().values().forEach(members::add);
      for (Schema<?> each : members) {
        bytes += large(each, around);
      }
    }
    if (schema.getItems() != null && schema.getMaxItems() != null) {
      bytes += schema.getMaxItems() * large(schema.getItems(), around);
    }
    around.remove(schema);
    return bytes;
  }
}
