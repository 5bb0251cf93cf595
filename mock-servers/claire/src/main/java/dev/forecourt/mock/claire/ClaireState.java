package dev.forecourt.mock.claire;

import dev.forecourt.mock.credentials.RateLimit;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.state.VendorState;
import dev.forecourt.mock.store.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Everything the Claire stub remembers. */
final class ClaireState implements VendorState {

  private final ClaireTables tables = new ClaireTables();
  private final Garage garage = new Garage(tables);
  private final Map<String, Function<MockRequest, MockResponse>> controls = new HashMap<>();
  private final List<Runnable> resuming = new ArrayList<>();
  private final Webhooks webhooks;
  private final ClaireTime time;
  private final RateLimit rateLimit;
  private Runnable ending = () -> {};
  private Consumer<Duration> draining = atMost -> {};
  private long epoch;

  ClaireState(ClaireTime time, RateLimit rateLimit) {
    this.time = time;
    this.rateLimit = rateLimit;
    webhooks = new Webhooks(tables, time);
  }

  /** The rows themselves. */
  ClaireTables own() {
    return tables;
  }

  Garage garage() {
    return garage;
  }

  Webhooks webhooks() {
    return webhooks;
  }

  /** Counts exchanges of all rows: what was begun before one must not end after it. */
  long epoch() {
    return epoch;
  }

  /** The next id of a kind of object; the first one is given by the seed. */
  long nextId(String kind) {
    return tables.ids().next(kind);
  }

  void startIds(String kind, long last) {
    tables.ids().start(kind, last);
  }

  void addControl(String route, Function<MockRequest, MockResponse> control) {
    controls.put(route, control);
  }

  /** Ids of the dealer's locations. */
  List<Long> locationIds() {
    return tables.locations().rows().stream().map(ClaireTables::id).toList();
  }

  /** Goes on with what waits, after all rows were exchanged. */
  void onReplaced(Runnable resume) {
    resuming.add(resume);
  }

  void onClose(Runnable ending) {
    this.ending = ending;
  }

  void onDrain(Consumer<Duration> draining) {
    this.draining = draining;
  }

  @Override
  public Tables tables() {
    return tables.all();
  }

  @Override
  public void fill() {
    new ClaireSeed(this, time).fill();
  }

  @Override
  public void replaced() {
    epoch++;
    rateLimit.reset();
    resuming.forEach(Runnable::run);
  }

  @Override
  public Map<String, Function<MockRequest, MockResponse>> controls() {
    return controls;
  }

  @Override
  public void drain(Duration atMost) {
    draining.accept(atMost);
  }

  @Override
  public void close() {
    ending.run();
  }
}
