package dev.forecourt.contract.importer.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.text.TreeReader;
import dev.forecourt.contract.importer.text.TreeWriter;
import dev.forecourt.contract.importer.text.UnreadableText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An overlay document of version 1.0.0 as text and as actions. */
public final class Overlay {
  private Overlay() {}

  /**
   * The overlay as YAML.
   *
   * @param title what it is an overlay of
   * @param file the file that it changes, seen from the overlay
   */
  public static String write(String title, String file, List<Action> actions) {
    ObjectNode overlay = JsonNodeFactory.instance.objectNode();
    overlay.put("overlay", "1.0.0");
    overlay.putObject("info").put("title", title).put("version", "1.0.0");
    overlay.put("extends", file);
    ArrayNode list = overlay.putArray("actions");
    for (Action each : actions) {
      ObjectNode action = list.addObject();
      action.put("target", each.target()).put("description", each.description());
      if (each.guess()) {
        action.put("x-guess", true);
      }
      if (each.copyOf() != null) {
        action.put("x-copy-of", each.copyOf());
      }
      if (each.update() == null) {
        action.put("remove", true);
      } else {
        action.set("update", each.update());
      }
    }
    return TreeWriter.yaml(overlay);
  }

  /**
   * The actions of an overlay.
   *
   * @throws BadOverlay if the text is none, with every reason
   */
  public static List<Action> read(String text) {
    JsonNode overlay;
    try {
      overlay = TreeReader.read("overlay.yaml", text.getBytes(StandardCharsets.UTF_8)).tree();
    } catch (UnreadableText e) {
      throw new BadOverlay(e.getMessage());
    }
    List<String> reasons = new ArrayList<>();
    if (!overlay.path("overlay").asText().matches("1\\.0\\.\\d+")) {
      reasons.add("overlay.yaml: 'overlay' is not 1.0.x.");
    }
    List<Action> actions = new ArrayList<>();
    JsonNode list = overlay.path("actions");
    if (!list.isArray()) {
      reasons.add("overlay.yaml: 'actions' is no list.");
    }
    for (int i = 0; i < list.size(); i++) {
      JsonNode each = list.get(i);
      String target = each.path("target").asText();
      if (!target.startsWith("$")) {
        reasons.add(
            "overlay.yaml, action %d: target '%s' is no JSONPath.".formatted(i + 1, target));
      }
      boolean remove = each.path("remove").asBoolean();
      if (!remove && !each.has("update")) {
        reasons.add("overlay.yaml, action %d: has neither update nor remove.".formatted(i + 1));
      }
      actions.add(
          new Action(
              target,
              each.path("description").asText(),
              each.path("x-guess").asBoolean(),
              // a removal counts where both stand
              remove ? null : each.path("update"),
              each.path("x-copy-of").asText(null)));
    }
    if (!reasons.isEmpty()) {
      throw new BadOverlay(String.join("\n", reasons));
    }
    return actions;
  }
}
