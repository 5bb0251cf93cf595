package dev.forecourt.clients.corpus;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of a contract.
 *
 * @param name of its file
 * @param refusal why there is no client; empty if there is one
 * @param errors of the compiler
 * @param operations how many there are
 * @param failed those whose call was not right, each with what was wrong
 */
record Result(
    String name, String refusal, List<String> errors, int operations, List<String> failed) {

  static Result of(Path contract, Path out) {
    String name = contract.getParent().getFileName() + "/" + contract.getFileName();
    GeneratedClient client;
    try {
      client = GeneratedClient.of(contract, out.resolve(name.replaceAll("\\.[a-z]+$", "")));
    } catch (RuntimeException | StackOverflowError e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      return new Result(name, String.valueOf(cause), List.of(), 0, List.of());
    }
    List<String> errors = client.compile();
    if (!errors.isEmpty()) {
      return new Result(name, "", errors, 0, List.of());
    }
    RoundTrips calls = RoundTrips.of(client);
    return new Result(name, "", errors, calls.operations(), calls.failed());
  }

  @Override
  public String toString() {
    StringBuilder line = new StringBuilder();
    line.append(refusal.isEmpty() ? "yes " : "NO  ");
    line.append(errors.isEmpty() && refusal.isEmpty() ? "yes " : "NO  ");
    line.append("%4d/%-4d ".formatted(operations - failed.size(), operations)).append(name);
    if (!refusal.isEmpty()) {
      refusal.lines().limit(3).forEach(each -> line.append("\n    ").append(each));
    }
    errors.stream().limit(5).forEach(each -> line.append("\n    ").append(each));
    failed.stream().limit(5).forEach(each -> line.append("\n    ").append(each));
    return line.toString();
  }
}
