package dev.forecourt.runtime.encode;

/** How OpenAPI writes a list or an object as text. */
public enum Style {
  /** {@code a,b} in a path or a header. */
  SIMPLE,
  /** {@code .a.b} in a path. */
  LABEL,
  /** {@code ;name=a} in a path. */
  MATRIX,
  /** {@code name=a&name=b}, or {@code name=a,b}. */
  FORM,
  /** {@code name=a%20b}. */
  SPACE,
  /** {@code name=a%7Cb}. */
  PIPE,
  /** {@code name[member]=value}. */
  DEEP,
  /** The value as JSON. */
  JSON
}
