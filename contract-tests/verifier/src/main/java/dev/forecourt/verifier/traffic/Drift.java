package dev.forecourt.verifier.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.check.Finding;
import dev.forecourt.verifier.check.StandardHeaders;
import dev.forecourt.verifier.output.Level;
import java.util.Comparator;

/** One way in which contract and traffic differ, however often it was seen. */
final class Drift {
  static final Comparator<Drift> WORST_FIRST =
      Comparator.comparing(Drift::level)
          .thenComparing(Drift::count, Comparator.reverseOrder())
          .thenComparing(drift -> drift.first.rule())
          .thenComparing(drift -> drift.first.inContract());

  private final Finding first;
  private final Recorded recorded;
  private final Inference values = new Inference();
  private long count;
  private String last = "";

  Drift(Finding first, Recorded recorded) {
    this.first = first;
    this.recorded = recorded;
  }

  void met(Finding finding) {
    count++;
    boolean onTheWire =
        finding.details().keyword().isEmpty()
            && finding.rule().matches(".*(query|header)\\.unknown");
    if (onTheWire) {
      values.addText(finding.details().value());
    } else {
      values.add(finding.details().value());
    }
  }

  void lastSeenIn(String place) {
    last = place;
  }

  /** Place of the exchange that showed it last. */
  String last() {
    return last;
  }

  /** The same, with what another operation saw of it. */
  Drift with(Drift other) {
    Drift both = new Drift(first, recorded);
    both.count = count + other.count;
    both.values.addAll(values);
    both.values.addAll(other.values);
    return both;
  }

  Finding first() {
    return first;
  }

  Recorded recorded() {
    return recorded;
  }

  /** What the values are like that were seen. */
  Inference values() {
    return values;
  }

  long count() {
    return count;
  }

  JsonNode example() {
    return first.details().value();
  }

  /** Name of what it is about: the member, parameter or header. */
  String name() {
    String subject = first.details().subject();
    if (!subject.isEmpty()) {
      return subject;
    }
    String place = first.inPact().replaceFirst("(\\[\\d+])+$", "");
    String quoted = place.replaceFirst("(?s).*\\['(.*)']$", "$1");
    return quoted.equals(place) ? place.replaceFirst("(?s).*[. ]", "") : quoted;
  }

  /** A value of an enumeration that may be shown; empty if it is something else. */
  String value() {
    boolean ofEnum = first.details().keyword().equals("enum");
    String text = example().asText();
    return ofEnum && (Shapes.isWord(text) || example().isIntegralNumber() && text.length() <= 6)
        ? text
        : "";
  }

  /** An error is drift; the rest is what the answer explains or networks do. */
  Level level() {
    String rule = first.rule();
    if (first.details().explained()
        || rule.equals("request.accept")
        || rule.equals(DriftText.OPEN_VALUE)) {
      return Level.NOTE;
    }
    boolean failure =
        rule.equals("response.body.type")
            && !first.inContract().endsWith("/content")
            && recorded.exchange().status() >= 400;
    if (failure) {
      // most contracts say that a failure comes, and leave its words open
      return Level.NOTE;
    }
    boolean redirect = rule.equals("response.status") && first.details().subject().startsWith("3");
    boolean ofHttp =
        rule.equals("response.header.unknown")
            && StandardHeaders.isMeaningful(first.details().subject());
    boolean unsure = rule.equals("request.credentials") || rule.equals("recording.cut-off");
    return redirect || ofHttp || unsure ? Level.WARNING : Level.ERROR;
  }
}
