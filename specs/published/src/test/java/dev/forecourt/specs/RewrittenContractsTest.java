package dev.forecourt.specs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.tools.Bundle;
import dev.forecourt.contract.tools.Contracts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is published says the same as the contract, in words that tools of other languages read
 * right.
 */
class RewrittenContractsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SPECS = Path.of(System.getProperty("forecourt.specs"));
  private static final Path PUBLISHED = Path.of(System.getProperty("forecourt.published"));

  @ParameterizedTest
  @MethodSource("vendors")
  void allowsAndRefusesTheSameValues(String vendor) throws IOException {
    ObjectNode contract = Bundle.of(SPECS.resolve(vendor));
    ValueChecker ofContract = new ValueChecker(contract);
    List<ValueChecker> published =
        List.of(new ValueChecker(bundle(vendor)), new ValueChecker(bundle("3.1/" + vendor)));
    List<JsonNode> values = new SampleValues(contract).all();
    List<String> differences = new ArrayList<>();
    int allowed = 0;
    int refused = 0;

    for (String name : names(contract.at("/components/schemas"))) {
      boolean flagOfAForm = isFlagOfAForm(contract.at("/components/schemas/" + name));
      for (JsonNode value : values) {
        if (flagOfAForm && value.isBoolean()) {
          // a form has no booleans: see PublishedFormTest
          continue;
        }
        boolean expected = ofContract.allows(name, value);
        allowed += expected ? 1 : 0;
        refused += expected ? 0 : 1;
        for (ValueChecker each : published) {
          if (each.allows(name, value) != expected) {
            differences.add(name + (expected ? " must allow " : " must refuse ") + value);
          }
        }
      }
    }

    assertThat(differences.stream().limit(20)).isEmpty();
    assertThat(allowed).isPositive();
    assertThat(refused).isPositive();
  }

  /** Whoever takes the first server talks to the mock, and sends no secret to a vendor. */
  @ParameterizedTest
  @MethodSource("flavours")
  void namesTheMockFirst(String file) throws IOException {
    JsonNode bundle = bundle(file);

    List<JsonNode> servers = bundle.findValues("servers");

    assertThat(servers)
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(each.path(0).path("url").asText())
                    .isEqualTo("http://127.0.0.1:" + bundle.path("x-mock-port").asInt()))
        .allSatisfy(each -> assertThat(each.findValues("url").toString()).doesNotContain("{"));
    assertThat(bundle.path("servers").size()).isGreaterThan(1);
  }

  /** Each of these forms makes at least one front-end generator write wrong types. */
  @ParameterizedTest
  @MethodSource("flavours")
  void saysNothingInAFormThatToolsMisread(String file) throws IOException {
    JsonNode bundle = bundle(file);
    List<String> misread = new ArrayList<>();

    everyObject(
        bundle,
        "",
        (place, node) -> {
          if (node.has("properties") && (node.has("anyOf") || node.has("oneOf"))) {
            misread.add(place + ": alternatives beside properties");
          }
          if (node.path("enum").toString().equals("[null]")) {
            misread.add(place + ": null as an enumeration");
          }
          if (node.path("in").asText().equals("header") && node.path("schema").has("anyOf")) {
            misread.add(place + ": alternatives in a header");
          }
          JsonNode parts = node.path("allOf");
          if (parts.size() == 1 && parts.get(0).has("$ref")) {
            JsonNode target = bundle.at(parts.get(0).path("$ref").asText().substring(1));
            if (!target.path("type").asText().equals("object")) {
              misread.add(place + ": allOf of something that is no object");
            }
          }
          List<String> types = names(node.path("content"));
          if (types.contains("multipart/form-data")
              && types.contains("application/x-www-form-urlencoded")
              && types.get(0).equals("multipart/form-data")) {
            misread.add(place + ": multipart before the form that every tool can write");
          }
        });

    assertThat(misread).isEmpty();
  }

  /** No word of 3.0 that 3.1 does not know, which tools pass over in silence. */
  @ParameterizedTest
  @MethodSource("vendors")
  void saysIn31NothingThatOnly30Knows(String vendor) throws IOException {
    JsonNode bundle = bundle("3.1/" + vendor);
    List<String> wrong = new ArrayList<>();

    everyObject(
        bundle.path("components").path("schemas"),
        "",
        (place, node) -> {
          if (node.path("nullable").isBoolean() || node.path("exclusiveMinimum").isBoolean()) {
            wrong.add(place);
          }
        });

    assertThat(bundle.path("openapi").asText()).isEqualTo("3.1.0");
    assertThat(wrong).isEmpty();
  }

  static List<String> vendors() throws IOException {
    return Contracts.vendors(SPECS);
  }

  static List<String> flavours() throws IOException {
    return vendors().stream().flatMap(each -> Stream.of(each, "3.1/" + each)).toList();
  }

  private static JsonNode bundle(String file) throws IOException {
    return JSON.readTree(PUBLISHED.resolve(file + ".json").toFile());
  }

  private static boolean isFlagOfAForm(JsonNode schema) {
    return schema.toString().contains("FormFlag")
        || schema.path("anyOf").path(0).path("type").asText().equals("boolean");
  }

  private interface Visitor {
    void visit(String place, JsonNode node);
  }

  private static void everyObject(JsonNode node, String place, Visitor visitor) {
    if (node.isObject()) {
      visitor.visit(place, node);
    }
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      if (!Set.of("example", "examples", "default").contains(each.getKey())) {
        everyObject(each.getValue(), place + "/" + each.getKey(), visitor);
      }
    }
    if (node.isArray()) {
      node.forEach(each -> everyObject(each, place + "/-", visitor));
    }
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
