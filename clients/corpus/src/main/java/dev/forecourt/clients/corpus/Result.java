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
 * @param failed those that said no, each with what it said
 * @param wrong those that lost something of request or answer and said nothing
 */
record Result(
    String name,
    String refusal,
    List<String> errors,
    int operations,
    List<String> failed,
    List<String> wrong) {

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
      return new Result(name, String.valueOf(cause), List.of(), 0, List.of(), List.of());
    }
    List<String> errors = client.compile();
    if (!errors.isEmpty()) {
      return new Result(name, "", errors, 0, List.of(), List.of());
    }
    RoundTrips calls = RoundTrips.of(client, contract);
    return new Result(name, "", errors, calls.operations(), calls.failed(), calls.wrong());
  }

  @Override
  public String toString() {
    StringBuilder line = new StringBuilder();
    line.append(refusal.isEmpty() ? "yes " : "NO  ");
    line.append(errors.isEmpty() && refusal.isEmpty() ? "yes " : "NO  ");
    line.append(
            "%4d/%-4d %3d "
                .formatted(operations - failed.size() - wrong.size(), operations, wrong.size()))
        .append(name);
    if (!refusal.isEmpty()) {
      refusal.lines().limit(3).forEach(each -> line.append("\n    ").append(each));
    }
    errors.stream().limit(5).forEach(each -> line.append("\n    ").append(each));
    failed.stream().limit(8).forEach(each -> line.append("\n    said no: ").append(each));
    wrong.stream().limit(8).forEach(each -> line.append("\n    WRONG: ").append(each));
    return line.toString();
  }
}
