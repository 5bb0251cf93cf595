package dev.forecourt.mock.claire;

import dev.forecourt.mock.MockRequest;
import dev.forecourt.mock.MockResponse;
import dev.forecourt.mock.RateLimit;
import dev.forecourt.mock.VendorState;
import dev.forecourt.mock.json.JsonWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything the Claire stub remembers. Whoever reads or changes it holds its monitor. */
final class ClaireState implements VendorState {

  private final Garage garage = new Garage();
  private final Map<Long, Map<String, @Nullable Object>> locations = new LinkedHashMap<>();
  private final List<byte[]> tags = new ArrayList<>();
  private final List<byte[]> questions = new ArrayList<>();
  private final Map<Long, List<byte[]>> checks = new HashMap<>();
  private final Map<String, Long> lastIds = new HashMap<>();
  private final Map<String, Function<MockRequest, MockResponse>> controls = new HashMap<>();
  private final Deliveries deliveries = new Deliveries();
  private final Webhooks webhooks;
  private final ClaireTime time;
  private final RateLimit rateLimit;
  private Runnable ending = () -> {};
  private long epoch;

  ClaireState(ClaireTime time, RateLimit rateLimit) {
    this.time = time;
    this.rateLimit = rateLimit;
    webhooks = new Webhooks(time);
    reset();
  }

  Garage garage() {
    return garage;
  }

  Webhooks webhooks() {
    return webhooks;
  }

  Deliveries deliveries() {
    return deliveries;
  }

  /** Locations by id, in Claire's names. */
  Map<Long, Map<String, @Nullable Object>> locations() {
    return locations;
  }

  List<byte[]> tags() {
    return tags;
  }

  List<byte[]> questions() {
    return questions;
  }

  /** Checks by appointment. */
  Map<Long, List<byte[]>> checks() {
    return checks;
  }

  /** Counts resets: what was begun before one must not end after it. */
  long epoch() {
    return epoch;
  }

  /** The next id of a kind of object; the first one is given by the seed. */
  long nextId(String kind) {
    return lastIds.merge(kind, 1L, Long::sum);
  }

  void startIds(String kind, long last) {
    lastIds.put(kind, last);
  }

  void addControl(String route, Function<MockRequest, MockResponse> control) {
    controls.put(route, control);
  }

  void onClose(Runnable ending) {
    this.ending = ending;
  }

  @Override
  public synchronized void reset() {
    epoch++;
    garage.clear();
    webhooks.clear();
    deliveries.clear();
    locations.clear();
    tags.clear();
    questions.clear();
    checks.clear();
    lastIds.clear();
    rateLimit.reset();
    new ClaireSeed(this, time).fill();
  }

  @Override
  public Map<String, Function<MockRequest, MockResponse>> controls() {
    return controls;
  }

  @Override
  public void close() {
    ending.run();
  }

  @Override
  public synchronized void write(JsonWriter out) {
    out.name("locations").startArray();
    locations.values().forEach(out::tree);
    out.endArray();
    out.name("appointments").startArray();
    garage.appointments().forEach(each -> raw(garage.appointmentJson(each.id()), out));
    out.endArray();
    out.array("cars", garage.carsJson(), out::raw);
    out.name("checks").startArray();
    checks.values().forEach(list -> list.forEach(out::raw));
    out.endArray();
    out.array("webhooks", webhooks.all(), each -> out.raw(webhooks.json(each)));
    out.name("webhook_errors").startArray();
    webhooks
        .all()
        .forEach(hook -> webhooks.errors(hook.id()).forEach(each -> out.tree(each.fields())));
    out.endArray();
    deliveries.write(out);
  }

  private static void raw(byte @Nullable [] json, JsonWriter out) {
    if (json != null) {
      out.raw(json);
    }
  }
}
