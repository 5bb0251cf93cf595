package dev.forecourt.contract.rules;

import java.util.List;

/**
 * File names hold letters, digits, '_' and '-': the generator silently drops models of files with
 * braces.
 */
final class FileNamesAreDigestible implements Rule {
  @Override
  public List<Violation> check(Contract contract) {
    return contract.files().keySet().stream()
        .filter(file -> !file.getFileName().toString().matches("[A-Za-z0-9_-]+\\.yaml"))
        .map(
            file ->
                new Violation(
                    contract.label(file),
                    "the file name",
                    "has other signs",
                    "api_review_reviewId.yaml"))
        .toList();
  }
}
