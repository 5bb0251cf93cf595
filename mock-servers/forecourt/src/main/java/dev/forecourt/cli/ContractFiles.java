package dev.forecourt.cli;

import dev.forecourt.contract.importer.ImportResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files of an imported contract, by their paths in its folder. */
final class ContractFiles {

  private ContractFiles() {}

  /** With the report of the import, in which these notes on the stub stand. */
  static Map<String, byte[]> of(ImportResult contract, List<String> notes) {
    Map<String, byte[]> files = new TreeMap<>(contract.files());
    String report = new ImportReport(contract, notes).markdown();
    files.put("REPORT.md", report.getBytes(StandardCharsets.UTF_8));
    return files;
  }
}
