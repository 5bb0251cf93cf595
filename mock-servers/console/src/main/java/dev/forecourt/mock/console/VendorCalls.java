package dev.forecourt.mock.console;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.json.JsonWriter;
import dev.forecourt.mock.text.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Shows the vendors, and hands calls of their controls on to them. */
final class VendorCalls {

  private static final String SCENARIOS = MockRequest.CONTROLS + "/scenarios";

  private final List<ConsoleVendor> vendors;
  private final ContractFiles contracts;

  VendorCalls(List<ConsoleVendor> vendors) {
    this.vendors = vendors;
    contracts = new ContractFiles(vendors);
  }

  /** The one of this id. Throws {@link Refusal} with the nearest when there is none. */
  ConsoleVendor named(String id) {
    List<String> ids = vendors.stream().map(ConsoleVendor::id).toList();
    return vendors.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    404,
                    "No vendor '%s' here; there are %s%s"
                        .formatted(id, String.join(", ", ids), Spelling.hint(id, ids))));
  }

  MockResponse list() {
    String version = VendorCalls.class.getPackage().getImplementationVersion();
    return Message.json(
        out ->
            out.array("vendors", vendors, each -> write(each, out))
                .field("version", version == null ? "development" : version));
  }

  private void write(ConsoleVendor vendor, JsonWriter out) {
    ContractFiles.Info info = contracts.info(vendor);
    Map<?, ?> health = health(vendor);
    out.startObject()
        .field("id", vendor.id())
        .field("title", info.title())
        .field("version", info.version())
        .field("baseUrl", vendor.baseUri().toString())
        .field("contract", "/contracts/" + vendor.id() + ".json")
        .field("ready", Boolean.TRUE.equals(health.get("ready")))
        .object("credentials", to -> vendor.credentials().forEach(to::field))
        .object("sample", to -> writeSample(vendor, to))
        .name("requests")
        .tree(health.get("requests"));
    // the stub's own journal is the first
    int sessions = Math.max(0, vendor.stub().journals().size() - 1);
    out.object("active", to -> writeActive(vendor, health.get("active"), sessions, to)).endObject();
  }

  private static Map<?, ?> health(ConsoleVendor vendor) {
    MockResponse answer = vendor.stub().handle(Forwarded.get("/__mock/health"));
    return Message.read(answer.body());
  }

  private static void writeSample(ConsoleVendor vendor, JsonWriter out) {
    out.field("method", "GET")
        .field("path", vendor.vendor().samplePath())
        .object("headers", to -> vendor.sampleHeaders().forEach(to::field));
  }

  private static void writeActive(
      ConsoleVendor vendor, @Nullable Object active, int sessions, JsonWriter out) {
    if (active instanceof Map<?, ?> fields) {
      fields.forEach((name, value) -> out.name(String.valueOf(name)).tree(value));
    }
    out.name("scenario").tree(scenarios(vendor).get("active"));
    out.field("sessions", sessions);
  }

  private static Map<?, ?> scenarios(ConsoleVendor vendor) {
    return Message.read(vendor.stub().handle(Forwarded.get(SCENARIOS)).body());
  }

  /** Those of all vendors: by name, who has it. */
  MockResponse listScenarios() {
    Map<String, Map<String, Map<?, ?>>> byName = new TreeMap<>();
    Map<String, Object> active = new LinkedHashMap<>();
    for (ConsoleVendor vendor : vendors) {
      Map<?, ?> all = scenarios(vendor);
      active.put(vendor.id(), all.get("active"));
      if (all.get("scenarios") instanceof List<?> items) {
        for (Object each : items) {
          Map<?, ?> item = (Map<?, ?>) each;
          byName
              .computeIfAbsent(String.valueOf(item.get("name")), name -> new LinkedHashMap<>())
              .put(vendor.id(), item);
        }
      }
    }
    return Message.json(
        out -> {
          out.array(
              "scenarios",
              byName.entrySet(),
              each -> {
                out.startObject().field("name", each.getKey());
                out.name("vendors").tree(each.getValue()).endObject();
              });
          out.name("active").tree(active);
        });
  }

  /** Loads it at every vendor that has it. */
  MockResponse loadScenario(String name) {
    List<String> loaded = new ArrayList<>();
    for (ConsoleVendor vendor : vendors) {
      boolean has =
          scenarios(vendor).get("scenarios") instanceof List<?> items
              && items.stream().anyMatch(each -> name.equals(((Map<?, ?>) each).get("name")));
      if (has) {
        MockResponse answer =
            vendor
                .stub()
                .handle(new Forwarded("POST", SCENARIOS + "/" + name, null, Map.of(), new byte[0]));
        if (answer.status() >= 400) {
          return answer;
        }
        loaded.add(vendor.id());
      }
    }
    if (loaded.isEmpty()) {
      throw new Refusal(
          404, "No vendor has a scenario '%s'; GET %s lists them".formatted(name, SCENARIOS));
    }
    return Message.json(out -> out.name("loaded").tree(loaded));
  }

  MockResponse headers(ConsoleVendor vendor) {
    return Message.json(out -> out.object("headers", to -> vendor.headers().forEach(to::field)));
  }

  /** The vendor's own control of this name. */
  MockResponse control(ConsoleVendor vendor, String rest, MockRequest request) {
    return vendor.stub().handle(Forwarded.of(request, MockRequest.CONTROLS + rest));
  }

  void reset() {
    vendors.forEach(each -> each.stub().reset());
  }
}
