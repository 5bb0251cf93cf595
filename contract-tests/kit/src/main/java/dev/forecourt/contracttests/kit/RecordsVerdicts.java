package dev.forecourt.contracttests.kit;

import dev.forecourt.verifier.report.Verdict;
import dev.forecourt.verifier.report.Verdict.Result;
import dev.forecourt.verifier.report.VerdictFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Writes down how each interaction of a class ended; nothing for those that did not run. */
final class RecordsVerdicts implements TestWatcher, AfterAllCallback {
  private final List<Verdict> verdicts = new ArrayList<>();

  @Override
  public void testSuccessful(ExtensionContext context) {
    add(context, Result.PASSED, null);
  }

  @Override
  public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
    add(context, Result.FAILED, cause == null ? "no reason was given" : cause.getMessage());
  }

  @Override
  public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
    add(context, Result.SKIPPED, cause == null ? "no reason was given" : cause.getMessage());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Class<?> test = context.getRequiredTestClass();
    String by = test.getAnnotation(RecordedAs.class).value();
    new VerdictFile(by, Verifiers.vendor(test), null, null, verdicts).writeTo(Checkout.results());
  }

  private void add(ExtensionContext context, Result result, @Nullable String message) {
    // Pact names a test "forecourt-fidcar - getReview: an unknown review"
    String description = context.getDisplayName().replaceFirst("^.*? - ", "");
    verdicts.add(new Verdict(description, result, message));
  }
}
