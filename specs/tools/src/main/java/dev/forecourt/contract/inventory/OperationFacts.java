package dev.forecourt.contract.inventory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an inventory says about one operation, or about all of them. */
final class OperationFacts {
  private final String address;
  private final Map<String, Map<String, Fact>> parameters = new LinkedHashMap<>();
  private final Map<String, Answer> answers = new LinkedHashMap<>();
  private final Map<String, OperationFacts> callbacks = new LinkedHashMap<>();
  private final Fact body = new Fact();
  private final Fact form = new Fact();
  private @Nullable InventoryLine line;
  private @Nullable InventoryLine auth;
  private Set<Set<String>> credentials = Set.of();

  /** An answer: its body and its headers. */
  record Answer(Fact body, Map<String, Fact> headers) {
    /** This answer, and what the same answer has in every operation besides. */
    Answer and(Answer everywhere) {
      Map<String, Fact> all = new LinkedHashMap<>(everywhere.headers);
      all.putAll(headers);
      return new Answer(body.isDescribed() ? body : everywhere.body, all);
    }

    boolean isDescribed() {
      return body.isDescribed() || !headers.isEmpty();
    }
  }

  OperationFacts(String address) {
    this.address = address;
  }

  String address() {
    return address;
  }

  /** The line that says that the operation exists; null if there is none. */
  @Nullable InventoryLine line() {
    return line;
  }

  void exists(InventoryLine said) {
    if (line != null) {
      throw new IllegalArgumentException("line " + line.number() + " has this address too");
    }
    line = said;
  }

  @Nullable InventoryLine auth() {
    return auth;
  }

  void opensBy(InventoryLine said) {
    if (auth != null) {
      throw new IllegalArgumentException("line " + auth.number() + " has this address too");
    }
    auth = said;
    credentials = Credentials.parse(said.type().text());
  }

  /** The alternatives of {@link #auth()}. */
  Set<Set<String>> credentials() {
    return credentials;
  }

  /** Parameters of a kind such as {@code query}, by name. */
  Map<String, Fact> parameters(String in) {
    return parameters.computeIfAbsent(in, kind -> new LinkedHashMap<>());
  }

  Map<String, Answer> answers() {
    return answers;
  }

  Answer answer(String status) {
    return answers.computeIfAbsent(status, each -> new Answer(new Fact(), new LinkedHashMap<>()));
  }

  /** The calls that the vendor makes because of this one, by verb. */
  Map<String, OperationFacts> callbacks() {
    return callbacks;
  }

  OperationFacts callback(String verb) {
    return callbacks.computeIfAbsent(
        verb, each -> new OperationFacts(address + " callback " + verb));
  }

  Fact body() {
    return body;
  }

  Fact form() {
    return form;
  }
}
