package dev.forecourt.mock.contract;

/**
 * One of the media types in which a body may be sent.
 *
 * @param mediaType its name in small letters, or a range such as {@code image/*}
 * @param kind how it is read
 * @param form what the fields of a form are read as
 */
public record BodyType(String mediaType, Kind kind, TextType form) {

  /** How bodies are read. */
  public enum Kind {
    /** Maps, lists and scalars. */
    JSON,
    /** A map of fields, of {@code application/x-www-form-urlencoded} or multipart. */
    FORM,
    /** A text. */
    TEXT,
    /** The bytes. */
    BINARY
  }

  /** One that is no form. */
  public BodyType(String mediaType, Kind kind) {
    this(mediaType, kind, TextType.TEXT);
  }

  /** How well it fits what was sent: 0 not at all, the more the better. */
  int fit(String sent) {
    if (mediaType.equals(sent)) {
      return 3;
    }
    if (mediaType.equals("*/*")) {
      return 1;
    }
    return mediaType.endsWith("/*")
            && sent.startsWith(mediaType.substring(0, mediaType.length() - 1))
        ? 2
        : 0;
  }

  boolean isRange() {
    return mediaType.endsWith("/*");
  }
}
