package dev.forecourt.verifier.check;

import dev.forecourt.verifier.contract.Spot;
import java.util.stream.Stream;

/** Finds what a contract says of a media type: itself, its range, or any. */
public final class MediaTypes {
  private MediaTypes() {}

  /** The entry of {@code content}; a missing one if there is none. */
  public static Spot find(Spot content, String type) {
    return Stream.of(type, type.replaceFirst("/.*", "/*"), "*/*")
        .map(content::to)
        .filter(Spot::exists)
        .findFirst()
        .orElse(content.to(type));
  }
}
