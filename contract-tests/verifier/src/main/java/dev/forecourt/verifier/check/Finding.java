package dev.forecourt.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/**
 * One thing that was said or seen and that the contract does not allow.
 *
 * @param rule kind of finding, such as {@code request.query.unknown}
 * @param interaction description of the interaction
 * @param inPact JSON path in the pact file, or in the exchange
 * @param inContract JSON pointer in the contract, behind a {@code #}
 * @param message what is wrong
 * @param details what else is known of it
 */
public record Finding(
    String rule,
    String interaction,
    String inPact,
    String inContract,
    String message,
    Details details) {

  /**
   * What else is known. Never shown as it is: the value may be anybody's.
   *
   * @param keyword keyword of the schema that is not kept; empty if it is about no schema
   * @param subject what is unknown or missing, by name; empty if it is about a value
   * @param value the value that is wrong or unknown; missing if there is none
   * @param explained whether the answer refuses the request for it, as the contract does
   */
  public record Details(String keyword, String subject, JsonNode value, boolean explained) {
    /** Nothing else. */
    public static final Details NONE = new Details("", "", MissingNode.getInstance(), false);

    /** About a name. */
    public static Details of(String subject) {
      return new Details("", subject, MissingNode.getInstance(), false);
    }

    /** About a name and what came with it. */
    static Details of(String subject, JsonNode value) {
      return new Details("", subject, value, false);
    }

    /** About a name and the texts that came with it. */
    static Details of(String subject, List<String> texts) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      texts.forEach(list::add);
      return of(subject, texts.size() == 1 ? list.get(0) : list);
    }

    Details explained(boolean explained) {
      return new Details(keyword, subject, value, explained);
    }

    /** Without the value. */
    @Override
    public String toString() {
      return keyword + " " + subject;
    }
  }

  @Override
  public String toString() {
    return "%s: %s (%s)%n    pact:     %s%n    contract: %s"
        .formatted(interaction, message, rule, inPact, inContract);
  }
}
