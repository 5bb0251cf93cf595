package dev.forecourt.contract.inventory;

import org.jspecify.annotations.Nullable;

/** A place, as the steps that lead to it; only spelled out when somebody has to be told. */
record Trail(@Nullable Trail before, String step) {
  static Trail of(String step) {
    return new Trail(null, step);
  }

  Trail to(String next) {
    return new Trail(this, next);
  }

  /** The next step of a path in a document. */
  Trail slash(String key) {
    return new Trail(this, "/" + key);
  }

  @Override
  public String toString() {
    StringBuilder all = new StringBuilder();
    spell(all);
    return all.toString();
  }

  private void spell(StringBuilder all) {
    if (before != null) {
      before.spell(all);
    }
    all.append(step);
  }
}
