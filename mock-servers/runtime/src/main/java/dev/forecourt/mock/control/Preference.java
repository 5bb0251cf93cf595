package dev.forecourt.mock.control;

import dev.forecourt.mock.contract.ErrorShape;
import dev.forecourt.mock.contract.Example;
import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.http.Fault;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A forced response, whatever the call asks: {@code Prefer: code=404} and {@code Prefer:
 * example=name}, or both with a comma, as Prism reads them (RFC 7240); beside them {@code
 * fault=reset} and {@code delay=250}.
 *
 * @param code status; null for any
 * @param example name of an example of the contract; null for any
 * @param disturbance of the answer; null for none
 */
public record Preference(
    @Nullable Integer code, @Nullable String example, @Nullable Disturbance disturbance) {
  private static final Pattern CODE = Pattern.compile("(?:^|[,;\\s])code=\"?(\\d{3})\"?");
  private static final Pattern EXAMPLE =
      Pattern.compile("(?:^|[,;\\s])example=\"?([A-Za-z0-9_.-]+)\"?");
  private static final Pattern FAULT = Pattern.compile("(?:^|[,;\\s])fault=\"?([^,;\\s\"]*)\"?");
  private static final Pattern DELAY = Pattern.compile("(?:^|[,;\\s])delay=\"?([^,;\\s\"]*)\"?");

  /** Null if the request has none, which most have not. Throws {@link Refusal} when it is wrong. */
  public static @Nullable Preference of(MockRequest request) {
    List<String> headers = request.headers("Prefer");
    if (headers.isEmpty()) {
      return null;
    }
    String all = String.join(",", headers);
    Matcher code = CODE.matcher(all);
    Matcher example = EXAMPLE.matcher(all);
    Integer status = code.find() ? Integer.valueOf(code.group(1)) : null;
    String name = example.find() ? example.group(1) : null;
    Disturbance disturbance = disturbance(all);
    return status == null && name == null && disturbance == null
        ? null
        : new Preference(status, name, disturbance);
  }

  private static @Nullable Disturbance disturbance(String header) {
    Matcher fault = FAULT.matcher(header);
    Matcher delay = DELAY.matcher(header);
    boolean broken = fault.find();
    boolean late = delay.find();
    return broken || late
        ? new Disturbance(
            late ? Delay.of(delay.group(1)) : Delay.NONE,
            broken ? Fault.named(fault.group(1)) : null,
            null,
            null)
        : null;
  }

  /** Whether it names an answer, in place of that of the operation. */
  public boolean namesAnswer() {
    return code != null || example != null;
  }

  /**
   * The example that is meant; for a failure without one, the vendor's own shape. Throws {@link
   * Refusal} that names what is documented.
   */
  public MockResponse answer(Operation operation, ErrorShape errors) {
    MockResponse found = example(operation, code, example);
    if (found != null) {
      return found;
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
    int wanted = code == null ? 0 : code;
    // "default" means statuses that end a call: nobody reads a 999, and after a 101 clients wait on
    boolean any = operation.statuses().contains(0) && wanted >= 200 && wanted < 600;
    if (!operation.statuses().contains(wanted) && !any) {
      throw new Refusal(
          400,
          "Prefer: %s documents no %d; it documents %s"
              .formatted(operation.id(), code, statuses(operation)));
    }
    return wanted >= 400
        ? errors.error(operation.id(), wanted, "asked for by Prefer: code=" + wanted)
        : MockResponse.empty(wanted);
  }

  /** A failure: the contract's first example of the status, or else the vendor's own shape. */
  static MockResponse failure(Operation operation, ErrorShape errors, int status, String message) {
    MockResponse example = example(operation, status, null);
    return example == null ? errors.error(operation.id(), status, message) : example;
  }

  private static @Nullable MockResponse example(
      Operation operation, @Nullable Integer status, @Nullable String name) {
    for (Example each : operation.examples()) {
      if ((status == null || each.status() == status)
          && (name == null || each.name().equals(name))) {
        return each.response();
      }
    }
    return null;
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
