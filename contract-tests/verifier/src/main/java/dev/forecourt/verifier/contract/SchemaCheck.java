package dev.forecourt.verifier.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.forecourt.contract.rules.ContractRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Values against the schemas of a contract. Objects are closed: a member that no alternative of the
 * schema names is wrong, unless the schema says {@code additionalProperties}.
 */
public final class SchemaCheck {
  private static final String CONTRACT = "https://contract.invalid/openapi.json";

  /**
   * Something that a schema does not allow.
   *
   * @param keyword keyword of the schema, or {@code unknown}
   * @param inValue JSON path within the value, such as {@code .data[0].id}; empty for the value
   * @param inContract JSON pointer
   * @param message what is wrong
   */
  public record Problem(String keyword, String inValue, String inContract, String message) {}

  private final ContractTree contract;
  private final SchemaRegistry registry;
  private final Map<String, Schema> known = new HashMap<>();

  private SchemaCheck(ContractTree contract, JsonNode document) {
    this.contract = contract;
    this.registry =
        SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi30(),
            b ->
                b.schemas(Map.of(CONTRACT, OneDocument.TEXT))
                    .nodeReader(new OneDocument(document))
                    .schemaRegistryConfig(ContractRegistry.config().build()));
  }

  /** For what is sent to the vendor. */
  public static SchemaCheck ofRequests(ContractTree contract) {
    return new SchemaCheck(contract, SchemaVariants.ofRequests(contract.root().node()));
  }

  /** For what the vendor sends: a consumer may read less than there is. */
  public static SchemaCheck ofAnswers(ContractTree contract) {
    return new SchemaCheck(contract, SchemaVariants.ofAnswers(contract.root().node()));
  }

  public List<Problem> problems(Spot schema, JsonNode value) {
    List<Problem> problems = new ArrayList<>(byKeywords(schema, value));
    unknown(List.of(schema), value, "", problems);
    return problems;
  }

  /** Without a look for unknown members. */
  public List<Problem> byKeywords(Spot schema, JsonNode value) {
    List<Problem> problems = new ArrayList<>();
    for (Error error :
        known
            .computeIfAbsent(
                schema.pointer(),
                at -> registry.getSchema(SchemaLocation.of(CONTRACT + "#" + uri(at))))
            .validate(
                value, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))) {
      problems.add(
          new Problem(
              Objects.toString(error.getKeyword(), ""),
              path(error.getInstanceLocation().toString()),
              inContract(error.getSchemaLocation().getFragment().toString()),
              error.getMessage()));
    }
    return problems;
  }

  /** All schemas that a schema is made of: itself and its alternatives and parts. */
  public List<Spot> parts(Spot schema) {
    List<Spot> all = new ArrayList<>();
    Spot here = contract.meant(schema);
    all.add(here);
    for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
      for (int i = 0; i < here.node().path(keyword).size(); i++) {
        all.addAll(parts(here.to(keyword, String.valueOf(i))));
      }
    }
    return all;
  }

  /** The schemas of a member of an object; null stands for any value. */
  public List<Spot> member(List<Spot> schemas, String name) {
    List<Spot> parts = schemas.stream().flatMap(each -> parts(each).stream()).toList();
    List<Spot> named =
        parts.stream().map(part -> part.to("properties", name)).filter(Spot::exists).toList();
    return named.isEmpty()
        ? parts.stream()
            .map(part -> part.to("additionalProperties"))
            .filter(spot -> spot.node().isObject())
            .toList()
        : named;
  }

  public List<Spot> items(List<Spot> schemas) {
    return schemas.stream()
        .flatMap(each -> parts(each).stream())
        .map(part -> part.to("items"))
        .filter(Spot::exists)
        .toList();
  }

  /** Whether objects of these schemas may hold members that they do not name. */
  public boolean isOpen(List<Spot> schemas) {
    List<Spot> parts = schemas.stream().flatMap(each -> parts(each).stream()).toList();
    return parts.stream().anyMatch(part -> part.node().path("additionalProperties").asBoolean())
        || parts.stream()
            .noneMatch(
                part -> part.node().has("properties") || part.node().has("additionalProperties"));
  }

  private void unknown(List<Spot> schemas, JsonNode value, String path, List<Problem> problems) {
    for (int i = 0; i < (value.isArray() ? value.size() : 0); i++) {
      List<Spot> items = items(schemas);
      if (!items.isEmpty()) {
        unknown(items, value.get(i), path + "[" + i + "]", problems);
      }
    }
    for (Map.Entry<String, JsonNode> each : value.properties()) {
      List<Spot> found = member(schemas, each.getKey());
      if (!found.isEmpty()) {
        unknown(found, each.getValue(), path + "." + each.getKey(), problems);
      } else if (!isOpen(schemas)) {
        problems.add(
            new Problem(
                "unknown",
                path + "." + each.getKey(),
                contract.meant(schemas.get(0)).to("properties").pointer(),
                "the contract has no " + each.getKey() + " here"));
      }
    }
  }

  /** Where a keyword of a variant stands in the contract itself. */
  private String inContract(String pointer) {
    Spot at = contract.root();
    for (String name : pointer.replaceFirst("^/", "").split("/")) {
      String key = name.replace("~1", "/").replace("~0", "~");
      Spot next = at.to(key);
      at = next.exists() || !key.equals("anyOf") ? next : at.to("oneOf");
      if (!at.exists()) {
        return parent(at);
      }
    }
    return at.pointer();
  }

  private static String parent(Spot spot) {
    return spot.pointer().substring(0, spot.pointer().lastIndexOf('/'));
  }

  private static String path(String location) {
    return location
        .replaceFirst("^\\$?", "")
        .replaceAll("/(\\d+)(?=/|$)", "[$1]")
        .replace("/", ".")
        .replace("~1", "/")
        .replace("~0", "~");
  }

  private static String uri(String pointer) {
    return pointer.replace("%", "%25").replace("{", "%7B").replace("}", "%7D");
  }
}
