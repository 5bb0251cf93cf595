package dev.forecourt.verifier.pact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.forecourt.verifier.check.Exchange;
import dev.forecourt.verifier.check.Exchange.Kind;
import dev.forecourt.verifier.check.MatchingRule;
import dev.forecourt.verifier.check.Message;
import dev.forecourt.verifier.contract.FieldValues;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads pact files of the versions 1 to 4 of Pact's specification alike. */
public final class PactReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode pact;
  private final boolean wrapped;

  private PactReader(JsonNode pact) {
    this.pact = pact;
    // from version 4 on a body stands in an object beside its type
    this.wrapped = version(pact.path("metadata")).startsWith("4");
  }

  /** All interactions of a pact file over HTTP, and its messages, as the checker reads them. */
  public static List<Exchange> exchanges(JsonNode pact) {
    return read(pact).stream().map(PactEntry::exchange).toList();
  }

  /** All interactions of a pact, then all messages, each as in the file. */
  static List<PactEntry> read(JsonNode pact) {
    return new PactReader(pact).interactions();
  }

  private static String version(JsonNode metadata) {
    for (String key :
        List.of("pactSpecification", "pact-specification", "pactSpecificationVersion")) {
      JsonNode found = metadata.path(key);
      if (!found.isMissingNode()) {
        return found.isTextual() ? found.asText() : found.path("version").asText();
      }
    }
    return "";
  }

  private List<PactEntry> interactions() {
    List<PactEntry> all = new ArrayList<>();
    for (String list : List.of("interactions", "messages")) {
      JsonNode nodes = pact.path(list);
      for (int i = 0; i < nodes.size(); i++) {
        JsonNode node = nodes.get(i);
        String place = "$." + list + "[" + i + "]";
        all.add(
            new PactEntry(
                node,
                interaction(node, place),
                Generator.of(node, place),
                node.path("pending").asBoolean()));
      }
    }
    return all;
  }

  private Exchange interaction(JsonNode node, String place) {
    Kind kind = kind(node);
    boolean call = kind == Kind.CALL;
    Message message = call ? nothing() : message(node, place);
    return new Exchange(
        place,
        node.path("description").asText(),
        node.at("/comments/references/OpenAPI/operationId")
            .asText(node.path("description").asText().replaceFirst("^(\\w+): .*|.*", "$1")),
        kind,
        call ? node.at("/request/method").asText() : "",
        call ? node.at("/request/path").asText() : "",
        call ? node.at("/response/status").asInt(200) : 0,
        call ? side(node.path("request"), place + ".request") : message,
        call ? side(node.path("response"), place + ".response") : message);
  }

  private static Kind kind(JsonNode node) {
    return switch (node.path("type").asText()) {
      case "Synchronous/HTTP" -> Kind.CALL;
      case "Asynchronous/Messages" -> Kind.MESSAGE;
      case "" -> node.has("request") ? Kind.CALL : node.has("contents") ? Kind.MESSAGE : Kind.OTHER;
      default -> Kind.OTHER;
    };
  }

  private static Message nothing() {
    return new Message("", Map.of(), Map.of(), MissingNode.getInstance(), "", "", List.of());
  }

  private Message message(JsonNode node, String place) {
    JsonNode metadata = node.has("metadata") ? node.path("metadata") : node.path("metaData");
    Map<String, List<String>> headers = values(metadata, true);
    String type = "";
    for (String key : List.of("contentType", "content-type")) {
      type = headers.containsKey(key) ? headers.get(key).get(0) : type;
    }
    JsonNode contents = node.path("contents");
    return new Message(
        place,
        headers,
        Map.of(),
        wrapped ? body(contents, type) : contents,
        place + ".contents" + (wrapped ? ".content" : ""),
        type(type, contents),
        rules(node.path("matchingRules"), place));
  }

  private Message side(JsonNode node, String place) {
    Map<String, List<String>> headers = values(node.path("headers"), true);
    JsonNode body = node.path("body");
    String type =
        type(headers.containsKey("Content-Type") ? headers.get("Content-Type").get(0) : "", body);
    return new Message(
        place,
        headers,
        query(node.path("query")),
        wrapped ? body(body, type) : body.isNull() ? MissingNode.getInstance() : body,
        place + ".body" + (wrapped ? ".content" : ""),
        type,
        rules(node.path("matchingRules"), place));
  }

  private String type(String said, JsonNode body) {
    String type = said.isEmpty() && wrapped ? body.path("contentType").asText() : said;
    if (type.isEmpty() && body.isContainerNode()) {
      type = "application/json";
    }
    return type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  private static JsonNode body(JsonNode wrapper, String type) {
    JsonNode content = wrapper.path("content");
    String encoded = wrapper.path("encoded").asText();
    if (encoded.equalsIgnoreCase("base64") || encoded.equals("true")) {
      content = TextNode.valueOf(ofBase64(content.asText()));
    }
    boolean parse = content.isTextual() && !encoded.equals("false") && type.endsWith("json");
    try {
      return parse ? JSON.readTree(content.asText()) : content;
    } catch (JsonProcessingException text) {
      return content;
    }
  }

  private static String ofBase64(String text) {
    try {
      return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException none) {
      // Pact says so when it plays it
      return text;
    }
  }

  private static Map<String, List<String>> query(JsonNode node) {
    if (!node.isTextual()) {
      return values(node, false);
    }
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (String pair : node.asText().split("&")) {
      String[] parts = pair.split("=", 2);
      if (!pair.isEmpty()) {
        query
            .computeIfAbsent(FieldValues.decoded(parts[0]), name -> new ArrayList<>())
            .add(parts.length == 2 ? FieldValues.decoded(parts[1]) : "");
      }
    }
    return query;
  }

  private static Map<String, List<String>> values(JsonNode node, boolean anyCase) {
    Map<String, List<String>> values =
        anyCase ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      List<String> texts = new ArrayList<>();
      if (member.getValue().isArray()) {
        member.getValue().forEach(each -> texts.add(each.asText()));
      } else {
        texts.add(member.getValue().asText());
      }
      values.put(member.getKey(), texts);
    }
    return values;
  }

  private static List<MatchingRule> rules(JsonNode node, String place) {
    List<MatchingRule> rules = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String key = entry.getKey();
      if (key.startsWith("$")) {
        rules.add(flat(key, entry.getValue(), place + ".matchingRules['" + key + "']"));
      } else if (entry.getValue().has("matchers")) {
        add(rules, key, "", entry.getValue(), place + ".matchingRules." + key);
      } else {
        for (Map.Entry<String, JsonNode> each : entry.getValue().properties()) {
          String at = place + ".matchingRules." + key + "['" + each.getKey() + "']";
          add(rules, key, each.getKey(), each.getValue(), at);
        }
      }
    }
    return rules;
  }

  private static void add(
      List<MatchingRule> rules, String part, String key, JsonNode node, String place) {
    boolean alternative = node.path("combine").asText().equalsIgnoreCase("OR");
    for (JsonNode matcher : node.path("matchers")) {
      rules.add(new MatchingRule(part, key, matcher, alternative, place));
      if (matcher.path("match").asText().matches("each-?[Vv]alue")) {
        for (JsonNode each : matcher.path("rules")) {
          rules.add(new MatchingRule(part, key + "[*]", each, false, place));
        }
      }
      for (JsonNode variant : matcher.path("variants")) {
        String item = key + "[" + variant.path("index").asInt() + "]";
        variant
            .path("rules")
            .properties()
            .forEach(
                rule ->
                    add(
                        rules,
                        part,
                        item + rule.getKey().replaceFirst("^\\$", ""),
                        rule.getValue(),
                        place));
      }
    }
  }

  /** As version 2 writes it: {@code $.body.id}, {@code $.headers.Location}. */
  private static MatchingRule flat(String path, JsonNode matcher, String place) {
    String[] parts = path.replaceFirst("^\\$\\.?", "").split("(?=[.\\[])", 2);
    String rest = parts.length == 2 ? parts[1] : "";
    String part = parts[0].replaceFirst("^headers$", "header");
    String key =
        part.equals("body")
            ? "$" + rest
            : rest.replaceFirst("^\\.", "").replaceAll("^\\['?|'?](\\[\\d+])?$", "");
    return new MatchingRule(part, key, matcher, false, place);
  }
}
