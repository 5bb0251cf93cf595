package dev.forecourt.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.contract.SchemaCheck.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One half of an exchange, whatever it comes from: a request, an answer or a message.
 *
 * @param place JSON path in the file it comes from
 * @param headers by name, in any case; for a message its metadata
 * @param query by name; empty but for a request
 * @param body what is sent: JSON, or text; missing if there is none or nothing is known of it
 * @param bodyPlace JSON path of the body in that file
 * @param type media type of the body without its parameters; empty if nothing tells it
 * @param rules matching rules
 * @param gaps what was left out where this comes from, although it was sent
 * @param struck what was made unreadable, for it is secret or somebody's: {@code body} and a path
 *     such as {@code body.data[0].name}, {@code header X-Name}, {@code query name}, {@code path}
 */
public record Message(
    String place,
    Map<String, List<String>> headers,
    Map<String, List<String>> query,
    JsonNode body,
    String bodyPlace,
    String type,
    List<MatchingRule> rules,
    Set<Gap> gaps,
    Set<String> struck) {

  /** Something that was sent but not kept. */
  public enum Gap {
    /** All headers, or some of them. */
    HEADERS,
    /** The body, or its end. */
    BODY
  }

  /** Without gaps. */
  public Message(
      String place,
      Map<String, List<String>> headers,
      Map<String, List<String>> query,
      JsonNode body,
      String bodyPlace,
      String type,
      List<MatchingRule> rules) {
    this(place, headers, query, body, bodyPlace, type, rules, Set.of(), Set.of());
  }

  /** The same, of which something was sent but not kept. */
  Message lacking(Gap gap) {
    Set<Gap> more = EnumSet.of(gap);
    more.addAll(gaps);
    return new Message(place, headers, query, body, bodyPlace, type, rules, more, struck);
  }

  boolean lacks(Gap gap) {
    return gaps.contains(gap);
  }

  /** Without the problems of values that were made unreadable, here or by another tool. */
  List<Problem> readable(Reading reading, String part, List<Problem> problems) {
    if (reading == Reading.EXPECTED) {
      return problems;
    }
    boolean whole = struck.contains(part);
    return problems.stream()
        .filter(
            each ->
                OF_NAMES.contains(each.keyword())
                    || !whole
                        && !isRedacted(each.value())
                        && (each.keyword().equals("type")
                            || !struck.contains(part + each.inValue())))
        .toList();
  }

  private static boolean isRedacted(JsonNode value) {
    return value.isTextual() && REDACTED.matcher(value.textValue()).matches();
  }

  private static final Set<String> OF_NAMES = Set.of("unknown", "required");
  private static final Pattern REDACTED =
      Pattern.compile(
          "(?i)[*•]{3,}|redacted|[\\[<({]+(redacted|masked|filtered|hidden|removed|secret|sanitized|anonymi[sz]ed)[\\])>}]+");

  public String header(String name) {
    List<String> values = headers.get(name);
    return values == null ? "" : String.join(", ", values);
  }

  public boolean isForm() {
    return type.equals("application/x-www-form-urlencoded") || type.equals("multipart/form-data");
  }

  public boolean isJson() {
    return type.equals("application/json") || type.endsWith("+json");
  }
}
