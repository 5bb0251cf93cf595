package dev.forecourt.verifier.replay;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A pact file of any version and any tool.
 *
 * @param pact as Pact reads it
 * @param file where it stands
 */
public record PactFile(Pact pact, Path file) {

  /** Reads it; throws {@link IllegalArgumentException} for what is no pact. */
  public static PactFile read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("There is no pact file " + file + ".");
    }
    try {
      Pact pact = DefaultPactReader.INSTANCE.loadPact(file.toFile());
      if (pact.getInteractions().isEmpty()) {
        throw new IllegalArgumentException(
            file + " holds no interaction: there is nothing to check.");
      }
      return new PactFile(pact, file);
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          file + " is no pact that can be read: " + e.getMessage() + ". Look at its JSON.", e);
    }
  }

  /** Its interactions over HTTP. */
  public List<SynchronousRequestResponse> calls() {
    return pact.getInteractions().stream()
        .filter(Interaction::isSynchronousRequestResponse)
        .map(Interaction::asSynchronousRequestResponse)
        .filter(Objects::nonNull)
        .toList();
  }

  /** Its messages, which no call can bring about. */
  public List<Interaction> messages() {
    return pact.getInteractions().stream()
        .filter(each -> !each.isSynchronousRequestResponse())
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
