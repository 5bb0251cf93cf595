package dev.forecourt.verifier.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.output.Level;
import dev.forecourt.verifier.output.Results;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks the exchanges of one vendor while they happen. Threads may share it; one exchange is
 * checked at a time. Memory does not grow with what was seen.
 *
 * <pre>{@code
 * LiveTraffic live = LiveTraffic.of("fidcar", VendorContracts.packaged().of("fidcar"));
 * live.check(exchange).findings().forEach(System.out::println);
 * }</pre>
 */
public final class LiveTraffic implements Closeable {
  /**
   * What one exchange shows.
   *
   * @param operation operation of the contract; empty if the contract has none for it
   * @param rules kind of each difference from the contract, such as {@code response.body}
   * @param findings the differences that this exchange is the first to show, in words, without
   *     anybody's values
   */
  public record Checked(String operation, List<String> rules, List<String> findings) {}

  private final String vendor;
  private final Traffic traffic;
  private final VendorTraffic seen;
  private final DriftText text = new DriftText(false);
  private final Set<String> codes;
  private @Nullable RecordingWriter recording;
  private long number;

  private LiveTraffic(String vendor, JsonNode contract) {
    this.vendor = vendor;
    this.codes = RecordingWriter.codes(contract);
    ContractTree tree = new ContractTree(contract);
    this.traffic =
        Traffic.of(
            Map.of(vendor, tree),
            new TrafficOptions(vendor, null, false, false, null),
            pact -> List.of());
    this.seen = traffic.vendors().get(vendor);
  }

  /** For a vendor and its contract in one document. */
  public static LiveTraffic of(String vendor, JsonNode contract) {
    return new LiveTraffic(vendor, contract);
  }

  /** Writes each exchange that is checked from now on, one a line, with secrets struck out. */
  public synchronized void recordTo(Writer writer) {
    recording = new RecordingWriter(writer, codes);
  }

  /** Ends the recording, if there is one. What comes later is still checked. */
  @Override
  public synchronized void close() throws IOException {
    if (recording != null) {
      recording.close();
      recording = null;
    }
  }

  /** Checks one exchange. */
  public synchronized Checked check(WireExchange exchange) {
    Recorded recorded = exchange.recorded("live", "exchange " + ++number);
    if (recording != null) {
      recording.write(Instant.now(), exchange.base(), recorded.exchange());
    }
    Optional<Routes.Route> route = traffic.check(recorded);
    if (route.isEmpty() || !route.get().method() || route.get().template().isEmpty()) {
      boolean refused = exchange.status() == 404 || exchange.status() == 405;
      String what = route.isPresent() && !route.get().template().isEmpty() ? "method" : "path";
      return new Checked(
          "",
          refused ? List.of() : List.of("request." + what),
          refused
              ? List.of()
              : List.of(
                  "the contract has no operation for %s %s"
                      .formatted(
                          recorded.exchange().method(), Shapes.path(recorded.exchange().path()))));
    }
    OperationTraffic operation =
        seen.operation(route.get().template(), recorded.exchange().method());
    List<String> rules = new ArrayList<>();
    List<String> findings = new ArrayList<>();
    for (Drift drift : operation.drifts()) {
      if (drift.level() != Level.NOTE) {
        if (drift.last().equals(recorded.exchange().place())) {
          rules.add(drift.first().rule());
        }
        if (drift.recorded() == recorded) {
          findings.add(text.of(drift) + "\n  contract: #" + DriftText.pointer(drift));
        }
      }
    }
    return new Checked(operation.operation().text("operationId"), rules, findings);
  }

  /** All that was found so far. */
  public synchronized Results results() throws IOException {
    return traffic.results();
  }

  /** Id of the vendor. */
  @Override
  public String toString() {
    return "live traffic of " + vendor;
  }
}
