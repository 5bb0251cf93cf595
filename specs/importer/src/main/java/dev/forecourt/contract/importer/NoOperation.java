package dev.forecourt.contract.importer;

import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.report.LeftOut;
import java.util.ArrayList;
import java.util.List;

/** Why nothing can be made of a document in which no operation is left. */
final class NoOperation {

  private static final int SHOWN = 5;

  private NoOperation() {}

  /** What is missing, and what was left out on the way. */
  static List<String> reasons(Draft draft) {
    List<String> reasons = new ArrayList<>();
    reasons.add(
        draft.root().path("webhooks").isEmpty()
            ? "It describes no operation: 'paths' is empty, or nothing of it can be read. Name the"
                + " file whose paths have methods such as get."
            : "It describes webhooks only, which the vendor calls: there is nothing for a client to"
                + " call. Name the file that has the vendor's paths.");
    draft.leftOut().stream().limit(SHOWN).map(NoOperation::lost).forEach(reasons::add);
    int more = draft.leftOut().size() - SHOWN;
    if (more > 0) {
      reasons.add("and " + more + " more were left out");
    }
    return reasons;
  }

  private static String lost(LeftOut left) {
    return "%s: %s was left out, because %s.".formatted(left.place(), left.what(), left.reason());
  }
}
