package dev.forecourt.contract.inventory;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts each line of an inventory where its address says. */
final class AddressReader {
  /** The places of parameters. */
  static final List<String> PARAMETERS = List.of("path", "query", "header", "cookie");

  private static final Pattern OPERATION =
      Pattern.compile("(GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS) (/\\S*)(?: (.+))?");
  private static final Pattern PARAMETER =
      Pattern.compile("(" + String.join("|", PARAMETERS) + ") (\\S+)");
  private static final Pattern CONTENT = Pattern.compile("(body|form)(?: (\\S+))?");
  private static final Pattern ANSWER = Pattern.compile("([1-5]\\d\\d)(?: (header )?(\\S+))?");
  private static final Pattern CALLBACK = Pattern.compile("callback ([A-Z]+)(?: (.+))?");
  private static final Pattern STRUCTURE = Pattern.compile("schema ([^.\\[]+)(.*)");
  private static final Pattern BRACKETED =
      Pattern.compile("([^\\[\\]]+)((?:\\[[^\\[\\]]+])+)(?:\\[])?");

  private final Inventory inventory;

  AddressReader(Inventory inventory) {
    this.inventory = inventory;
  }

  /** Throws {@link IllegalArgumentException} when the address has no known form. */
  void take(InventoryLine line) {
    String address = line.address();
    Matcher operation = OPERATION.matcher(address);
    Matcher structure = STRUCTURE.matcher(address);
    if (address.startsWith("server ")) {
      inventory.servers().put(address.substring("server ".length()), line);
    } else if (structure.matches()) {
      field(inventory.structure(structure.group(1)), structure.group(2)).say(line);
    } else if (address.startsWith("* ")) {
      within(inventory.everyOperation(), address.substring(2), line);
    } else if (operation.matches()) {
      OperationFacts facts = inventory.named(operation.group(1), operation.group(2));
      if (operation.group(3) == null) {
        facts.exists(line);
      } else {
        within(facts, operation.group(3), line);
      }
    } else {
      throw unknown(address);
    }
  }

  private static void within(OperationFacts facts, String place, InventoryLine line) {
    Matcher parameter = PARAMETER.matcher(place);
    Matcher content = CONTENT.matcher(place);
    Matcher answer = ANSWER.matcher(place);
    Matcher callback = CALLBACK.matcher(place);
    if (place.equals("auth")) {
      facts.opensBy(line);
    } else if (parameter.matches()) {
      wire(facts.parameters(parameter.group(1)), parameter.group(2)).say(line);
    } else if (content.matches() && content.group(1).equals("form") && content.group(2) != null) {
      wire(facts.form().members(), content.group(2)).say(line);
    } else if (content.matches()) {
      Fact whole = content.group(1).equals("form") ? facts.form() : facts.body();
      field(whole, content.group(2) == null ? "" : content.group(2)).say(line);
    } else if (answer.matches()) {
      OperationFacts.Answer given = facts.answer(answer.group(1));
      String name = answer.group(3) == null ? "" : answer.group(3);
      if (answer.group(2) == null) {
        field(given.body(), name).say(line);
      } else {
        given.headers().computeIfAbsent(name, absent -> new Fact()).say(line);
      }
    } else if (callback.matches()) {
      OperationFacts called = facts.callback(callback.group(1));
      if (callback.group(2) == null) {
        called.exists(line);
      } else {
        within(called, callback.group(2), line);
      }
    } else {
      throw unknown(line.address());
    }
  }

  /** A name as it stands on the wire: {@code and[price]} is the member price of and. */
  private static Fact wire(Map<String, Fact> facts, String name) {
    Matcher bracketed = BRACKETED.matcher(name);
    if (!bracketed.matches()) {
      return facts.computeIfAbsent(name, absent -> new Fact());
    }
    Fact fact = facts.computeIfAbsent(bracketed.group(1), absent -> new Fact());
    for (String key : bracketed.group(2).replaceAll("^\\[|]$", "").split("]\\[")) {
      fact = fact.member(key);
    }
    return fact;
  }

  /** A path in a body: {@code data[].title}, {@code [].id}, {@code survey.*}. */
  private static Fact field(Fact whole, String path) {
    Fact fact = whole;
    for (String step : path.split("\\.")) {
      String name = step.replace(Fact.ITEMS, "");
      if (!name.isEmpty()) {
        fact = fact.member(name);
      }
      for (int left = (step.length() - name.length()) / 2; left > 0; left--) {
        fact = fact.member(Fact.ITEMS);
      }
    }
    return fact;
  }

  private static IllegalArgumentException unknown(String address) {
    return new IllegalArgumentException(
        "no place is written '" + address + "'. specs/docs/inventory.md has the forms.");
  }
}
