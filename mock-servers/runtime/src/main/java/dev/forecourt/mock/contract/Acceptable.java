package dev.forecourt.mock.contract;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.text.Shown;
import java.util.List;
import java.util.Locale;

/** Whether a caller accepts the media type that an operation answers in (RFC 9110, 12.5.1). */
public final class Acceptable {

  private static final int NOT_ACCEPTABLE = 406;

  private Acceptable() {}

  /**
   * Throws a 406 when the header Accept has no room for the answer, if the contract documents that
   * status; otherwise vendors are taken to answer whatever was asked for.
   */
  public static void require(Operation operation, MockRequest request) {
    if (request.header("Accept") == null || !operation.statuses().contains(NOT_ACCEPTABLE)) {
      return;
    }
    String type = operation.defaultAnswer().header("Content-Type");
    String accept = String.join(", ", request.headers("Accept"));
    if (type != null && !accept.isBlank() && !accepts(accept, type)) {
      throw new Refusal(
          NOT_ACCEPTABLE,
          "header 'Accept' must allow %s but was %s; leave it out, or send */*"
              .formatted(type, Shown.value(accept)));
    }
  }

  /** By the most exact range that fits, whatever a wider one says. */
  private static boolean accepts(String accept, String type) {
    List<WeightedItem> ranges = WeightedItem.listOf(accept);
    if (ranges == null) {
      return true; // not ours to judge: no vendor says what it does with it
    }
    String wanted = MediaType.parse(type).name();
    String group = wanted.replaceFirst("/.*", "/*");
    for (String exact : List.of(wanted, group, "*/*")) {
      for (WeightedItem range : ranges) {
        if (range.name().toLowerCase(Locale.ROOT).equals(exact)) {
          return range.weight() > 0;
        }
      }
    }
    return false;
  }
}
