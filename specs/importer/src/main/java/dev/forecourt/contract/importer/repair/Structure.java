package dev.forecourt.contract.importer.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.edit.Step;
import dev.forecourt.contract.importer.place.Place;
import dev.forecourt.contract.importer.repair.Shapes.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every object has the members that OpenAPI gives it, each of its type. Schemas come later. */
public final class Structure implements Step {
  private final String id;

  /** For a vendor whose file may lack a title. */
  public Structure(String id) {
    this.id = id;
  }

  @Override
  public void apply(Draft draft) {
    if (!draft.at(Place.of("paths")).isObject()
        && !(draft.is31() && draft.root().path("webhooks").isObject())) {
      draft.mend(Place.of("paths"), Draft.object(), "there are no paths", "an empty object");
    }
    object(draft, Place.ROOT, "Document");
  }

  private void object(Draft draft, Place place, String shape) {
    JsonNode node = draft.at(place);
    if (shape.equals("Callback")) {
      map(draft, place, "PathItem");
      return;
    }
    Map<String, Member> members = Shapes.of(shape);
    if (members == null || node.path("$ref").isTextual() && !shape.equals("PathItem")) {
      return;
    }
    Old30.move(draft, place, shape);
    for (String key : keys(draft.at(place))) {
      Member member = members.get(key);
      if (member != null && !(member.only31() && !draft.is31())) {
        value(draft, place.key(key), member.form());
      } else if (!key.startsWith("x-")) {
        unknown(draft, place, key, members);
      }
    }
    Missing.fill(draft, place, shape, id);
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private void unknown(Draft draft, Place place, String key, Map<String, Member> members) {
    List<String> meant =
        members.keySet().stream()
            .filter(each -> each.equalsIgnoreCase(key) && !draft.at(place).has(each))
            .toList();
    JsonNode value = draft.at(place.key(key));
    if (meant.size() == 1) {
      String right = meant.get(0);
      draft.repaired(place.key(key), "is no key of OpenAPI", "read as " + right);
      draft.remove(place.key(key), "Repaired: misspelt key.");
      draft.set(place.key(right), value.deepCopy(), "Repaired: " + key + " means " + right + ".");
      value(draft, place.key(right), members.get(right).form());
      return;
    }
    draft.drop(
        place.key(key),
        "the key " + key,
        "OpenAPI %s has none there".formatted(draft.root().path("openapi").asText()),
        "none");
  }

  private void value(Draft draft, Place place, String form) {
    JsonNode node = draft.at(place);
    if (form.equals("any")) {
      return;
    }
    if (node.isNull()) {
      draft.mendByRemoval(place, "is null", "removed");
    } else if (form.equals("text")) {
      text(draft, place, node);
    } else if (form.equals("yes")) {
      yes(draft, place, node);
    } else if (form.startsWith("[")) {
      list(draft, place, form.substring(1, form.length() - 1));
    } else if (!node.isObject()) {
      notAnObject(draft, place, node);
    } else if (form.startsWith("{")) {
      map(draft, place, form.substring(1, form.length() - 1));
    } else {
      object(draft, place, form);
    }
  }

  private static void notAnObject(Draft draft, Place place, JsonNode node) {
    if (node.isArray() && node.isEmpty() || node.isTextual() && node.textValue().isBlank()) {
      draft.mendByRemoval(place, "is empty and no object", "removed");
    } else {
      draft.drop(place, place.name(), "it is no object", "as if the vendor did not state it");
    }
  }

  private static void text(Draft draft, Place place, JsonNode node) {
    if (node.isNumber() || node.isBoolean()) {
      draft.mend(place, Draft.text(node.asText()), "is a " + type(node), "read as text");
    } else if (node.isArray() && place.name().equals("description")) {
      List<String> lines = new ArrayList<>();
      node.forEach(line -> lines.add(line.asText()));
      draft.mend(place, Draft.text(String.join("\n", lines)), "is a list", "its lines are joined");
    } else if (!node.isTextual()) {
      draft.drop(place, place.name(), "it is no text", "as if the vendor did not state it");
    }
  }

  private static String type(JsonNode node) {
    return node.isNumber() ? "number" : "boolean";
  }

  private static void yes(Draft draft, Place place, JsonNode node) {
    if (node.isBoolean()) {
      return;
    }
    String text = node.asText().toLowerCase(java.util.Locale.ROOT);
    if (text.matches("true|yes|1")) {
      draft.mend(place, Draft.object().booleanNode(true), "is no boolean", "read as true");
    } else {
      draft.mendByRemoval(place, "is no boolean", "removed, which is false");
    }
  }

  private void list(Draft draft, Place place, String element) {
    JsonNode node = draft.at(place);
    if (!node.isArray()) {
      if (element.equals("Parameter") && node.isObject() && !node.has("name")) {
        draft.drop(place, place.name(), "it is no list", "as if the vendor did not state it");
        return;
      }
      ArrayNode list = Draft.array();
      if (node.isObject() && node.isEmpty() || node.asText("x").isBlank()) {
        draft.mendByRemoval(place, "is empty and no list", "removed");
        return;
      }
      draft.mend(place, list.add(node.deepCopy()), "is no list", "read as a list of one");
    }
    for (int i = draft.at(place).size() - 1; i >= 0; i--) {
      element(draft, place.at(i), element);
    }
  }

  private void element(Draft draft, Place place, String element) {
    JsonNode node = draft.at(place);
    if (element.equals("text")) {
      if (node.isValueNode() && !node.isNull()) {
        text(draft, place, node);
      } else {
        draft.drop(place, "entry of " + place.parent().name(), "it is no text", "none");
      }
    } else if (node.isObject()) {
      object(draft, place, element);
    } else if (node.isTextual() && element.equals("Tag")) {
      draft.mend(
          place, Draft.object().put("name", node.textValue()), "is text", "read as a tag's name");
    } else {
      draft.drop(place, "entry of " + place.parent().name(), "it is no object", "it is not there");
    }
  }

  private void map(Draft draft, Place place, String element) {
    for (String key : keys(draft.at(place))) {
      if (!key.startsWith("x-")) {
        entry(draft, place.key(key), element);
      }
    }
  }

  private void entry(Draft draft, Place place, String element) {
    JsonNode node = draft.at(place);
    if (element.equals("text")) {
      if (node.isNull()) {
        draft.mend(place, Draft.text(""), "is null", "an empty text");
      } else {
        text(draft, place, node);
      }
    } else if (node.isObject()) {
      object(draft, place, element);
    } else {
      JsonNode instead = instead(element, node);
      if (instead == null) {
        draft.drop(place, place.name(), "it is no object", "as if the vendor did not state it");
      } else {
        draft.mend(place, instead, "is no object", "read as what it can only mean");
      }
    }
  }

  /** What the short forms mean that people write. */
  private static @Nullable JsonNode instead(String element, JsonNode node) {
    ObjectNode object = Draft.object();
    return switch (element) {
      case "Response" -> object.put("description", node.isTextual() ? node.textValue() : "");
      case "MediaType", "Encoding" -> node.isNull() || node.isEmpty() ? object : null;
      case "Example" -> object.set("value", node.deepCopy());
      case "PathItem" -> node.isNull() ? object : null;
      default -> null;
    };
  }
}
