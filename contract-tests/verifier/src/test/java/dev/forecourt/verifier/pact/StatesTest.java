package dev.forecourt.verifier.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.forecourt.mock.MockServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that says how states are brought about, at a stub that is really there. */
class StatesTest {
  @TempDir Path temp;

  private final MockServer stub = MockServer.builder("claire").start();

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void playsCallsOfControls() throws IOException {
    States states =
        states("{\"s\": [{\"call\": \"PUT /__mock/state\", \"body\": {\"webhooks\": []}}]}");

    states.bringAbout(state("s"), stub.baseUri());

    assertThat(table("webhooks")).isEmpty();
  }

  @Test
  void playsCallsOfTheVendorWithRightCredentials() throws IOException {
    States states =
        states("{\"s\": {\"calls\": [{\"call\": \"POST /v1/webhooks/delete?webhook_id=${id}\"}]}}");
    int before = table("webhooks").size();

    states.bringAbout(
        new PactEntry.State("s", Map.of("id", IntNode.valueOf(1501))), stub.baseUri());

    assertThat(table("webhooks")).hasSize(before - 1);
  }

  @Test
  void takesADocumentOfTheState() throws IOException {
    states("{\"s\": {\"webhooks\": []}}").bringAbout(state("s"), stub.baseUri());

    assertThat(table("webhooks")).isEmpty();
  }

  @Test
  void putsParametersIntoBodiesAsTheyAre() throws IOException {
    States states =
        states(
            "{\"s\": [{\"call\": \"POST /__mock/rate-limit\", \"body\": {\"limit\": \"${most}\"}}]}");

    states.bringAbout(new PactEntry.State("s", Map.of("most", IntNode.valueOf(0))), stub.baseUri());

    assertThatThrownBy(() -> callTheVendor()).hasMessageContaining("refuses GET /v1/tags");
  }

  @Test
  void givesValuesOfFileAndParametersAndTheFileWins() throws IOException {
    States states = states("{\"s\": {\"values\": {\"id\": \"n-${id}\", \"at\": 7}}}");

    Map<String, JsonNode> values =
        states.values(
            new PactEntry.State("s", Map.of("id", IntNode.valueOf(1), "x", TextNode.valueOf("y"))));

    assertThat(values)
        .containsEntry("id", TextNode.valueOf("n-1"))
        .containsEntry("at", IntNode.valueOf(7))
        .containsEntry("x", TextNode.valueOf("y"));
  }

  @Test
  void namesTheParameterThatIsMissing() throws IOException {
    States states = states("{\"s\": [{\"call\": \"DELETE /v1/webhooks/${id}\"}]}");

    assertThatThrownBy(() -> states.bringAbout(state("s"), stub.baseUri()))
        .hasMessage("State 's' uses ${id}, which is no parameter of it in the pact. It has [].");
  }

  @Test
  void saysWhatACallHasToLookLike() throws IOException {
    States states = states("{\"s\": [{\"call\": \"reset\"}]}");

    assertThatThrownBy(() -> states.bringAbout(state("s"), stub.baseUri()))
        .hasMessage(
            "State 's' asks for the call 'reset'. Write a verb and a path, such as POST /__mock/reset.");
  }

  @Test
  void aFileWinsOverWhatIsPacked() throws IOException {
    States states = states("{\"webhook 1501 exists\": {\"webhooks\": []}}");

    states.bringAbout(state("webhook 1501 exists"), stub.baseUri());

    assertThat(table("webhooks")).isEmpty();
  }

  @Test
  void refusesAFileThatIsNoObject() {
    assertThatThrownBy(() -> states("[]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holds no JSON object. Write {\"name of a state\": [calls], ...}.");
  }

  private void callTheVendor() throws IOException {
    states("{\"ask\": [{\"call\": \"GET /v1/tags\"}]}").bringAbout(state("ask"), stub.baseUri());
  }

  private States states(String json) throws IOException {
    return States.of("claire", Files.writeString(temp.resolve("states.json"), json));
  }

  private static PactEntry.State state(String name) {
    return new PactEntry.State(name, Map.of());
  }

  private JsonNode table(String name) throws IOException {
    URI state = stub.baseUri().resolve("/__mock/state");
    try (InputStream json = state.toURL().openStream()) {
      return new ObjectMapper().readTree(json).path(name);
    }
  }
}
