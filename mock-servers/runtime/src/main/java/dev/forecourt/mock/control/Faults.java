package dev.forecourt.mock.control;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.journal.UnknownName;
import dev.forecourt.mock.json.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Disturbs calls by rules; {@code /__mock/faults} writes them. The first rule that fits counts. */
public final class Faults {

  private static final int MOST_RULES = 100;

  private final CopyOnWriteArrayList<FaultRule> rules = new CopyOnWriteArrayList<>();
  private final Set<String> operations;

  public Faults(List<Operation> operations) {
    this.operations = operations.stream().map(Operation::id).collect(Collectors.toSet());
  }

  /** What is to happen to this call; null for nothing, as long as there is no rule. */
  public @Nullable Disturbance next(String operationId) {
    if (!rules.isEmpty()) {
      for (FaultRule rule : rules) {
        Disturbance disturbance = rule.next(operationId);
        if (disturbance != null) {
          return disturbance;
        }
      }
    }
    return null;
  }

  /** How many rules may still disturb a call. */
  long count() {
    return rules.stream().filter(rule -> !rule.isUsedUp()).count();
  }

  void clear() {
    rules.clear();
  }

  Map<String, Function<MockRequest, MockResponse>> controls() {
    return Map.of(
        "GET /__mock/faults",
        request -> list(),
        "POST /__mock/faults",
        this::add,
        "PUT /__mock/faults",
        this::replace,
        "DELETE /__mock/faults",
        request -> forget());
  }

  private synchronized MockResponse add(MockRequest request) {
    FaultRule rule = checked(ControlBody.of(request));
    rules.removeIf(FaultRule::isUsedUp);
    refuseMoreThan(rules.size() + 1);
    rules.add(rule);
    return list();
  }

  private synchronized MockResponse replace(MockRequest request) {
    List<FaultRule> all =
        ControlBody.of(request).only("rules").objects("rules").stream().map(this::checked).toList();
    refuseMoreThan(all.size());
    rules.clear();
    rules.addAll(all);
    return list();
  }

  private MockResponse forget() {
    clear();
    return MockResponse.empty(204);
  }

  private MockResponse list() {
    return MockResponse.json(
        200, JsonWriter.object(out -> out.array("rules", rules, rule -> rule.write(out))));
  }

  private static void refuseMoreThan(int count) {
    if (count > MOST_RULES) {
      throw new Refusal(400, "There may be %d rules at a time".formatted(MOST_RULES));
    }
  }

  private FaultRule checked(ControlBody body) {
    FaultRule rule = FaultRule.of(body);
    String operation = rule.operation();
    if (operation != null && !operations.contains(operation)) {
      throw UnknownName.operation(operation, operations);
    }
    return rule;
  }
}
