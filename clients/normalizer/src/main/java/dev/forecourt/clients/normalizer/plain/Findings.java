package dev.forecourt.clients.normalizer.plain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was found in a contract, each with its place: all of it, not only the first. */
public final class Findings {
  private final Set<String> refusals = new LinkedHashSet<>();
  private final Set<String> notes = new LinkedHashSet<>();

  /** Nothing found yet. */
  public Findings() {}

  /** Something that no right code can be written for. */
  void refuse(String place, String what) {
    refusals.add(place + ": " + what);
  }

  /** Something that is written in a simpler way, and that callers may want to know of. */
  void note(String place, String what) {
    notes.add(place + ": " + what);
  }

  /** Why there can be no client; empty if there can. */
  public List<String> refusals() {
    return List.copyOf(refusals);
  }

  /** What the client does in a simpler way than the contract says. */
  public List<String> notes() {
    return List.copyOf(notes);
  }
}
