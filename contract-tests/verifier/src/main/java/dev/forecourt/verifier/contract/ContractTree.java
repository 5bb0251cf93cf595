package dev.forecourt.verifier.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A contract in one document: finds operations and callbacks, follows references. */
public final class ContractTree {
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

  private final JsonNode document;

  public ContractTree(JsonNode document) {
    this.document = document;
  }

  public Spot root() {
    return new Spot("", document);
  }

  /** Addresses of the contract's servers in order, with the defaults of their variables. */
  public List<String> servers() {
    List<String> urls = new ArrayList<>();
    for (JsonNode server : document.path("servers")) {
      String url = server.path("url").asText();
      for (Map.Entry<String, JsonNode> each : server.path("variables").properties()) {
        url = url.replace("{" + each.getKey() + "}", each.getValue().path("default").asText());
      }
      urls.add(url);
    }
    return urls;
  }

  /** What is meant by a node, which may be a reference. */
  public Spot meant(Spot spot) {
    JsonNode reference = spot.node().path("$ref");
    if (!reference.isTextual()) {
      return spot;
    }
    String pointer = reference.textValue().substring(1);
    return meant(new Spot(pointer, document.at(pointer)));
  }

  /** Further in, with references followed on the way and at the end. */
  public Spot to(Spot from, String... names) {
    Spot at = meant(from);
    for (String name : names) {
      at = meant(at.to(name));
    }
    return at;
  }

  /** The path of the contract that takes a request; the one with fewest parameters wins. */
  public Optional<String> template(String path) {
    String found = null;
    for (String each : (Iterable<String>) document.path("paths")::fieldNames) {
      if (asPattern(each).matcher(path).matches()
          && (found == null || parameters(each).size() < parameters(found).size())) {
        found = each;
      }
    }
    return Optional.ofNullable(found);
  }

  public Spot operation(String template, String method) {
    return root().to("paths", template, method.toLowerCase(Locale.ROOT));
  }

  /** Values of the parameters in a path. */
  public static Map<String, String> pathValues(String template, String path) {
    Map<String, String> values = new LinkedHashMap<>();
    Matcher matcher = asPattern(template).matcher(path);
    if (matcher.matches()) {
      List<String> names = parameters(template);
      for (int i = 0; i < names.size(); i++) {
        // a plus is a plus in a path
        values.put(names.get(i), FieldValues.decoded(matcher.group(i + 1).replace("+", "%2B")));
      }
    }
    return values;
  }

  /** Parameters of an operation, with those of its path. */
  public List<Spot> parameters(Spot operation) {
    List<Spot> all = new ArrayList<>();
    Spot path =
        new Spot(
            operation.pointer().replaceFirst("/[a-z]+$", ""),
            document.at(operation.pointer().replaceFirst("/[a-z]+$", "")));
    for (Spot list : List.of(path.to("parameters"), operation.to("parameters"))) {
      for (int i = 0; i < list.node().size(); i++) {
        all.add(meant(list.to(String.valueOf(i))));
      }
    }
    return all;
  }

  /** What an operation says of its security, or else the document. */
  public Spot security(Spot operation) {
    return operation.node().has("security") ? operation.to("security") : root().to("security");
  }

  public Spot scheme(String name) {
    return to(root(), "components", "securitySchemes", name);
  }

  /** Operations of callbacks: what the vendor sends to us. */
  public List<Spot> callbacks() {
    List<Spot> found = new ArrayList<>();
    children(root().to("paths"))
        .forEach(
            path ->
                children(path)
                    .forEach(
                        operation ->
                            children(operation.to("callbacks"))
                                .forEach(
                                    callback ->
                                        children(meant(callback))
                                            .forEach(item -> found.addAll(children(item))))));
    return found.stream().filter(spot -> spot.node().has("requestBody")).toList();
  }

  public static List<Spot> children(Spot spot) {
    return spot.node().properties().stream().map(Map.Entry::getKey).map(spot::to).toList();
  }

  private static List<String> parameters(String template) {
    return PARAMETER.matcher(template).results().map(result -> result.group(1)).toList();
  }

  private static Pattern asPattern(String template) {
    String literal = PARAMETER.matcher(template).replaceAll("\0");
    return Pattern.compile(
        Pattern.compile("\0|[^\0]+")
            .matcher(literal)
            .results()
            .map(MatchResult::group)
            .map(part -> part.equals("\0") ? "([^/]+)" : Pattern.quote(part))
            .collect(Collectors.joining()));
  }
}
