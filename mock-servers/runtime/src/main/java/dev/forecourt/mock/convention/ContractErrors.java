package dev.forecourt.mock.convention;

import dev.forecourt.mock.contract.Answers;
import dev.forecourt.mock.contract.ErrorShape;
import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.contract.Place;
import dev.forecourt.mock.contract.Violations;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes errors the way the contract documents them: of the operation and the status, else of a
 * range or the default, else as another operation does; with message and code in their places. A
 * message that the contract has no place for stands in the header {@code Mock-Reason}.
 */
final class ContractErrors implements ErrorShape {

  private static final String REASON = "Mock-Reason";
  private static final int MOST_REASON = 1000;
  private static final int LEAST_MESSAGE = 20;

  private final List<Operation> operations;
  private final List<ErrorTemplate> templates;
  private final Supplier<Answers> loader;
  private final Clock clock;
  private @Nullable Answers answers;

  /**
   * Errors by these templates, with the time of this clock; the rules of answers are loaded with
   * the first error.
   */
  ContractErrors(
      List<Operation> operations,
      List<ErrorTemplate> templates,
      Supplier<Answers> loader,
      Clock clock) {
    this.clock = clock;
    this.operations = operations;
    this.templates = templates;
    this.loader = loader;
  }

  @Override
  public MockResponse error(@Nullable String operationId, int status, String message) {
    ErrorTemplate template = template(operationId, status);
    if (template == null) {
      return MockResponse.json(
          status,
          JsonWriter.object(
              out ->
                  out.object(
                      "error", error -> error.field("status", status).field("message", message))));
    }
    if (!template.mediaType().contains("json")) {
      boolean text = template.mediaType().startsWith("text/");
      byte[] body = (text ? message : template.text()).getBytes(StandardCharsets.UTF_8);
      return withReason(MockResponse.of(status, template.mediaType(), body), text, message);
    }
    Object sample = Json.read(template.text());
    Object error = withMessage(template, status, sample, message);
    boolean hasMessage = error != sample;
    if (!template.code().isEmpty()) {
      error = kept(template, status, error, withCode(template, status, error));
    }
    if (hasMessage) {
      error =
          new SampleError(template, status, each -> fits(template, status, each), clock.instant())
              .of(error);
    }
    return withReason(
        MockResponse.of(status, template.mediaType(), Json.write(error)), hasMessage, message);
  }

  /** The answer; where its body has no place for the message, a header has it. */
  private static MockResponse withReason(MockResponse answer, boolean inBody, String message) {
    String line = message.replaceAll("\\s+", " ").replaceAll("[^ -~]", "?");
    return inBody
        ? answer
        : answer.with(REASON, line.substring(0, Math.min(line.length(), MOST_REASON)));
  }

  private @Nullable ErrorTemplate template(@Nullable String operationId, int status) {
    int number = number(operationId);
    ErrorTemplate own =
        templates.stream()
            .filter(each -> each.operation() == number && each.covers(status))
            .min(Comparator.comparingInt(ErrorTemplate::width))
            .orElse(null);
    if (own != null) {
      return own;
    }
    int hundreds = status / 100;
    return templates.stream()
        .min(
            Comparator.<ErrorTemplate>comparingInt(each -> each.operation() == number ? 0 : 1)
                .thenComparingInt(each -> each.covers(status) ? 0 : 1)
                .thenComparingInt(each -> each.from() / 100 == hundreds ? 0 : 1)
                .thenComparingInt(ErrorTemplate::width))
        .orElse(null);
  }

  private int number(@Nullable String operationId) {
    for (int i = 0; i < operations.size(); i++) {
      if (operations.get(i).id().equals(operationId)) {
        return i;
      }
    }
    return -1;
  }

  /** The sample with the message, or with as much of its beginning as the contract allows. */
  private @Nullable Object withMessage(
      ErrorTemplate template, int status, @Nullable Object sample, String message) {
    if (template.message().isEmpty() && !(sample instanceof String)) {
      return sample;
    }
    Pointer place = new Pointer(template.message());
    Object error = kept(template, status, sample, place.with(sample, message, false));
    for (int length = message.length() / 2;
        error == sample && length >= LEAST_MESSAGE;
        length /= 2) {
      int end = Character.isHighSurrogate(message.charAt(length - 1)) ? length - 1 : length;
      String beginning = message.substring(0, end) + "...";
      error = kept(template, status, sample, place.with(sample, beginning, false));
    }
    return error;
  }

  private static @Nullable Object withCode(
      ErrorTemplate template, int status, @Nullable Object tree) {
    Pointer code = new Pointer(template.code());
    Object before = code.get(tree);
    Object now =
        before instanceof Number
            ? (Object) (long) status
            : String.valueOf(before).matches("[1-5]\\d\\d") ? Integer.toString(status) : before;
    return code.with(tree, now, false);
  }

  /** The changed error, unless only the sample fits the contract. */
  private @Nullable Object kept(
      ErrorTemplate template, int status, @Nullable Object before, @Nullable Object changed) {
    return fits(template, status, changed) ? changed : before;
  }

  private boolean fits(ErrorTemplate template, int status, @Nullable Object error) {
    Answers rules = answers;
    if (rules == null) {
      rules = loader.get();
      answers = rules;
    }
    int shown = template.covers(status) ? status : template.from();
    Violations out = new Violations();
    rules.check(template.operation(), shown, error, Place.body(), out);
    return out.isEmpty();
  }
}
