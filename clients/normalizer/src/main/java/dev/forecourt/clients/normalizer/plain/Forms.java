package dev.forecourt.clients.normalizer.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Bodies that are forms: a class of their own, whose properties may be files. */
final class Forms {
  /** Becomes {@code FilePart}. */
  static final String FILE = "x-file";

  private Forms() {}

  /** A reference to the form; any JSON object where its fields are not known. */
  static ObjectNode of(JsonNode media, String place, String hint, Schemas schemas) {
    ObjectNode flat = schemas.flat().of(media.path("schema"), place);
    if (flat.path("properties").isEmpty()) {
      return Schemas.any();
    }
    String name = schemas.claim(null, hint);
    ObjectNode component = Schemas.type("object");
    schemas.add(name, component);
    schemas.fill(component, flat, place, name, true);
    component.put("x-form", true);
    media
        .path("encoding")
        .properties()
        .forEach(each -> encode(component, each.getKey(), each.getValue()));
    return Schemas.refer(name);
  }

  private static void encode(ObjectNode component, String field, JsonNode encoding) {
    JsonNode property = component.path("properties").path(field);
    String type = encoding.path("contentType").asText("");
    if (!property.isObject()) {
      return;
    }
    ObjectNode said = (ObjectNode) property;
    if (said.has("$ref")) {
      JsonNode reference = said.remove("$ref");
      said.putArray("allOf").addObject().set("$ref", reference);
    }
    if (!type.isEmpty() && !type.contains(",") && !type.contains("*")) {
      said.put("x-part-type", type.strip());
    }
    if (encoding.has("style") || encoding.has("explode")) {
      String style = Parameters.styled(encoding, "form");
      said.put("x-part-style", style);
    }
  }

  /** One field: a file, a list of files, or what it is elsewhere. */
  static ObjectNode part(JsonNode schema, String place, String hint, Schemas schemas) {
    ObjectNode flat = schemas.flat().of(schema, place);
    if (isFile(flat)) {
      return Schemas.withNotes(Schemas.type("string").put("format", FILE), flat);
    }
    if (Schemas.kind(flat).equals("array")
        && isFile(schemas.flat().of(flat.path("items"), place))) {
      ObjectNode files = Schemas.type("array");
      files.set("items", Schemas.type("string").put("format", FILE));
      return Schemas.withNotes(files, flat);
    }
    return schemas.plain(schema, place, hint);
  }

  private static boolean isFile(ObjectNode schema) {
    String media = schema.path("contentMediaType").asText("");
    return schema.path("format").asText().equals("binary")
        || schema.path("type").asText().equals("file")
        || !media.isEmpty()
            && MediaTypes.of(media) == MediaTypes.BYTES
            && !schema.has("contentEncoding");
  }
}
