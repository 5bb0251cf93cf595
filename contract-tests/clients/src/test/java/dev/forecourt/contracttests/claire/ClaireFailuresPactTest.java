package dev.forecourt.contracttests.claire;

import static dev.forecourt.contracttests.claire.ClaireCalls.*;
import static dev.forecourt.contracttests.claire.ClairePact.*;

import au.com.dius.pact.consumer.dsl.DslPart;
import dev.forecourt.claire.ClaireClient;
import dev.forecourt.contracttests.kit.AbstractFailuresPactTest;
import dev.forecourt.contracttests.kit.Access;
import dev.forecourt.contracttests.kit.Failure;
import dev.forecourt.contracttests.kit.VendorCall;
import dev.forecourt.contracttests.kit.WithoutHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Claire answers when it refuses: claire.txt L1467-1479, one set of statuses for all. */
class ClaireFailuresPactTest extends AbstractFailuresPactTest<ClaireClient> {
  /** Those that name one webhook. */
  private static final Set<String> OF_WEBHOOK =
      Set.of("getWebhook", "updateWebhook", "deleteWebhook", "testWebhook", "listWebhookErrors");

  ClaireFailuresPactTest() {
    super(VENDOR);
  }

  @Override
  protected ClaireClient client(String baseUrl, Access access) {
    ClaireClient.Builder builder = builder(access).baseUrl(baseUrl);
    return access == Access.MISSING
        ? builder.aroundTransport(WithoutHeaders.named("Authorization")).build()
        : builder.build();
  }

  /** The vendor prints none. */
  @Override
  protected @Nullable DslPart body(Failure<ClaireClient> failure) {
    return null;
  }

  /** Without a body the status is all there is to tell. */
  @Override
  protected String words(Failure<ClaireClient> failure) {
    return String.valueOf(failure.status());
  }

  @Override
  protected List<Failure<ClaireClient>> failures() {
    List<Failure<ClaireClient>> failures = new ArrayList<>();
    for (VendorCall<ClaireClient> call : all()) {
      failures.add(call.refused(401, Access.WRONG));
      failures.add(notFound(call));
      failures.add(call.failing(429, USED_UP, "once too often"));
      List.of(400, 405, 500, 503).forEach(status -> failures.add(call.told(status)));
    }
    failures.add(listLocations().refused(401, Access.MISSING));
    return failures;
  }

  /** claire.txt L1473 speaks of paths; an unknown id is taken to be the same. */
  private static Failure<ClaireClient> notFound(VendorCall<ClaireClient> call) {
    return switch (call.operationId()) {
      case "getAppointment" ->
          getAppointment(1).failing(404, "appointment 1 does not exist", "an unknown one");
      case "listChecks" ->
          listChecks(1).failing(404, "appointment 1 does not exist", "of an unknown appointment");
      case "getCar" -> getCar("X").failing(404, "car X does not exist", "an unknown one");
      default ->
          OF_WEBHOOK.contains(call.operationId())
              ? call.failing(404, "webhook 1501 does not exist", "an unknown one")
              : call.told(404);
    };
  }
}
