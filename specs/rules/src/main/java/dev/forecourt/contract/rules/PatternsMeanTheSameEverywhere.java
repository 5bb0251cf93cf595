package dev.forecourt.contract.rules;

import dev.forecourt.contract.patterns.EcmaPattern;
import dev.forecourt.contract.patterns.UnreadablePattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern means to Java, in which clients and stubs are written, what ECMA-262 means by it, as
 * OpenAPI 3.0.3 asks; what Java cannot do alike is refused when code is generated.
 */
final class PatternsMeanTheSameEverywhere implements Rule {

  @Override
  public List<Violation> check(Contract contract) {
    List<Violation> found = new ArrayList<>();
    SchemaNodes.forEach(
        contract,
        (file, place, schema) -> {
          String pattern = schema.path("pattern").textValue();
          String reason = pattern == null ? null : reason(pattern);
          if (reason != null) {
            found.add(
                new Violation(
                    file,
                    place,
                    "has the pattern '%s', which cannot be read: %s".formatted(pattern, reason),
                    "pattern: ^\\d{4}-\\d{2}$, as ECMA-262 has it with the flag u"));
          }
        });
    return found;
  }

  private static @Nullable String reason(String pattern) {
    try {
      EcmaPattern.toJava(pattern);
      return null;
    } catch (UnreadablePattern e) {
      return e.reason();
    }
  }
}
