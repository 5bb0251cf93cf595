package dev.forecourt.mock.store;

import org.jspecify.annotations.Nullable;

/** Where in a row a value stands; its text is put together only where something is wrong. */
final class FieldPlace {

  /** The row itself. */
  static final FieldPlace ROW = new FieldPlace(null, "", -1);

  private final @Nullable FieldPlace within;
  private final String name;
  private final int index;

  private FieldPlace(@Nullable FieldPlace within, String name, int index) {
    this.within = within;
    this.name = name;
    this.index = index;
  }

  FieldPlace field(String name) {
    return new FieldPlace(this, name, -1);
  }

  FieldPlace item(int index) {
    return new FieldPlace(this, "", index);
  }

  /** What stands before the name of a field that is in here. */
  String prefix() {
    String text = toString();
    return text.isEmpty() ? "" : text + ".";
  }

  /** {@code vehicle.prices[0].net}; empty for the row. */
  @Override
  public String toString() {
    if (within == null) {
      return "";
    }
    return index < 0 ? within.prefix() + name : within + "[" + index + "]";
  }
}
