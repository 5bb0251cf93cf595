package dev.forecourt.cli;

import dev.forecourt.contract.importer.ImportResult;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The files of an imported contract, by their paths in its folder. */
final class ContractFiles {

  private ContractFiles() {}

  /** With the report of the import. */
  static Map<String, byte[]> of(ImportResult contract) {
    Map<String, byte[]> files = new TreeMap<>(contract.files());
    files.put("REPORT.md", new ImportReport(contract).markdown().getBytes(StandardCharsets.UTF_8));
    return files;
  }
}
