package dev.forecourt.contract.importer.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One change of an overlay.
 *
 * @param target JSONPath of what is changed
 * @param description the reason
 * @param guess whether it was concluded, not stated by the vendor
 * @param update what is merged into the target; null for a removal
 * @param copyOf pointer in the vendor's document whose content {@code update} repeats under a new
 *     name; null if it repeats none. An update of the vendor's file takes its new content
 */
public record Action(
    String target,
    String description,
    boolean guess,
    @Nullable JsonNode update,
    @Nullable String copyOf) {

  /** Merges a value into what the target selects. */
  public static Action update(String target, String description, boolean guess, JsonNode update) {
    return new Action(target, description, guess, update, null);
  }

  /** Removes what the target selects. */
  public static Action remove(String target, String description, boolean guess) {
    return new Action(target, description, guess, null, null);
  }

  /** The same action as a copy of what stands at a pointer. */
  public Action copying(String pointer) {
    return new Action(target, description, guess, update, pointer);
  }
}
