package dev.forecourt.verifier.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.Spot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Two versions of one operation. */
final class OperationComparison {
  private static final Set<String> ELSEWHERE =
      Set.of(
          "callbacks",
          "deprecated",
          "operationId",
          "parameters",
          "requestBody",
          "responses",
          "security",
          "servers",
          "tags",
          "x-idempotent",
          "x-paging",
          "x-sender-addresses");

  private final Changes changes;
  private final Spot was;
  private final Spot is;
  private final String id;

  private OperationComparison(Changes changes, Spot was, Spot is) {
    this.changes = changes;
    this.was = was;
    this.is = is;
    this.id = is.text("operationId").isEmpty() ? address(is) : is.text("operationId");
  }

  static void compare(Changes changes, Spot was, Spot is) {
    OperationComparison comparison = new OperationComparison(changes, was, is);
    comparison.name();
    comparison.keys();
    comparison.common();
    SecurityComparison.compare(changes, comparison.id, was, is);
    comparison.servers();
    ParameterComparison.compare(changes, comparison.id, was, is, CallPart.REQUEST_PARAMETER);
    BodyComparison.request(changes, comparison.id, was, is, CallPart.REQUEST_BODY);
    BodyComparison.answers(changes, comparison.id, was, is);
    comparison.callbacks();
  }

  /** The path of an operation, from where it stands. */
  static String path(Spot operation) {
    String[] names = operation.pointer().split("/");
    return names[2].replace("~1", "/").replace("~0", "~");
  }

  /** {@code GET /api/review}. */
  static String address(Spot operation) {
    String pointer = operation.pointer();
    return pointer.substring(pointer.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT)
        + " "
        + path(operation);
  }

  private void name() {
    if (!was.text("operationId").equals(is.text("operationId"))) {
      changes.add(
          OperationRule.OPERATION_RENAMED.rule(),
          was.text("operationId"),
          was,
          new Spot(was.pointer(), was.node()).to("nothing", "there"),
          was.text("operationId"),
          is.text("operationId"));
    }
    List<String> names = pathParameters(was);
    List<String> namesNow = pathParameters(is);
    if (names.size() == namesNow.size() && !names.equals(namesNow)) {
      add(OperationRule.PATH_PARAMETER_RENAMED, "", names.toString(), namesNow.toString());
    }
    tags();
  }

  private static List<String> pathParameters(Spot operation) {
    return ParameterComparison.namesIn(path(operation));
  }

  /** Each tag is a service of the Java client. */
  private void tags() {
    Set<String> old = texts(was.node().path("tags"));
    Set<String> now = texts(is.node().path("tags"));
    for (String tag : old) {
      if (!now.contains(tag)) {
        add(OperationRule.TAG_REMOVED, "tags", tag, String.join(", ", now));
      }
    }
    for (String tag : now) {
      if (!old.contains(tag)) {
        add(OperationRule.TAG_ADDED, "tags", "", tag);
      }
    }
  }

  private void keys() {
    boolean old = was.node().path("deprecated").asBoolean();
    boolean now = is.node().path("deprecated").asBoolean();
    if (old != now) {
      add(
          now ? OperationRule.OPERATION_DEPRECATED : OperationRule.OPERATION_NO_LONGER_DEPRECATED,
          "deprecated",
          "",
          "");
    }
    boolean idempotent = was.node().path("x-idempotent").asBoolean();
    boolean idempotentNow = is.node().path("x-idempotent").asBoolean();
    if (idempotent != idempotentNow) {
      add(
          idempotentNow ? OperationRule.IDEMPOTENT_ADDED : OperationRule.IDEMPOTENT_REMOVED,
          "x-idempotent",
          "",
          "");
    }
    paging(was.node().path("x-paging"), is.node().path("x-paging"));
    Set<String> senders = texts(was.node().path("x-sender-addresses"));
    Set<String> sendersNow = texts(is.node().path("x-sender-addresses"));
    for (String each : sendersNow) {
      if (!senders.contains(each)) {
        add(OperationRule.SENDER_ADDRESS_ADDED, "x-sender-addresses", "", each);
      }
    }
    for (String each : senders) {
      if (!sendersNow.contains(each)) {
        add(OperationRule.SENDER_ADDRESS_REMOVED, "x-sender-addresses", each, "");
      }
    }
  }

