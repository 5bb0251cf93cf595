package dev.forecourt.verifier.traffic;

import java.util.List;

/**
 * Changes one contract so that it allows what was seen. All that is new says that the vendor's text
 * does not state it, and in which recording it was seen; a person reads it before it stays.
 */
final class Proposal {
  private final ProposedEntries entries;
  private final ProposedValues values;

  Proposal(ContractSource source, VendorTraffic vendor) {
    this.entries = new ProposedEntries(source, vendor);
    this.values = new ProposedValues(source, vendor.contract());
  }

  /** Changes the contract for it; false if no change follows from it. */
  boolean add(Drift drift) {
    String pointer = drift.first().inContract().replaceFirst("^#", "");
    String name = drift.first().details().subject();
    String keyword = drift.first().details().keyword();
    boolean hidden = !Shapes.name(name).equals(name);
    return switch (drift.first().rule()) {
      case "request.query.unknown", "request.header.unknown" ->
          !hidden
              && (keyword.equals("unknown")
                  ? entries.member(pointer, name, drift)
                  : entries.parameter(pointer, name, drift));
      case "request.body.unknown", "response.body.unknown" ->
          !hidden && entries.member(pointer, name, drift);
      case "response.header.unknown" -> !hidden && entries.header(pointer, name, drift);
      case "response.status" -> entries.status(pointer, name, drift);
      case "response.body.type" -> entries.mediaType(pointer, drift);
      case "response.body",
          "request.body",
          "request.query",
          "request.path",
          "request.header",
          "response.header" ->
          values.value(pointer, keyword, name, drift);
      default -> false;
    };
  }

  /** Writes what had to wait until all findings were known; gives those that cannot be settled. */
  List<Drift> finish() {
    return values.finish();
  }
}
