package dev.forecourt.contract.importer.text;

/** A text that is neither JSON nor YAML; the message says where it ceases to be. */
public final class UnreadableText extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnreadableText(String message) {
    super(message);
  }
}
