package dev.forecourt.runtime.credentials;

import org.jspecify.annotations.Nullable;

/** Checks keys before they are sent in a header. */
public final class Keys {

  private Keys() {}

  /**
   * The key, if it can be sent in a header. Throws {@code IllegalArgumentException} without showing
   * it.
   */
  public static String checked(String name, @Nullable String key) {
    if (key == null || key.isBlank()) {
      throw new IllegalArgumentException(name + " is missing. Give it to the builder.");
    }
    if (!key.equals(key.strip())) {
      throw new IllegalArgumentException(
          name
              + " begins or ends with white space. Strip it: a line break of the file it was read from?");
    }
    if (!isSendable(key)) {
      throw new IllegalArgumentException(
          name
              + " holds a character that a header cannot carry. Expected visible ASCII without spaces.");
    }
    return key;
  }

  /** What is wrong with a key that a supplier gave; null if it can be sent. */
  static @Nullable String fault(@Nullable String key) {
    if (key == null) {
      return "its supplier gave null";
    }
    if (key.isBlank()) {
      return "its supplier gave an empty text";
    }
    if (!key.equals(key.strip())) {
      return "what its supplier gave begins or ends with white space (a line break of the file it"
          + " was read from?)";
    }
    return isSendable(key)
        ? null
        : "what its supplier gave holds a character that a header cannot carry (expected visible"
            + " ASCII without spaces)";
  }

  /** Whether a header can carry it as it is. */
  public static boolean isSendable(@Nullable String key) {
    return key != null && !key.isEmpty() && key.chars().allMatch(c -> c >= 0x21 && c <= 0x7E);
  }
}