  private void paging(JsonNode old, JsonNode now) {
    if (old.equals(now)) {
      return;
    }
    OperationRule rule = OperationRule.PAGING_CHANGED;
    if (old.isMissingNode()) {
      rule = OperationRule.PAGING_ADDED;
    } else if (now.isMissingNode()) {
      rule = OperationRule.PAGING_REMOVED;
    }
    add(rule, "x-paging", old.toString(), now.toString());
  }

  private void common() {
    Set<String> keys = new TreeSet<>();
    was.node().fieldNames().forEachRemaining(keys::add);
    is.node().fieldNames().forEachRemaining(keys::add);
    keys.removeAll(ELSEWHERE);
    for (String key : keys) {
      if (!was.node().path(key).equals(is.node().path(key))) {
        boolean words = ExtensionComparison.WORDS.contains(key);
        add(
            words ? OperationRule.DOCUMENTATION_CHANGED : OperationRule.EXTENSION_CHANGED,
            words ? "" : key,
            "",
            key);
      }
    }
  }

  private void servers() {
    if (was.node().has("servers") || is.node().has("servers")) {
      ServerComparison.compare(
          changes, id, servers(changes.before(), was), servers(changes.after(), is));
    }
  }

  private static Spot servers(ContractTree contract, Spot operation) {
    return operation.node().has("servers")
        ? operation.to("servers")
        : contract.root().to("servers");
  }

  private void callbacks() {
    Spot old = was.to("callbacks");
    Spot now = is.to("callbacks");
    for (String name : names(old)) {
      if (!now.node().has(name)) {
        add(OperationRule.CALLBACK_REMOVED, "callbacks", name, "");
      } else {
        callback(changes.before().to(old, name), changes.after().to(now, name));
      }
    }
    for (String name : names(now)) {
      if (!old.node().has(name)) {
        add(OperationRule.CALLBACK_ADDED, "callbacks", "", name);
      }
    }
  }

  /** Where it goes is what we gave the vendor, so it is distinguished by its methods. */
  private void callback(Spot old, Spot now) {
    List<Spot> before = calls(old);
    List<Spot> after = calls(now);
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      if (i >= after.size()) {
        add(OperationRule.CALLBACK_REMOVED, "callbacks", before.get(i).text("operationId"), "");
      } else if (i >= before.size()) {
        add(OperationRule.CALLBACK_ADDED, "callbacks", "", after.get(i).text("operationId"));
      } else {
        call(before.get(i), after.get(i));
      }
    }
  }

  private void call(Spot old, Spot now) {
    if (!method(old).equals(method(now))) {
      changes.add(OperationRule.OPERATION_MOVED.rule(), id, old, now, method(old), method(now));
    }
    OperationComparison comparison = new OperationComparison(changes, old, now);
    comparison.keys();
    comparison.common();
    ParameterComparison.compare(changes, comparison.id, old, now, CallPart.CALLBACK_PARAMETER);
    BodyComparison.request(changes, comparison.id, old, now, CallPart.CALLBACK_BODY);
    BodyComparison.ourAnswers(changes, comparison.id, old, now);
  }

  private static String method(Spot call) {
    return call.pointer().substring(call.pointer().lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
  }

  private static List<Spot> calls(Spot callback) {
    List<Spot> calls = new ArrayList<>();
    ContractTree.children(callback)
        .forEach(
            item ->
                ContractTree.children(item).stream()
                    .filter(call -> call.node().has("responses"))
                    .forEach(calls::add));
    return calls;
  }

  private static Set<String> names(Spot spot) {
    Set<String> names = new LinkedHashSet<>();
    spot.node().fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** All texts in a value, however deep. */
  private static Set<String> texts(JsonNode value) {
    Set<String> texts = new LinkedHashSet<>();
    if (value.isValueNode() && !value.isMissingNode()) {
      texts.add(value.asText());
    }
    value.forEach(each -> texts.addAll(texts(each)));
    return texts;
  }

  private void add(OperationRule rule, String key, String from, String to) {
    changes.add(
        rule.rule(),
        id,
        key.isEmpty() ? was : was.to(key),
        key.isEmpty() ? is : is.to(key).exists() ? is.to(key) : is,
        from,
        to);
  }
}
