package dev.forecourt.mock.journal;

import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.text.Shown;
import dev.forecourt.mock.text.Spelling;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Refuses a name that is none of those there are, with the nearest. */
public final class UnknownName {

  private UnknownName() {}

  /** For a member or a parameter. */
  public static Refusal of(String name, List<String> allowed) {
    return new Refusal(
        400,
        "'%s' is not known here; allowed are %s%s"
            .formatted(name, String.join(", ", allowed), Spelling.hint(name, allowed)));
  }

  /** For an operationId. */
  public static Refusal operation(String id, Collection<String> operations) {
    return new Refusal(
        400,
        "'operation' must be one of %s but was '%s'%s"
            .formatted(
                String.join(", ", new TreeSet<>(operations)),
                Shown.cut(id),
                Spelling.hint(id, operations)));
  }
}
