package dev.forecourt.mock.autengo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Leads, for vehicles that exist. */
final class AutengoOpportunityTest extends AbstractAutengoTest {

  private static final String FOR_NOBODY = "{\"sellingId\":\"NOSUCH\",\"customer\":{}}";

  @Test
  void takesTheDocumentedLead() {
    Answer answer = post("/v3/opportunity", evidence("opportunityPost"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).isEqualTo(read(evidence("opportunityResponse")));
  }

  @Test
  void keepsALeadAsItWasSent() {
    post("/v3/opportunity", evidence("opportunityPost"));

    Answer state = get("/__mock/state");

    assertThat(state.at("opportunities.0.opportunityId")).isEqualTo(3813L);
    assertThat(state.at("opportunities.0.created")).isEqualTo(NOW.toString());
    assertThat(state.at("opportunities.0.opportunity"))
        .isEqualTo(read(evidence("opportunityPost")));
  }

  @Test
  void refusesALeadForAnUnknownVehicleAndKeepsNothing() {
    Answer answer = post("/v3/opportunity", FOR_NOBODY);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body())
        .isEqualTo(
            error(
                "Not Found (vehicle): no vehicle 'NOSUCH'. Try 'AIQWXW', or GET /v3/vehicle for"
                    + " all there are."));
    assertThat((List<?>) get("/__mock/state").at("opportunities")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "{\"sellingId\":\"AIQWXW\"} -> 'customer' is required",
        "{\"customer\":{}} -> 'sellingId' is required",
        "{\"sellingId\":\"AIQWXW\",\"customer\":{},\"sourceType\":7} -> 'sourceType' must be 6",
        "{\"sellingId\":\"AIQWXW\",\"customer\":{\"zipCode\":1}} -> 'customer.zipCode' must be a string",
      })
  void refusesALeadThatBreaksARule(String body, String reason) {
    Answer answer = post("/v3/opportunity", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains(reason);
  }

  @Test
  void takesALeadForEachVehicleOfTheStock() {
    for (Object sellingId : vehicles("limit", "200").each("sellingId")) {
      String body = "{\"sellingId\":\"" + sellingId + "\",\"customer\":{\"lastName\":\"Doe\"}}";
      assertThat(post("/v3/opportunity", body).status()).isEqualTo(200);
    }
  }

  @Test
  void losesNoLeadOfConcurrentWriters() {
    List<Object> ids =
        IntStream.range(0, 300)
            .parallel()
            .mapToObj(
                i -> post("/v3/opportunity", evidence("opportunityPost")).at("data.opportunityId"))
            .toList();

    assertThat(new HashSet<>(ids)).hasSize(300);
    List<?> kept = (List<?>) get("/__mock/state").at("opportunities");
    List<Object> keptIds = new ArrayList<>();
    kept.forEach(each -> keptIds.add(((Map<?, ?>) each).get("opportunityId")));
    assertThat(keptIds).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void keepsTheLastThousandLeads() {
    AutengoState state = new AutengoState();
    state.fill();

    for (int i = 0; i < AutengoState.KEPT_OPPORTUNITIES + 5; i++) {
      state.add(NOW, Map.of());
    }

    String written = new String(JsonWriter.object(state.tables()::write), StandardCharsets.UTF_8);
    List<?> kept = (List<?>) read(written).get("opportunities");
    assertThat(kept).hasSize(AutengoState.KEPT_OPPORTUNITIES);
    assertThat(((Map<?, ?>) kept.get(0)).get("opportunityId")).isEqualTo(3818L);
  }
}
