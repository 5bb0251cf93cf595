package dev.forecourt.contract.importer;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The files of an imported contract, by their paths in the vendor's folder. */
final class ImportFiles {
  private ImportFiles() {}

  static Map<String, byte[]> of(ImportResult result) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("openapi.yaml", result.openapi().getBytes(StandardCharsets.UTF_8));
    files.put("overlay.yaml", result.overlay().getBytes(StandardCharsets.UTF_8));
    result.vendorFiles().forEach((path, bytes) -> files.put("vendor/" + path, bytes));
    return files;
  }
}
