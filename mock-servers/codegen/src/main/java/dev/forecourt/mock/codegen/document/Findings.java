package dev.forecourt.mock.codegen.document;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the generator has found in a contract: what it refuses, and what it can do only in part. All
 * of it is said at once.
 */
public final class Findings {

  private final Set<String> refusals = new LinkedHashSet<>();
  private final Set<String> notes = new LinkedHashSet<>();

  /** Nothing yet. */
  public Findings() {}

  /** Notes what stops the generation. */
  public void refuse(String sentence) {
    refusals.add(sentence);
  }

  /** Notes what is left out: {@code #/components/schemas/Pet: format 'iban' is not checked}. */
  public void note(String where, String what) {
    notes.add(where + ": " + what);
  }

  /** Sentences, each with its place. */
  public List<String> refusals() {
    return List.copyOf(refusals);
  }

  /** Sentences, each with its place. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** Throws one exception that lists every refusal, unless there is none. */
  public void refuseIfAny() {
    if (refusals.size() == 1) {
      throw new IllegalArgumentException(refusals.iterator().next());
    }
    if (!refusals.isEmpty()) {
      throw new IllegalArgumentException(
          "The contract has %d places that no stub can be made of:%n- %s"
              .formatted(refusals.size(), String.join("%n- ".formatted(), refusals)));
    }
  }
}
