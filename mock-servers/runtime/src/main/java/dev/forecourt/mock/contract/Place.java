package dev.forecourt.mock.contract;

import org.jspecify.annotations.Nullable;

/**
 * Where in a request a value was found, as it is told to the caller. The telling costs, not the
 * finding: a place inside another one knows its parent, and joins the names when it is asked.
 */
public final class Place {

  private static final int NO_INDEX = -1;

  private final String kind;
  private final boolean text;
  private final boolean brackets;
  private final @Nullable Place parent;
  private final String own;
  private final int index;

  private Place(String kind, String path, boolean text) {
    this(kind, path, text, false);
  }

  private Place(String kind, String path, boolean text, boolean brackets) {
    this(kind, text, brackets, null, path, NO_INDEX);
  }

  private Place(
      String kind, boolean text, boolean brackets, @Nullable Place parent, String own, int index) {
    this.kind = kind;
    this.text = text;
    this.brackets = brackets;
    this.parent = parent;
    this.own = own;
    this.index = index;
  }

  /** A query parameter. */
  public static Place query(String name) {
    return new Place("query parameter", name, true);
  }

  /** A query parameter that is an object; its members are sent as {@code name[member]}. */
  public static Place queryObject(String name) {
    return new Place("query parameter", name, true, true);
  }

  /** A path parameter. */
  public static Place path(String name) {
    return new Place("path parameter", name, true);
  }

  /** A request header. */
  public static Place header(String name) {
    return new Place("header", name, true);
  }

  /** A cookie. */
  public static Place cookie(String name) {
    return new Place("cookie", name, true);
  }

  /** The form as a whole; its fields are reached by {@link #field}. */
  public static Place form() {
    return new Place("form field", "", true);
  }

  /** The JSON body as a whole; its fields are reached by {@link #field}. */
  public static Place body() {
    return new Place("body field", "", false);
  }

  /** A member of the object here. */
  public Place field(String name) {
    return new Place(kind, text, brackets, this, name, NO_INDEX);
  }

  /**
   * An item of the array here, counted from zero; repeated text values share the place, their value
   * tells them apart.
   */
  public Place item(int index) {
    return text ? this : new Place(kind, text, brackets, this, "", index);
  }

  /** True when values arrive here as text, such as in a query or a form. */
  boolean isText() {
    return text;
  }

  /** The name as the contract spells it. */
  String name() {
    String before = parent == null ? "" : parent.name();
    if (index != NO_INDEX) {
      return before + "[" + index + "]";
    }
    if (parent != null && brackets) {
      return before + "[" + own + "]";
    }
    return before.isEmpty() ? own : before + "." + own;
  }

  String kind() {
    return kind;
  }

  @Override
  public String toString() {
    String name = name();
    if (name.isEmpty()) {
      return text ? "form" : "body";
    }
    return kind + " '" + name + "'";
  }
}
