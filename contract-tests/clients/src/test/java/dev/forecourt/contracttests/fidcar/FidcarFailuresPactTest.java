package dev.forecourt.contracttests.fidcar;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.forecourt.contracttests.fidcar.FidcarPact.*;

import au.com.dius.pact.consumer.dsl.DslPart;
import dev.forecourt.contracttests.kit.AbstractFailuresPactTest;
import dev.forecourt.contracttests.kit.Access;
import dev.forecourt.contracttests.kit.Failure;
import dev.forecourt.contracttests.kit.VendorCall;
import dev.forecourt.contracttests.kit.WithoutHeaders;
import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.runtime.call.RetryPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What FIDCAR answers when it refuses: errors.md L1-34 (the page that the documentation includes).
 * It lists one set of statuses for all operations.
 */
class FidcarFailuresPactTest extends AbstractFailuresPactTest<FidcarClient> {
  private static final long NO_DEALERSHIP = 999999;
  private static final String NO_REVIEW = "00000000";
  private static final String NO_DISPUTE = "999999";

  /** errors.md L25-34, whose words for 401 are those of L14. */
  private static final Map<Integer, String> WORDS =
      Map.of(
          400, "Bad Request",
          401, "Unknown Authorization token",
          403, "Forbidden",
          404, "Not Found",
          405, "Method Not Allowed",
          406, "Not Acceptable",
          410, "Gone",
          429, "Too Many Requests",
          500, "Internal Server Error",
          503, "Service Unavailable");

  FidcarFailuresPactTest() {
    super(VENDOR);
  }

  @Override
  protected FidcarClient client(String baseUrl, Access access) {
    FidcarClient.Builder builder =
        FidcarClient.builder()
            .apiKey(access == Access.WRONG ? WRONG_KEY : KEY)
            .retries(RetryPolicy.never())
            .baseUrl(baseUrl);
    return access == Access.MISSING
        ? builder.aroundTransport(WithoutHeaders.named("Authorization")).build()
        : builder.build();
  }

  /**
   * The documented body (errors.md L9-17): the code repeats the status, so its value counts; the
   * words are for people.
   */
  @Override
  protected DslPart body(Failure<FidcarClient> failure) {
    return newJsonBody(
            body ->
                body.object(
                    "error",
                    error ->
                        error
                            .numberValue("code", failure.status())
                            .stringType("message", words(failure))))
        .build();
  }

  @Override
  protected String words(Failure<FidcarClient> failure) {
    return WORDS.get(failure.status());
  }

  @Override
  protected List<Failure<FidcarClient>> failures() {
    List<Failure<FidcarClient>> failures = new ArrayList<>();
    for (VendorCall<FidcarClient> call : FidcarCalls.all(DEALERSHIP, REVIEW, DISPUTE)) {
      failures.add(call.refused(401, Access.WRONG));
      List.of(403, 405, 406, 410, 429, 500, 503).forEach(status -> failures.add(call.told(status)));
    }
    failures.add(FidcarCalls.all(DEALERSHIP, REVIEW, DISPUTE).get(0).refused(401, Access.MISSING));
    failures.addAll(unknownIds());
    failures.addAll(badRequests());
    return failures;
  }

  /** Without an id, nothing in a request can be unknown. */
  private static List<Failure<FidcarClient>> unknownIds() {
    List<Failure<FidcarClient>> failures = new ArrayList<>();
    for (VendorCall<FidcarClient> call : FidcarCalls.all(NO_DEALERSHIP, NO_REVIEW, NO_DISPUTE)) {
      if (call.path().contains("/" + NO_REVIEW)) {
        failures.add(call.failing(404, "review 00000000 does not exist", "an unknown review"));
      } else if (call.path().contains("/api/local/" + NO_DEALERSHIP)) {
        failures.add(
            call.failing(404, "dealership 999999 does not exist", "an unknown dealership"));
      } else if (call.path().contains("/" + NO_DISPUTE)) {
        failures.add(call.failing(404, "dispute 999999 does not exist", "an unknown dispute"));
      } else {
        failures.add(call.told(404));
      }
    }
    return failures;
  }

  /** fidcar.md L163 and likewise for every list: limit is between 1 and 100. */
  private static List<Failure<FidcarClient>> badRequests() {
    List<Failure<FidcarClient>> failures = new ArrayList<>();
    for (VendorCall<FidcarClient> call : FidcarCalls.listsWithLimit500()) {
      failures.add(call.failing(400, "dealership 1325 exists", "with a limit of 500"));
    }
    List<String> lists =
        FidcarCalls.listsWithLimit500().stream().map(VendorCall::operationId).toList();
    for (VendorCall<FidcarClient> call : FidcarCalls.all(DEALERSHIP, REVIEW, DISPUTE)) {
      if (!lists.contains(call.operationId())) {
        failures.add(call.told(400));
      }
    }
    return failures;
  }
}
