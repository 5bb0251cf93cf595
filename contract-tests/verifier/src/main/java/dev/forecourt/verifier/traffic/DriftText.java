package dev.forecourt.verifier.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.check.Finding;
import dev.forecourt.verifier.check.Message;
import dev.forecourt.verifier.contract.JsonPath;
import java.util.Set;

/** Drift in words. Values are shown by their shape; secrets are never shown. */
final class DriftText {
  private static final int LONGEST = 160;

  /** The validator's words for these hold what the contract says, and nothing of the value. */
  private static final Set<String> OWN_WORDS =
      Set.of(
          "type",
          "format",
          "pattern",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "minProperties",
          "maxProperties",
          "multipleOf",
          "uniqueItems");

  /** Rule of a new value of an open enumeration that a pact answers with. */
  static final String OPEN_VALUE = "pact.open-value";

  private final boolean showValues;

  DriftText(boolean showValues) {
    this.showValues = showValues;
  }

  String of(Drift drift) {
    String text = shortened(what(drift));
    String times = drift.count() == 1 ? "once" : drift.count() + " times";
    String example = example(drift);
    String refused = drift.first().details().explained() ? "; the answer refuses it, too" : "";
    if (drift.first().rule().equals(OPEN_VALUE)) {
      return text
          + "; "
          + times
          + "; the enumeration is open, and a pact says what its consumer bears, not what came";
    }
    return text + "; " + times + (example.isEmpty() ? "" : ", first: " + example) + refused;
  }

  String what(Drift drift) {
    Finding first = drift.first();
    String subject = Shapes.name(first.details().subject());
    String side = first.rule().replaceFirst("\\..*", "").replace("response", "answer");
    String where = "`" + name(drift) + "`";
    if (first.details().keyword().equals("unknown")) {
      String holder = first.rule().startsWith("request.query") ? "query" : side;
      return "undocumented member `" + subject + "` of the " + holder;
    }
    return switch (first.rule()) {
      case "request.query.unknown" -> "undocumented query parameter `" + subject + "`";
      case "request.header.unknown", "response.header.unknown" ->
          "undocumented header `" + subject + "` of the " + side;
      case "response.status" -> "undocumented status " + first.details().subject();
      case "request.body.type", "response.body.type" ->
          subject.isEmpty()
              ? "a body of the " + side + " whose type no header says"
              : "undocumented media type `"
                  + Shapes.word(first.details().subject())
                  + "` of the "
                  + side;
      case "request.accept" -> "asks for types that the operation does not answer";
      case OPEN_VALUE -> value(drift, "answer", where);
      case "response.body",
          "request.body",
          "request.query",
          "request.path",
          "request.header",
          "response.header" ->
          value(drift, side, where);
      case "request.query.missing", "request.header.missing", "response.header.missing" ->
          "lacks `" + subject + "`, which is required";
      default -> first.message();
    };
  }

  private static String value(Drift drift, String side, String where) {
    Finding first = drift.first();
    String keyword = first.details().keyword();
    String subject = Shapes.name(first.details().subject());
    if (keyword.equals("required")) {
      return "member `" + subject + "` of the " + side + " is missing and required";
    }
    if (keyword.equals("enum")) {
      String value = drift.value().isEmpty() ? "" : " `" + drift.value() + "`";
      return "undocumented value" + value + " of " + where + " in the " + side;
    }
    String words =
        OWN_WORDS.contains(keyword) || keyword.endsWith("Of")
            ? first.message()
            : "does not keep " + keyword;
    return where + " of the " + side + ": " + words;
  }

  private static String name(Drift drift) {
    return Shapes.name(drift.name());
  }

  private String example(Drift drift) {
    JsonNode value = drift.example();
    Set<String> without = Set.of("required", "enum");
    if (value.isMissingNode()
        || without.contains(drift.first().details().keyword()) && !drift.value().isEmpty()
        || drift.first().details().keyword().equals("required")) {
      return "";
    }
    boolean secret =
        Shapes.isSecretName(drift.name())
            || value.isTextual() && Shapes.isSecretValue(value.textValue());
    boolean plain = showValues && !secret && !value.isContainerNode();
    return plain ? shortened(value.toString()) : Shapes.of(drift.name(), value);
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  /** Where in the recording; names that can be somebody's are made unreadable. */
  static String place(Drift drift) {
    String place = drift.first().inPact();
    for (Message message :
        new Message[] {
          drift.recorded().exchange().request(), drift.recorded().exchange().answer()
        }) {
      String body = message.bodyPlace();
      if (!body.isEmpty() && place.startsWith(body)) {
        return body + JsonPath.renamed(place.substring(body.length()), Shapes::name);
      }
    }
    int bracket = place.indexOf("['");
    return bracket < 0
        ? place
        : place.substring(0, bracket)
            + "['"
            + Shapes.name(place.substring(bracket + 2).replaceFirst("'].*", ""))
            + "']";
  }

  /** Where in the contract it stands, or would stand if it were documented. */
  static String pointer(Drift drift) {
    Finding first = drift.first();
    String pointer = first.inContract().replaceFirst("^#", "");
    boolean isNew =
        first.rule().endsWith(".unknown")
            || first.rule().equals("response.status")
            || first.rule().endsWith(".body.type");
    String name = isNew ? Shapes.name(first.details().subject()) : drift.value();
    if (first.rule().endsWith(".body.type")) {
      name = Shapes.word(first.details().subject());
    } else if (first.rule().equals("response.status")) {
      name = first.details().subject();
    }
    return name.isEmpty() ? pointer : pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
