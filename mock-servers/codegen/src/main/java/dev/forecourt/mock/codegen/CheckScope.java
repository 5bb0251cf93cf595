package dev.forecourt.mock.codegen;

import dev.forecourt.contract.patterns.EcmaPattern;
import dev.forecourt.contract.patterns.UnreadablePattern;
import dev.forecourt.mock.codegen.document.Findings;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** What all checks of one direction share: requests, or answers. */
record CheckScope(Schemas schemas, boolean inAnswers, CheckConstants constants, Findings findings) {

  /** The constant of a pattern; null for one that is not checked. */
  @Nullable String pattern(String pattern, String where) {
    try {
      EcmaPattern.toJava(pattern);
    } catch (UnreadablePattern e) {
      findings.note(where, "pattern '%s' is not checked: %s".formatted(pattern, e.reason()));
      return null;
    }
    return constants.pattern(pattern);
  }

  /** True for what the vendor judges in another way than by a 400; behaviour does that. */
  boolean isCheckedLater(Schema<?> schema) {
    return !inAnswers
        && schema.getExtensions() != null
        && Boolean.TRUE.equals(schema.getExtensions().get("x-checked-later"));
  }

  /** What only the other side sends may be missing; here it says nothing. */
  boolean isOfOtherSide(Schema<?> property) {
    return inAnswers ? schemas.isWriteOnly(property) : schemas.isReadOnly(property);
  }

  static String bounds(@Nullable Integer min, @Nullable Integer max) {
    return (min == null ? "0" : min.toString())
        + ", "
        + (max == null ? "Integer.MAX_VALUE" : max.toString());
  }
}
