package dev.forecourt.vendors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A vendor as its folder in {@code specs/} says it.
 *
 * @param id lower-case id, the name of the folder
 * @param title title of the contract, of one line
 * @param port {@code x-mock-port} of the contract; 0 if it has none
 * @param operations how many operations the contract has
 * @param imported whether the contract is made from the vendor's own file
 */
public record ListedVendor(String id, String title, int port, int operations, boolean imported) {

  private static final Pattern PORT = Pattern.compile("(?m)^x-mock-port: *(\\d+)");
  private static final Pattern TITLE = Pattern.compile("(?m)^  title: *[\"']?(.*?)[\"']? *$");

  // one path item per file has its operations at the left margin, a contract of one file three
  // steps in
  private static final Pattern OPERATION_OF_FILE = Pattern.compile("(?m)^  operationId:");
  private static final Pattern OPERATION_OF_CONTRACT = Pattern.compile("(?m)^      operationId:");

  // what the vendor calls, in 3.1: no operation of its own
  private static final Pattern WEBHOOKS = Pattern.compile("(?ms)^webhooks:.*?(?=^\\S|\\z)");

  /** Reads the folder of a contract. */
  static ListedVendor of(Path folder) {
    String contract = text(folder.resolve("openapi.yaml"));
    Matcher port = PORT.matcher(contract);
    Matcher title = TITLE.matcher(contract);
    return new ListedVendor(
        folder.getFileName().toString(),
        title.find() ? title.group(1) : folder.getFileName().toString(),
        port.find() ? Integer.parseInt(port.group(1)) : 0,
        operations(folder, contract),
        Files.exists(folder.resolve("overlay.yaml")));
  }

  /** The id as Java types begin with it: {@code Fidcar}. */
  public String type() {
    return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
  }

  private static int operations(Path folder, String contract) {
    String paths = WEBHOOKS.matcher(contract).replaceAll("");
    int count = (int) OPERATION_OF_CONTRACT.matcher(paths).results().count();
    for (Path file : files(folder.resolve("paths"))) {
      count += (int) OPERATION_OF_FILE.matcher(text(file)).results().count();
    }
    return count;
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the contract " + file, e);
    }
  }
}
