package dev.forecourt.mock.contract;

/** Where in a request a value was found, as it is told to the caller. */
public final class Place {

  private final String kind;
  private final String path;
  private final boolean text;
  private final boolean brackets;

  private Place(String kind, String path, boolean text) {
    this(kind, path, text, false);
  }

  private Place(String kind, String path, boolean text, boolean brackets) {
    this.kind = kind;
    this.path = path;
    this.text = text;
    this.brackets = brackets;
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
    if (brackets) {
      return new Place(kind, path + "[" + name + "]", text, true);
    }
    return new Place(kind, path.isEmpty() ? name : path + "." + name, text);
  }

  /**
   * An item of the array here, counted from zero; repeated text values share the place, their value
   * tells them apart.
   */
  public Place item(int index) {
    return text ? this : new Place(kind, path + "[" + index + "]", text);
  }

  /** True when values arrive here as text, such as in a query or a form. */
  boolean isText() {
    return text;
  }

  /** The name as the contract spells it. */
  String name() {
    return path;
  }

  String kind() {
    return kind;
  }

  @Override
  public String toString() {
    if (path.isEmpty()) {
      return text ? "form" : "body";
    }
    return kind + " '" + path + "'";
  }
}
