package dev.forecourt.mock;

import dev.forecourt.mock.contract.Example;
import dev.forecourt.mock.contract.Operation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants answered, whatever it asked: {@code Prefer: code=404} and {@code Prefer:
 * example=name}, or both with a comma, as Prism reads them (RFC 7240).
 *
 * @param code status; null for any
 * @param example name of an example of the contract; null for any
 */
record Preference(@Nullable Integer code, @Nullable String example) {
  private static final Pattern CODE = Pattern.compile("(?:^|[,;\\s])code=\"?(\\d{3})\"?");
  private static final Pattern EXAMPLE =
      Pattern.compile("(?:^|[,;\\s])example=\"?([A-Za-z0-9_.-]+)\"?");

  /** Null if the request has none, which most have not. */
  static @Nullable Preference of(MockRequest request) {
    List<String> headers = request.headers("Prefer");
    if (headers.isEmpty()) {
      return null;
    }
    String all = String.join(",", headers);
    Matcher code = CODE.matcher(all);
    Matcher example = EXAMPLE.matcher(all);
    Integer status = code.find() ? Integer.valueOf(code.group(1)) : null;
    String name = example.find() ? example.group(1) : null;
    return status == null && name == null ? null : new Preference(status, name);
  }

  /**
   * The example that is meant; for a failure without one, the vendor's own shape. Throws {@link
   * Refusal} that names what is documented.
   */
  MockResponse answer(Operation operation, ErrorShape errors) {
    for (Example each : operation.examples()) {
      if ((code == null || each.status() == code)
          && (example == null || each.name().equals(example))) {
        return each.response();
      }
    }
    if (example != null) {
      throw new Refusal(
          400,
          "Prefer: %s has no example '%s'%s; there are %s"
              .formatted(
                  operation.id(),
                  example,
                  code == null ? "" : " for " + code,
                  examples(operation)));
    }
    // "default" means statuses that end a call: nobody reads a 999, and after a 101 clients wait on
    boolean any = operation.statuses().contains(0) && code >= 200 && code < 600;
    boolean documented = operation.statuses().contains(code) || any;
    if (!documented) {
      throw new Refusal(
          400,
          "Prefer: %s documents no %d; it documents %s"
              .formatted(operation.id(), code, statuses(operation)));
    }
    return code >= 400
        ? errors.error(operation.id(), code, "asked for by Prefer: code=" + code)
        : MockResponse.empty(code);
  }

  private static String examples(Operation operation) {
    return operation.examples().stream()
        .map(each -> each.name() + " (" + each.status() + ")")
        .collect(Collectors.joining(", "));
  }

  private static String statuses(Operation operation) {
    return operation.statuses().stream()
        .map(status -> status == 0 ? "default" : Integer.toString(status))
        .collect(Collectors.joining(", "));
  }
}
