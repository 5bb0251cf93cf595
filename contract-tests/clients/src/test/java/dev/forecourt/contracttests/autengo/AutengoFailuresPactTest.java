package dev.forecourt.contracttests.autengo;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.forecourt.contracttests.autengo.AutengoPact.*;

import au.com.dius.pact.consumer.dsl.DslPart;
import dev.forecourt.autengo.AutengoClient;
import dev.forecourt.contracttests.kit.AbstractFailuresPactTest;
import dev.forecourt.contracttests.kit.Access;
import dev.forecourt.contracttests.kit.Failure;
import dev.forecourt.contracttests.kit.VendorCall;
import dev.forecourt.contracttests.kit.WithoutHeaders;
import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.call.RetryPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Autengo answers when it refuses. The text has the words of 400 and 404 (autengo.txt L162,
 * L556, L684) and promises HTTP codes (L2); 401 and all bodies are inferred.
 */
class AutengoFailuresPactTest extends AbstractFailuresPactTest<AutengoClient> {
  private static final Map<Integer, String> WORDS =
      Map.of(
          400, "Invalid request",
          401, "Unauthorized",
          404, "not found",
          500, "Internal server error");

  /** Operations that can be asked for nothing wrong: no 400 is documented. */
  private static final Set<String> NEVER_INVALID = Set.of("listMakes", "listModels");

  AutengoFailuresPactTest() {
    super(
        VENDOR.credential(
            "X-Authorization", "Bearer [^ ]+", "Bearer " + TOKEN, "Bearer wrong-token"));
  }

  @Override
  protected AutengoClient client(String baseUrl, Access access) {
    AutengoClient.Builder builder =
        AutengoClient.builder()
            .apiKey(access == Access.WRONG ? "wrong-key" : KEY)
            .sessionToken(access == Access.WRONG ? "wrong-token" : TOKEN)
            .retries(RetryPolicy.never())
            .baseUrl(baseUrl);
    return access == Access.MISSING
        ? builder.aroundTransport(WithoutHeaders.named("X-Api-Key", "X-Authorization")).build()
        : builder.build();
  }

  @Override
  protected DslPart body(Failure<AutengoClient> failure) {
    return newJsonBody(
            body -> body.stringType("status", "error").stringType("statusText", words(failure)))
        .build();
  }

  @Override
  protected String words(Failure<AutengoClient> failure) {
    return WORDS.get(failure.status());
  }

  @Override
  protected List<Failure<AutengoClient>> failures() {
    List<Failure<AutengoClient>> failures = new ArrayList<>();
    for (VendorCall<AutengoClient> call : AutengoCalls.all(VEHICLE, CONTACT, TECFACTURA_ID)) {
      failures.add(call.refused(401, Access.WRONG));
      failures.add(call.told(500));
      if (!NEVER_INVALID.contains(call.operationId())
          && !call.operationId().equals("listVehicles")) {
        failures.add(call.told(400));
      }
    }
    failures.add(
        AutengoCalls.all(VEHICLE, CONTACT, TECFACTURA_ID).get(0).refused(401, Access.MISSING));
    failures.add(limitZero().failing(400, "several vehicles exist", "with a limit of 0"));
    failures.addAll(unknownIds());
    return failures;
  }

  private static List<Failure<AutengoClient>> unknownIds() {
    List<Failure<AutengoClient>> failures = new ArrayList<>();
    for (VendorCall<AutengoClient> call : AutengoCalls.all("XXXXXX", 999999, "D999999")) {
      if (call.path().endsWith("/XXXXXX") || call.operationId().equals("createOpportunity")) {
        failures.add(call.failing(404, "vehicle XXXXXX does not exist", "an unknown vehicle"));
      } else if (call.path().endsWith("999999")) {
        failures.add(call.failing(404, "contact 999999 does not exist", "an unknown contact"));
      }
    }
    return failures;
  }

  /** A list of no vehicles at most: limit is a number of vehicles (autengo.txt L160). */
  private static VendorCall<AutengoClient> limitZero() {
    // build() of the query refuses it
    RequestOptions limit = RequestOptions.builder().query("limit", "0").build();
    return new VendorCall<>(
        "listVehicles",
        "GET",
        "/v3/vehicle",
        request -> request.query("limit=0"),
        c -> c.vehicles().with(limit).listVehicles().firstPage());
  }
}
