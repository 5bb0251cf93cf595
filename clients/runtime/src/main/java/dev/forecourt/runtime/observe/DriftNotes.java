package dev.forecourt.runtime.observe;

import dev.forecourt.runtime.json.Drift;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Notes which members of answers are not as the contract says, so that each is told of once and not
 * with every answer.
 */
final class DriftNotes {
  private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

  /** An answer can name its members as it likes: beyond so many nothing new is noted. */
  private static final int MOST = 1_000;

  private final Set<String> noted = ConcurrentHashMap.newKeySet();

  /** Those that were not noted before. */
  List<Drift> fresh(RequestEvent event) {
    if (event.drifts().isEmpty()) {
      return List.of();
    }
    return event.drifts().stream()
        .filter(drift -> noted.size() < MOST)
        .filter(
            drift -> noted.add(event.vendor() + " " + event.operation().id() + " " + member(drift)))
        .toList();
  }

  /** The place without the numbers of elements: {@code $.data[*].grade}. */
  static String member(Drift drift) {
    return INDEX.matcher(drift.path()).replaceAll("[*]");
  }

  /** For people. */
  static String sentence(RequestEvent event, Drift drift) {
    return event.vendor()
        + " "
        + event.operation().id()
        + ": the answer is not as the contract says at "
        + drift
        + ". The model has its value where that is certain, else none; its JSON is kept. Tell the"
        + " vendor, or take a newer version of this client.";
  }
}
