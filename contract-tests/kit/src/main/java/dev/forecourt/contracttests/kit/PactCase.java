package dev.forecourt.contracttests.kit;

import au.com.dius.pact.consumer.ConsumerPactRunnerKt;
import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import java.util.function.Function;
import org.opentest4j.AssertionFailedError;

/** One case of a pact: what is asked and answered, and the call of the client that makes it so. */
public final class PactCase {

  /** A call of a client, and what is asserted of its result. */
  @FunctionalInterface
  public interface Call {
    /** {@code vendor} answers as the pact says. */
    void on(MockServer vendor) throws Exception;
  }

  private PactCase() {}

  /**
   * Makes the call against a server that answers as the pact says, and writes the pact if the call
   * was made as it says.
   *
   * @param vendor whose client is the consumer
   * @param pact the interactions
   * @param call makes the requests of all of them
   */
  public static void verify(String vendor, Function<PactDslWithProvider, V4Pact> pact, Call call) {
    V4Pact interactions = pact.apply(VendorPact.of(vendor).empty());
    String test =
        StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
            .walk(
                frames ->
                    frames
                        .filter(frame -> frame.getClassName().endsWith("Test"))
                        .findFirst()
                        .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                        .orElse(""));
    interactions.getInteractions().forEach(each -> each.asV4Interaction().setTestName(test));

    PactVerificationResult result =
        ConsumerPactRunnerKt.runConsumerTest(
            interactions,
            MockProviderConfig.createDefault(PactSpecVersion.V4),
            (server, context) -> {
              call.on(server);
              return test;
            });

    if (result instanceof PactVerificationResult.Error error) {
      throw failure(error);
    }
    if (!(result instanceof PactVerificationResult.Ok)) {
      throw new AssertionFailedError(result.getDescription());
    }
  }

  private static AssertionError failure(PactVerificationResult.Error error) {
    Throwable cause = error.getError();
    AssertionError failure =
        cause instanceof AssertionError assertion
            ? assertion
            : new AssertionFailedError("The call of the client failed: " + cause, cause);
    if (!(error.getMockServerState() instanceof PactVerificationResult.Ok)) {
      // often the reason of the first one
      failure.addSuppressed(new AssertionFailedError(error.getMockServerState().getDescription()));
    }
    return failure;
  }
}
