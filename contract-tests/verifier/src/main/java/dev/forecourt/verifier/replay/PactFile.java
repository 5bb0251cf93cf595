package dev.forecourt.verifier.replay;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A pact file of any version and any tool. Values of provider states are in the places that ask for
 * them, as far as the states' parameters give them.
 *
 * @param pact as Pact reads it
 * @param file where it stands
 */
public record PactFile(Pact pact, Path file) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads it; throws {@link IllegalArgumentException} for what is no pact. */
  public static PactFile read(Path file) {
    JsonNode document = document(file);
    if (document.path("interactions") instanceof ArrayNode all) {
      for (int i = 0; i < all.size(); i++) {
        all.set(i, StateValues.ofParameters(all.get(i)).fill(all.get(i)));
      }
    }
    return of(document, file);
  }

  /** The JSON of a pact file; throws {@link IllegalArgumentException} for what is no pact. */
  public static JsonNode document(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "There is no file or folder "
              + file
              + ". Name a pact file, or a folder with pact files.");
    }
    try {
      JsonNode document = JSON.readTree(file.toFile());
      if (document == null || !document.isObject()) {
        throw new IllegalArgumentException(
            file
                + " is no pact: it holds no JSON object. Give the file that your Pact tool wrote.");
      }
      for (String list : List.of("interactions", "messages")) {
        if (document.has(list) && !document.path(list).isArray()) {
          throw new IllegalArgumentException(
              "%s is no pact: its %s are no list. Give the file that your Pact tool wrote."
                  .formatted(file, list));
        }
      }
      if (document.path("interactions").isEmpty() && document.path("messages").isEmpty()) {
        throw new IllegalArgumentException(
            file + " holds no interaction: there is nothing to check.");
      }
      return document;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s is no pact that can be read: line %d, column %d is no JSON. Give the file that your Pact tool wrote."
              .formatted(file, e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
          e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** One interaction of a pact alone; throws {@link IllegalArgumentException} if Pact cannot. */
  public static PactFile of(JsonNode document, ObjectNode interaction, Path file) {
    ObjectNode alone = JSON.createObjectNode();
    for (String member : List.of("consumer", "provider", "metadata")) {
      if (document.has(member)) {
        alone.set(member, document.get(member));
      }
    }
    alone.putArray("interactions").add(interaction);
    return of(alone, file);
  }

  private static PactFile of(JsonNode document, Path file) {
    try {
      Pact pact =
          DefaultPactReader.INSTANCE.loadPact(
              new ByteArrayInputStream(JSON.writeValueAsBytes(document)));
      return new PactFile(pact, file);
    } catch (IOException | RuntimeException e) {
      throw unreadable(file, e);
    }
  }

  private static IllegalArgumentException unreadable(Path file, Exception e) {
    return new IllegalArgumentException(
        file + " is no pact that can be read: " + e.getMessage() + ". Look at its JSON.", e);
  }

  /** Its interactions over HTTP. */
  public List<SynchronousRequestResponse> calls() {
    return pact.getInteractions().stream()
        .filter(Interaction::isSynchronousRequestResponse)
        .map(Interaction::asSynchronousRequestResponse)
        .filter(Objects::nonNull)
        .toList();
  }

  /** Names of the states that an interaction wants. */
  public static List<String> states(Interaction interaction) {
    return interaction.getProviderStates().stream()
        .map(ProviderState::getName)
        .filter(Objects::nonNull)
        .toList();
  }
}
