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
 * range or the default, else as another operation does; with message and code in their places.
 */
final class ContractErrors implements ErrorShape {

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
      return MockResponse.of(
          status, template.mediaType(), text(template, message).getBytes(StandardCharsets.UTF_8));
    }
    return MockResponse.of(
        status, template.mediaType(), Json.write(filled(template, status, message)));
  }

  private static String text(ErrorTemplate template, String message) {
    return template.mediaType().startsWith("text/") ? message : template.text();
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

  private @Nullable Object filled(ErrorTemplate template, int status, String message) {
    Object sample = Json.read(template.text());
    Object tree = sample;
    if (!template.message().isEmpty() || tree instanceof String) {
      tree =
          kept(template, status, tree, new Pointer(template.message()).with(tree, message, false));
    }
    boolean hasMessage = tree != sample;
    if (!template.code().isEmpty()) {
      tree = kept(template, status, tree, withCode(template, status, tree));
    }
    return hasMessage
        ? new SampleError(template, status, each -> fits(template, status, each), clock.instant())
            .of(tree)
        : tree;
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
