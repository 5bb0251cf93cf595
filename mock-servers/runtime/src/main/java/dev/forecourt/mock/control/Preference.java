package dev.forecourt.mock.control;

import dev.forecourt.mock.contract.ErrorShape;
import dev.forecourt.mock.contract.Example;
import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.http.Fault;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.text.Shown;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  // names whatever their case, as RFC 7240 has them
  private static final Pattern WISH =
      Pattern.compile("(?i)(?:^|[,;\\s])(code|example|fault|delay)=(?:\"([^\"]*)\"|([^,;\\s\"]*))");

  /** Null if the request has none, which most have not. Throws {@link Refusal} when it is wrong. */
  public static @Nullable Preference of(MockRequest request) {
    List<String> headers = request.headers("Prefer");
    if (headers.isEmpty()) {
      return null;
    }
    Map<String, String> wishes = new HashMap<>();
    Matcher wish = WISH.matcher(String.join(",", headers));
    while (wish.find()) {
      String value = wish.group(2) == null ? wish.group(3) : wish.group(2);
      // of one that is sent twice, the first counts
      wishes.putIfAbsent(wish.group(1).toLowerCase(Locale.ROOT), value);
    }
    return wishes.isEmpty()
        ? null
        : new Preference(code(wishes.get("code")), wishes.get("example"), disturbance(wishes));
  }

  private static @Nullable Integer code(@Nullable String text) {
    if (text == null || text.matches("\\d{3}")) {
      return text == null ? null : Integer.valueOf(text);
    }
    throw new Refusal(
        400, "Prefer: 'code' must be a status such as 404 but was " + Shown.value(text));
  }

  private static @Nullable Disturbance disturbance(Map<String, String> wishes) {
    String fault = wishes.get("fault");
    String delay = wishes.get("delay");
    return fault == null && delay == null
        ? null
        : new Disturbance(
            delay == null ? Delay.NONE : Delay.of(delay),
            fault == null ? null : Fault.named(fault),
            null,
            null,
            null);
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
                  Shown.cut(example),
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
