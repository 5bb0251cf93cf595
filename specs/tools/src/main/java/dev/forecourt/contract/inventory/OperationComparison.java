package dev.forecourt.contract.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.inventory.ContractDocument.Located;
import dev.forecourt.contract.inventory.FieldComparison.Position;
import dev.forecourt.contract.inventory.OperationFacts.Answer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares one operation: credentials, parameters, bodies, answers, callbacks. */
final class OperationComparison {
  private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([^}]*)}");
  private static final String NOTHING = "nothing";

  private final Inventory inventory;
  private final ContractDocument contract;
  private final Findings findings;
  private final FieldComparison fields;

  OperationComparison(Inventory inventory, ContractDocument contract, Findings findings) {
    this.inventory = inventory;
    this.contract = contract;
    this.findings = findings;
    fields = new FieldComparison(inventory, contract, findings);
  }

  void compare(OperationFacts facts, String path, Located item, Located operation) {
    credentials(facts, operation);
    parameters(facts, path, item, operation);
    body(facts, operation, true);
    answers(facts, operation);
    callbacks(facts, operation);
  }

  private void credentials(OperationFacts facts, Located operation) {
    OperationFacts general = facts.auth() == null ? inventory.everyOperation() : facts;
    InventoryLine line = general.auth();
    Located security = operation.at("security");
    Located used = security.exists() ? security : contract.root().at("security");
    Set<Set<String>> found = Credentials.of(contract.root().node(), used.node());
    if (line == null) {
      if (!found.isEmpty()) {
        findings.uncovered(
            Trail.of(facts.address() + " auth"), "type", used.place(), Credentials.text(found));
      }
    } else if (!general.credentials().equals(found)) {
      findings.differs(line, "type", line.type().text(), used.place(), Credentials.text(found));
    }
  }

  private void parameters(OperationFacts facts, String path, Located item, Located operation) {
    Map<String, String> pathNames = pathNames(facts, path);
    Map<String, Map<String, Fact>> expected = new LinkedHashMap<>();
    for (String in : AddressReader.PARAMETERS) {
      Map<String, Fact> each = new LinkedHashMap<>(inventory.everyOperation().parameters(in));
      facts
          .parameters(in)
          .forEach((name, fact) -> each.put(pathNames.getOrDefault(name, name), fact));
      expected.put(in, each);
    }
    Set<Fact> met = new HashSet<>();
    for (Located holder : new Located[] {item, operation}) {
      Located list = holder.at("parameters");
      for (int i = 0; i < list.node().size(); i++) {
        Located given =
            contract.meant(new Located(list.node().get(i), list.place().slash(String.valueOf(i))));
        parameter(facts, expected, given, met);
      }
    }
    expected
        .values()
        .forEach(
            kind ->
                kind.values().stream()
                    .filter(fact -> !met.contains(fact))
                    .forEach(fact -> missing(fact, operation.at("parameters").place())));
  }

  /** Names of path parameters in the contract by their names in the inventory. */
  private static Map<String, String> pathNames(OperationFacts facts, String path) {
    Map<String, String> names = new LinkedHashMap<>();
    Matcher said = PATH_PARAMETER.matcher(facts.address());
    Matcher found = PATH_PARAMETER.matcher(path);
    while (said.find() && found.find()) {
      names.put(said.group(1), found.group(1));
    }
    return names;
  }

  private void parameter(
      OperationFacts facts, Map<String, Map<String, Fact>> expected, Located given, Set<Fact> met) {
    JsonNode node = given.node();
    String in = node.path("in").asText();
    String name = node.path("name").asText();
    Fact fact = expected.getOrDefault(in, Map.of()).get(name);
    boolean documented = !ContractDocument.isUndocumented(node);
    Trail address = Trail.of(facts.address() + " " + in + " " + name);
    if (fact == null) {
      if (documented) {
        findings.uncovered(address, "address", given.place(), "it exists");
      }
      return;
    }
    met.add(fact);
    Position at = Position.field(address, true, documented);
    fields.required(fact.line(), node.path("required").asBoolean(), given.place(), at);
    fields.compare(fact, given.at("schema"), at);
  }

  private void missing(Fact fact, Trail place) {
    if (fact.line() != null) {
      findings.differs(fact.line(), "address", "it exists", place, NOTHING);
    }
    fact.members().values().forEach(member -> missing(member, place));
  }

  private void body(OperationFacts facts, Located operation, boolean sent) {
    Located body = contract.meant(operation.at("requestBody"));
    boolean documented = body.exists() && !ContractDocument.isUndocumented(body.node());
    Set<Fact> met = new HashSet<>();
    Located content = body.at("content");
    for (String mediaType : names(content)) {
      Located one = content.at(mediaType);
      if (isBesideTheText(content, one)) {
        continue;
      }
      boolean form = mediaType.startsWith("multipart/") || mediaType.endsWith("form-urlencoded");
      Fact fact = form ? facts.form() : facts.body();
      String kind = form ? " form" : " body";
      boolean claimed = documented && !ContractDocument.isUndocumented(one.node());
      Position at = Position.whole(Trail.of(facts.address() + kind), sent, claimed);
      if (!fact.isDescribed()) {
        if (claimed) {
          findings.uncovered(at.address(), "address", one.place(), "it exists");
        }
      } else if (isNone(fact)) {
        findings.differs(fact.line(), "type", InventoryLine.NONE, one.place(), "a body");
      } else {
        if (claimed) {
          met.add(fact);
        }
        fields.required(fact.line(), body.node().path("required").asBoolean(), body.place(), at);
        fields.compare(fact, one.at("schema"), at);
      }
    }
    for (Fact fact : new Fact[] {facts.body(), facts.form()}) {
      if (fact.isDescribed() && !isNone(fact) && !met.contains(fact)) {
        missing(fact, body.exists() ? body.place() : operation.place());
      }
    }
  }

  /** Another form than the documented one, which the text does not know: seen in traffic. */
  private static boolean isBesideTheText(Located content, Located one) {
    return ContractDocument.isUndocumented(one.node())
        && names(content).stream()
            .map(content::at)
            .anyMatch(
                other ->
                    !ContractDocument.isUndocumented(other.node())
                        && !other.at("schema").node().equals(one.at("schema").node()));
  }

  private static boolean isNone(Fact fact) {
    return fact.line() != null && fact.line().type().isNone();
  }

  private void answers(OperationFacts facts, Located operation) {
    Map<String, Answer> expected = new LinkedHashMap<>(inventory.everyOperation().answers());
    facts
        .answers()
        .forEach((status, own) -> expected.merge(status, own, (all, its) -> its.and(all)));
    Located responses = operation.at("responses");
    for (String status : names(responses)) {
      Located response = contract.meant(responses.at(status));
      Answer answer = expected.remove(status);
      // the code may be assumed where the text shows the answer
      boolean documented =
          !ContractDocument.isUndocumented(response.node())
              || answer != null && answer.isDescribed();
      Trail address = Trail.of(facts.address() + " " + status);
      if (answer != null) {
        answer(answer, response, Position.whole(address, false, documented));
      } else if (documented) {
        findings.uncovered(address, "address", response.place(), "it exists");
      }
    }
    expected
        .values()
        .forEach(
            answer -> {
              missing(answer.body(), responses.place());
              answer.headers().values().forEach(header -> missing(header, responses.place()));
            });
  }

  private void answer(Answer answer, Located response, Position at) {
    Located content = response.at("content");
    for (String mediaType : names(content)) {
      Located one = content.at(mediaType);
      if (isBesideTheText(content, one)) {
        continue;
      }
      Position here = at.under(ContractDocument.isUndocumented(one.node()));
      Located schema = one.at("schema");
      if (answer.body().isDescribed() && !isNone(answer.body())) {
        fields.compare(answer.body(), schema, here);
      } else if (here.documented() && !contract.view(schema).undocumented()) {
        findings.uncovered(here.address(), "type", schema.place(), "a body");
      }
    }
    if (answer.body().isDescribed() && !isNone(answer.body()) && content.node().isEmpty()) {
      missing(answer.body(), response.place());
    }
    Map<String, Fact> expected = new LinkedHashMap<>(answer.headers());
    Located headers = response.at("headers");
    for (String name : names(headers)) {
      Located header = contract.meant(headers.at(name));
      Fact fact = expected.remove(name);
      Position here =
          Position.field(at.address().to(" header " + name), false, at.documented())
              .under(ContractDocument.isUndocumented(header.node()));
      if (fact != null) {
        fields.compare(fact, header.at("schema"), here);
      } else if (here.documented()) {
        findings.uncovered(here.address(), "address", header.place(), "it exists");
      }
    }
    expected.values().forEach(header -> missing(header, response.place()));
  }

  private void callbacks(OperationFacts facts, Located operation) {
    Map<String, OperationFacts> expected = new LinkedHashMap<>(facts.callbacks());
    Located all = operation.at("callbacks");
    for (String name : names(all)) {
      Located callback = contract.meant(all.at(name));
      for (String url : names(callback)) {
        Located item = callback.at(url);
        for (String verb : names(item)) {
          Located called = item.at(verb);
          OperationFacts said = expected.remove(verb.toUpperCase(Locale.ROOT));
          if (said != null) {
            body(said, called, false);
          } else if (called.node().has("responses")
              && !ContractDocument.isUndocumented(called.node())) {
            findings.uncovered(
                Trail.of(facts.address() + " callback " + verb.toUpperCase(Locale.ROOT)),
                "address",
                called.place(),
                "it exists");
          }
        }
      }
    }
    expected.values().forEach(said -> missing(said, all.place()));
  }

  private void missing(OperationFacts said, Trail place) {
    if (said.line() != null) {
      findings.differs(said.line(), "address", "it exists", place, NOTHING);
    }
    missing(said.body(), place);
  }

  private static Set<String> names(@Nullable Located holder) {
    Set<String> names = new LinkedHashSet<>();
    if (holder != null) {
      holder.node().fieldNames().forEachRemaining(names::add);
    }
    return names;
  }
}
