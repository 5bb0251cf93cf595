package dev.forecourt.verifier.traffic;

import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out whom a request was meant for: by its path, whatever host it went to and whatever stands
 * before the path; a host that a contract names decides.
 */
final class Routes {
  /**
   * A path of a contract.
   *
   * @param vendor id of the vendor
   * @param template as the contract has it; empty if only the host is the vendor's
   * @param prefix what stands before it in the request
   * @param exact whether the host is one that the contract names
   * @param method whether the path has an operation of the request's method
   */
  record Route(String vendor, String template, String prefix, boolean exact, boolean method) {
    /** The path of the request without what stands before. */
    String path(String whole) {
      return whole.substring(prefix.length());
    }
  }

  private record Known(String vendor, String template, List<String> segments, Set<String> methods) {
    long literals() {
      return segments.stream().filter(each -> !each.contains("{")).count();
    }

    boolean ends(List<String> path) {
      int offset = path.size() - segments.size();
      for (int i = 0; i < segments.size(); i++) {
        String mine = segments.get(i);
        String theirs = path.get(offset + i);
        if (mine.contains("{") ? theirs.isEmpty() : !mine.equals(theirs)) {
          return false;
        }
      }
      return true;
    }
  }

  private final List<Known> paths = new ArrayList<>();
  private final Map<String, String> hosts = new HashMap<>();
  private final Map<String, String> ports = new HashMap<>();
  private final TrafficOptions options;

  Routes(Map<String, ContractTree> contracts, TrafficOptions options) {
    this.options = options;
    contracts.forEach(this::add);
  }

  private void add(String vendor, ContractTree contract) {
    for (Spot path : ContractTree.children(contract.root().to("paths"))) {
      String template = path.pointer().substring(7).replace("~1", "/").replace("~0", "~");
      Set<String> methods = new HashSet<>();
      contract
          .meant(path)
          .node()
          .fieldNames()
          .forEachRemaining(each -> methods.add(each.toUpperCase(Locale.ROOT)));
      paths.add(new Known(vendor, template, segments(template), methods));
    }
    contract.servers().forEach(url -> hosts.put(Target.of(url).host(), vendor));
    ports.put(contract.root().text("x-mock-port"), vendor);
  }

  /** Empty if neither path nor host are known. */
  Optional<Route> find(String host, String method, String path) {
    String owner =
        options.isOfTheVendor(host)
            ? options.vendor()
            : hosts.get(host.replaceFirst(":(443|80)$", ""));
    List<String> segments = segments(path);
    Optional<Route> found =
        paths.stream()
            .filter(each -> owner == null || each.vendor().equals(owner))
            .filter(each -> each.segments().size() <= segments.size() && each.ends(segments))
            .max(
                Comparator.comparing((Known each) -> isHinted(each.vendor(), host, path))
                    .thenComparing(each -> each.methods().contains(method))
                    .thenComparing(Known::literals)
                    .thenComparing(each -> each.segments().size()))
            .map(
                each ->
                    new Route(
                        each.vendor(),
                        each.template(),
                        prefix(segments, each.segments().size()),
                        owner != null,
                        each.methods().contains(method)));
    return found.isPresent() || owner == null
        ? found
        : Optional.of(new Route(owner, "", "", true, false));
  }

  private boolean isHinted(String vendor, String host, String path) {
    boolean here = host.matches("(localhost|127\\.0\\.0\\.1|\\[::1]):\\d+");
    return here && vendor.equals(ports.get(host.replaceFirst(".*:", "")))
        || host.contains(vendor)
        || path.toLowerCase(Locale.ROOT).contains("/" + vendor);
  }

  private static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  private static String prefix(List<String> segments, int length) {
    StringBuilder prefix = new StringBuilder();
    segments.subList(0, segments.size() - length).forEach(each -> prefix.append('/').append(each));
    return prefix.toString();
  }
}
