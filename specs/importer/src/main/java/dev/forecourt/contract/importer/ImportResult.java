package dev.forecourt.contract.importer;

import dev.forecourt.contract.importer.report.Guess;
import dev.forecourt.contract.importer.report.LeftOut;
import dev.forecourt.contract.importer.report.OperationRow;
import dev.forecourt.contract.importer.report.Repair;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What an import gives; nothing of it is written yet.
 *
 * @param id the vendor
 * @param title the vendor's name of its API
 * @param version the vendor's version of it
 * @param port of the stub on a laptop
 * @param openapi text of {@code openapi.yaml}
 * @param overlay text of {@code overlay.yaml}
 * @param vendorFiles what goes into {@code vendor/}, byte for byte, by its path there with {@code
 *     /}; {@code SHA256SUMS} is among them
 * @param operations the operations of the contract, in its order
 * @param guesses what was concluded, to be confirmed or changed
 * @param repairs the faults of the vendor's file
 * @param leftOut constructs that the contract does not have
 * @param unmatched of {@link Importer#update}: actions of the old overlay whose target the new file
 *     does not have, by target and description; else empty
 * @param kept of {@link Importer#update}: actions of the old overlay that were done again; the
 *     guesses and repairs among them are not in the lists above
 */
public record ImportResult(
    String id,
    String title,
    String version,
    int port,
    String openapi,
    String overlay,
    SortedMap<String, byte[]> vendorFiles,
    List<OperationRow> operations,
    List<Guess> guesses,
    List<Repair> repairs,
    List<LeftOut> leftOut,
    List<Unmatched> unmatched,
    List<Kept> kept) {

  /**
   * An action of an old overlay that a new file has no use for.
   *
   * @param target its JSONPath
   * @param description its reason
   */
  public record Unmatched(String target, String description) {}

  /**
   * An action of an old overlay that a new file still takes.
   *
   * @param target its JSONPath
   * @param description its reason
   */
  public record Kept(String target, String description) {}

  /** Every file below {@code specs/ID/} that an import makes, by its path there. */
  public Map<String, byte[]> files() {
    return ImportFiles.of(this);
  }
}
