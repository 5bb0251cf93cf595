package dev.forecourt.verifier.contract;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A node of a contract and where it stands.
 *
 * @param pointer JSON pointer from the root
 * @param node what stands there; a missing node if nothing does
 */
public record Spot(String pointer, JsonNode node) {

  /** Further in, by the names of members or the numbers of items. */
  public Spot to(String... names) {
    Spot at = this;
    for (String name : names) {
      boolean item = at.node.isArray() && name.matches("\\d+");
      JsonNode child = item ? at.node.path(Integer.parseInt(name)) : at.node.path(name);
      at = new Spot(at.pointer + "/" + escaped(name), child);
    }
    return at;
  }

  public boolean exists() {
    return !node.isMissingNode();
  }

  public String text(String name) {
    return node.path(name).asText();
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
