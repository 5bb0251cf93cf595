package dev.forecourt.contracttests.claire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contracttests.kit.Checkout;
import dev.forecourt.contracttests.kit.MessageSchema;
import dev.forecourt.verifier.report.Verdict;
import dev.forecourt.verifier.report.Verdict.Result;
import dev.forecourt.verifier.report.VerdictFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No message of a pact says what the contract's callback does not allow. Pact's own comparator
 * reads no messages.
 */
@Tag("verification")
class MessagesKeepTheContractVerificationTest {
  private static final Path PACT =
      Checkout.writtenPacts().resolve("forecourt-claire-claire-webhooks.json");

  /** For the report. */
  private static final List<Verdict> VERDICTS = new ArrayList<>();

  private final MessageSchema schema = MessageSchema.of("claire", "notifyWebhook");

  @ParameterizedTest
  @MethodSource("messages")
  void contractAllowsEveryMessage(JsonNode message) {
    List<String> problems = schema.problems(content(message));

    VERDICTS.add(verdict(message.path("description").asText(), problems));
    assertThat(problems).isEmpty();
  }

  @AfterAll
  static void recordVerdicts() {
    new VerdictFile("contract", "claire-webhooks", null, null, VERDICTS)
        .writeTo(Checkout.results());
  }

  private static Verdict verdict(String description, List<String> problems) {
    return problems.isEmpty()
        ? new Verdict(description, Result.PASSED, null)
        : new Verdict(description, Result.FAILED, String.join("\n", problems));
  }

  /** A validator that reads nothing is green too: every message must be found once it is wrong. */
  @ParameterizedTest
  @MethodSource("messages")
  void everyMessageIsReallyChecked(JsonNode message) {
    ObjectNode wrongType = content(message).deepCopy();
    ObjectNode incomplete = content(message).deepCopy();
    ObjectNode unknownMember = content(message).deepCopy();

    wrongType.put("dealer_id", "57");
    incomplete.remove("wo_nr");
    unknownMember.put("appointment_ID", 1);

    assertThat(schema.problems(wrongType)).hasSize(1);
    assertThat(schema.problems(incomplete)).hasSize(1);
    assertThat(schema.problems(unknownMember)).hasSize(1);
  }

  /** The zero value of the vendor's samples sets nothing off. */
  @Test
  void everyTriggerOfTheContractHasAMessage() throws IOException {
    Set<Integer> triggers = new TreeSet<>();
    for (JsonNode message : messages()) {
      triggers.add(Integer.valueOf(message.path("description").asText().split(" ")[1]));
    }

    assertThat(triggers).isEqualTo(schema.values("WebhookTriggerID", 0));
  }

  static List<JsonNode> messages() throws IOException {
    List<JsonNode> messages = new ArrayList<>();
    for (JsonNode each : new ObjectMapper().readTree(PACT.toFile()).path("interactions")) {
      assertThat(each.path("type").asText()).isEqualTo("Asynchronous/Messages");
      messages.add(each);
    }
    assertThat(messages).isNotEmpty();
    return messages;
  }

  private static JsonNode content(JsonNode message) {
    return message.path("contents").path("content");
  }
}
