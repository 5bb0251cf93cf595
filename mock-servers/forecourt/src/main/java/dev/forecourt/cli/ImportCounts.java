package dev.forecourt.cli;

import dev.forecourt.contract.importer.ImportResult;
import dev.forecourt.contract.importer.report.OperationRow;
import java.util.List;

/** How many operations an import has, and what becomes of them. */
final class ImportCounts {

  private final int all;
  private final long stateful;
  private final long pacts;
  private final long leftOut;

  ImportCounts(ImportResult result) {
    List<OperationRow> rows = result.operations();
    all = rows.size();
    stateful = rows.stream().filter(row -> row.role() != null).count();
    leftOut = result.leftOut().stream().filter(each -> isOperation(each.place())).count();
    pacts = rows.stream().filter(row -> row.withoutPact() == null).count();
  }

  /** Such as "3 operations: 2 with state, 1 from examples". */
  String line() {
    return operations()
        + ": "
        + (stateful == 0
            ? "the stub answers from examples"
            : "%d with state in the stub, %d from examples".formatted(stateful, all - stateful));
  }

  /** With the pacts, for a report. */
  String sentence() {
    return "%s. The pact gets an interaction of %s."
        .formatted(line(), pacts == all ? "each" : pacts + " of them");
  }

  private static boolean isOperation(String place) {
    String readable = ReadablePlace.of(place);
    return !readable.equals(place) && !readable.contains(", at ");
  }

  private String operations() {
    String taken = all == 1 ? "1 operation" : all + " operations";
    return leftOut == 0 ? taken : "%s (%d more are left out)".formatted(taken, leftOut);
  }
}
