package dev.forecourt.contract.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.overlay.Action;
import dev.forecourt.contract.importer.place.Place;
import java.util.ArrayList;
import java.util.List;

/** Does the actions of an older overlay to a newer document. */
final class Replay {
  private Replay() {}

  /** Does the actions again; gives those that nothing is there for any more. */
  static List<ImportResult.Unmatched> of(List<Action> actions, Draft draft) {
    List<ImportResult.Unmatched> unmatched = new ArrayList<>();
    for (Action each : actions) {
      Action renewed = renewed(each, draft);
      if (renewed == null || !draft.act(renewed)) {
        unmatched.add(new ImportResult.Unmatched(each.target(), each.description()));
      }
    }
    return unmatched;
  }

  /** A copy takes the new content; null if there is nothing to copy any more. */
  private static @org.jspecify.annotations.Nullable Action renewed(Action action, Draft draft) {
    String from = action.copyOf();
    if (from == null || !(action.update() instanceof ObjectNode old) || old.size() != 1) {
      return action;
    }
    JsonNode content = Place.ofPointer(from, draft.root()).in(draft.root());
    if (content.isMissingNode()) {
      return null;
    }
    ObjectNode update = Draft.object();
    update.set(old.fieldNames().next(), content.deepCopy());
    return new Action(action.target(), action.description(), action.guess(), update, from);
  }
}
