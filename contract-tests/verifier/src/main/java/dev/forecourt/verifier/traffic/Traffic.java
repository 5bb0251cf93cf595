package dev.forecourt.verifier.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.check.Exchange;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.VendorContracts;
import dev.forecourt.verifier.output.Results;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Recordings of real traffic against the contracts. Memory does not grow with the recordings.
 *
 * <pre>{@code
 * Traffic traffic = Traffic.of(VendorContracts.packaged(), options, PactReader::exchanges);
 * traffic.read(Path.of("session.har"), System.err);
 * Results results = traffic.results();
 * }</pre>
 */
public final class Traffic {
  private final TrafficOptions options;
  private final Function<JsonNode, List<Exchange>> pacts;
  private final Map<String, VendorTraffic> vendors = new TreeMap<>();
  private final Map<String, Set<String>> hosts = new TreeMap<>();
  private final Routes routes;
  private final Unmatched unmatched = new Unmatched();
  private final Map<Skipped, Long> skipped = new EnumMap<>(Skipped.class);
  private final Set<String> notices = new LinkedHashSet<>();
  private final List<Path> files = new ArrayList<>();
  private long exchanges;

  private Traffic(
      Map<String, ContractTree> contracts,
      TrafficOptions options,
      Function<JsonNode, List<Exchange>> pacts) {
    this.options = options;
    this.pacts = pacts;
    this.routes = new Routes(contracts, options);
    contracts.forEach((vendor, contract) -> vendors.put(vendor, new VendorTraffic(contract)));
  }

  /** {@code pacts} reads pact files. Throws {@link IllegalArgumentException} for no vendor. */
  public static Traffic of(
      VendorContracts contracts, TrafficOptions options, Function<JsonNode, List<Exchange>> pacts) {
    Map<String, ContractTree> trees = new LinkedHashMap<>();
    List<String> wanted =
        options.vendor() == null ? contracts.vendors() : List.of(options.vendor());
    wanted.forEach(vendor -> trees.put(vendor, new ContractTree(contracts.of(vendor))));
    return new Traffic(trees, options, pacts);
  }

  /** For contracts at hand, by vendor. */
  static Traffic of(
      Map<String, ContractTree> contracts,
      TrafficOptions options,
      Function<JsonNode, List<Exchange>> pacts) {
    return new Traffic(contracts, options, pacts);
  }

  /** Checks one exchange; gives the path that it was meant for, if any is near. */
  Optional<Routes.Route> check(Recorded recorded) {
    exchanges++;
    Exchange exchange = recorded.exchange();
    Optional<Routes.Route> found = routes.find(recorded.host(), exchange.method(), exchange.path());
    found
        .filter(Routes.Route::exact)
        .ifPresent(route -> unmatched.owned(recorded.host(), route.vendor()));
    if (found.isEmpty() || !found.get().method()) {
      boolean known = found.filter(route -> !route.template().isEmpty()).isPresent();
      unmatched.add(recorded, known);
      return found;
    }
    Routes.Route route = found.get();
    unmatched.matched(recorded.host(), route.vendor(), exchange.path());
    Set<String> seen = hosts.computeIfAbsent(route.vendor(), absent -> new LinkedHashSet<>());
    if (!recorded.host().isEmpty() && seen.size() < 50) {
      seen.add(recorded.host() + (route.prefix().isEmpty() ? "" : Shapes.path(route.prefix())));
    }
    vendors.get(route.vendor()).check(recorded, route);
    return found;
  }

  /** Reads and checks one recording; says on {@code progress} how far it is if it is large. */
  public void read(Path file, PrintStream progress) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(
          "%s is a folder. Give the recordings in it: %s/*.har".formatted(file, file));
    }
    files.add(file);
    long size = Files.size(file);
    recordings().read(file, in -> new Progress(in, size, () -> exchanges, progress));
  }

  Recordings recordings() {
    return new Recordings(pacts, new Checking());
  }

  /** All that was found so far. */
  public Results results() throws IOException {
    return new TrafficResults(this, options).results();
  }

  /**
   * Changes of the contracts' sources that would allow what was seen, as {@code git apply} takes
   * them. Throws {@link IllegalArgumentException} if the sources are not at hand.
   */
  public Patch patch() throws IOException {
    if (options.specs() == null) {
      throw new IllegalArgumentException(
          "A patch changes the sources of contracts. Say where they are: --specs DIR, such as specs of a checkout.");
    }
    return Patch.of(this, options.specs(), ReviewedDrift.read(options.reviewed()));
  }

  /** Whether there was no exchange at all. */
  public boolean isEmpty() {
    return exchanges == 0;
  }

  Map<String, VendorTraffic> vendors() {
    return vendors;
  }

  Set<String> hosts(String vendor) {
    return hosts.getOrDefault(vendor, Set.of());
  }

  Unmatched unmatched() {
    return unmatched;
  }

  Map<Skipped, Long> skipped() {
    return skipped;
  }

  Set<String> notices() {
    return notices;
  }

  List<Path> files() {
    return files;
  }

  long exchanges() {
    return exchanges;
  }

  private final class Checking implements Sink {
    @Override
    public void exchange(Recorded recorded) {
      if (options.isOfAny(recorded.host())) {
        check(recorded);
      } else {
        skipped(Skipped.OTHER_HOST);
      }
    }

    @Override
    public void skipped(Skipped reason) {
      skipped.merge(reason, 1L, Long::sum);
    }

    @Override
    public void notice(String text) {
      notices.add(text);
    }
  }
}
