package dev.forecourt.contract.importer.guarantee;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.edit.Step;
import dev.forecourt.contract.importer.place.Place;
import dev.forecourt.contract.importer.report.Guess;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The stub has a port, the same on every laptop. */
public final class Port implements Step {
  private final String id;
  private final @Nullable Integer port;

  /** A port that was asked for; null for one that follows from the id. */
  public Port(String id, @Nullable Integer port) {
    this.id = id;
    this.port = port;
  }

  @Override
  public void apply(Draft draft) {
    Place at = Place.of("x-mock-port");
    if (port != null) {
      draft.set(
          at, JsonNodeFactory.instance.numberNode(port), "The port of the stub, as asked for.");
    } else if (!draft.at(at).isInt()) {
      CRC32 sum = new CRC32();
      sum.update(id.getBytes(StandardCharsets.UTF_8));
      int guess = 4100 + (int) (sum.getValue() % 900);
      draft.guess(new Guess("the document", "port " + guess, "it follows from the id", "--port"));
      draft.guessed(
          at,
          JsonNodeFactory.instance.numberNode(guess),
          "The port of the stub; it follows from the id.");
    }
  }
}
