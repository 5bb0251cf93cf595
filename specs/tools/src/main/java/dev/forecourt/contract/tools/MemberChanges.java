package dev.forecourt.contract.tools;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Changes of members that break generated clients and that openapi-diff calls compatible: a member
 * that is gone takes its accessor with it, even if it was optional; a member of an answer that may
 * be null now was never null before.
 */
@SuppressWarnings("rawtypes") // swagger-models hands out maps of the raw Schema
final class MemberChanges {
  private MemberChanges() {}

  static List<ContractChange> between(OpenAPI before, OpenAPI after) {
    Map<String, Schema> now = schemas(after);
    List<ContractChange> changes = new ArrayList<>();
    schemas(before)
        .forEach(
            (name, schema) -> {
              if (now.containsKey(name)) {
                changes.addAll(members(name, schema, now.get(name)));
              }
            });
    return changes;
  }

  private static List<ContractChange> members(String name, Schema<?> before, Schema<?> after) {
    List<ContractChange> changes = new ArrayList<>();
    properties(before)
        .forEach(
            (member, old) -> {
              Schema<?> now = properties(after).get(member);
              if (now == null) {
                changes.add(new ContractChange(name, true, member + " is gone"));
              } else if (isRead(after) && isNullable(now) && !isNullable(old)) {
                changes.add(new ContractChange(name, true, member + " may be null now"));
              }
            });
    return changes;
  }

  private static boolean isNullable(Schema<?> schema) {
    return Boolean.TRUE.equals(schema.getNullable());
  }

  /** Schemas that we only send are marked; in them null is one more thing we may say. */
  private static boolean isRead(Schema<?> schema) {
    return schema.getExtensions() == null
        || !Objects.equals(schema.getExtensions().get("x-direction"), "request");
  }

  private static Map<String, Schema> schemas(OpenAPI contract) {
    return contract.getComponents() == null || contract.getComponents().getSchemas() == null
        ? Map.of()
        : contract.getComponents().getSchemas();
  }

  private static Map<String, Schema> properties(Schema<?> schema) {
    return schema.getProperties() == null ? Map.of() : schema.getProperties();
  }
}
