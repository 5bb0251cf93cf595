package dev.forecourt.contract.importer.repair;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.place.Place;

/** Groups of components, made where a document has none. */
public final class Components {
  private Components() {}

  /** Makes {@code components} and this group of it, if they are not there. */
  public static void ensure(Draft draft, String group) {
    if (draft.at(Place.of("components", group)).isObject()) {
      return;
    }
    ObjectNode groups = Draft.object();
    groups.putObject(group);
    if (draft.at(Place.of("components")).isObject()) {
      draft.merge(Place.of("components"), groups, "A place for " + group + ".", false);
    } else {
      draft.set(Place.of("components"), groups, "A place for " + group + ".");
    }
  }
}
