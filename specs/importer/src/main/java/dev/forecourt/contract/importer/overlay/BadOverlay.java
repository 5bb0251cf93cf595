package dev.forecourt.contract.importer.overlay;

/** An overlay that is not one, or an action that cannot be done; the message names it. */
public final class BadOverlay extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadOverlay(String message) {
    super(message);
  }

  /** An overlay whose actions select nothing. */
  public static BadOverlay matchingNothing(java.util.List<String> actions) {
    return new BadOverlay(
        "Actions of the overlay match nothing in the vendor's file; update the import, or remove them:\n    "
            + String.join("\n    ", actions));
  }
}
