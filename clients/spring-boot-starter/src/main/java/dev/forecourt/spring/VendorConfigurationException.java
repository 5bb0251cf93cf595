package dev.forecourt.spring;

import org.jspecify.annotations.Nullable;

/** A property that no client can be built with. Its message never shows a secret. */
final class VendorConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String property;
  private final String reason;

  VendorConfigurationException(String property, String reason, @Nullable Throwable cause) {
    super(property + ": " + reason, cause);
    this.property = property;
    this.reason = reason;
  }

  /** Full name, such as {@code forecourt.fidcar.api-key}. */
  String property() {
    return property;
  }

  /** What is wrong, and what to change. */
  String reason() {
    return reason;
  }
}
