package dev.forecourt.verifier.traffic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Requests that no operation takes: those of other services, and those of a vendor that its
 * contract does not have. Which they are follows from what else went to the same host.
 */
final class Unmatched {
  private static final int MOST = 500;

  /**
   * Requests alike.
   *
   * @param host where they went
   * @param method HTTP method
   * @param path with all that may be somebody's made unreadable
   * @param start what stands in the path before {@code /api} or {@code /v1}, and that
   * @param known whether the contract has the path, with other methods
   */
  record Request(String host, String method, String path, String start, boolean known) {}

  /** How often, where first, and with which status. */
  record Seen(long count, String file, String place, int status) {}

  private final Map<Request, Seen> requests = new LinkedHashMap<>();
  // of each host: the starts of paths that went to a vendor
  private final Map<String, Map<String, Set<String>>> hosts = new HashMap<>();
  private long count;

  void matched(String host, String vendor, String path) {
    if (hosts.size() < MOST) {
      hosts
          .computeIfAbsent(host, absent -> new HashMap<>())
          .computeIfAbsent(vendor, absent -> new HashSet<>());
    }
    Map<String, Set<String>> known = hosts.get(host);
    if (known != null && known.containsKey(vendor) && known.get(vendor).size() < MOST) {
      known.get(vendor).add(start(path, ""));
    }
  }

  /** Also told for the host of a vendor: all that goes there is the vendor's. */
  void owned(String host, String vendor) {
    hosts
        .computeIfAbsent(host, absent -> new HashMap<>())
        .computeIfAbsent(vendor, absent -> new HashSet<>())
        .add("");
  }

  void add(Recorded recorded, boolean known) {
    count++;
    String path = recorded.exchange().path();
    Request request =
        new Request(
            recorded.host(),
            recorded.exchange().method(),
            Shapes.path(path),
            start(path, "/"),
            known);
    if (requests.size() < MOST || requests.containsKey(request)) {
      requests.merge(
          request,
          new Seen(1, recorded.file(), recorded.exchange().place(), recorded.exchange().status()),
          (old, one) -> new Seen(old.count() + 1, old.file(), old.place(), old.status()));
    }
  }

  /** The path up to its first literal, which all operations of a vendor share. */
  private static String start(String path, String otherwise) {
    String start = path.replaceFirst("(?s)^(.*?/(api|v\\d+|oauth))(/.*)?$", "$1");
    return start.equals(path) && !path.matches(".*/(api|v\\d+|oauth)") ? otherwise : start;
  }

  long count() {
    return count;
  }

  /** Those that were meant for a vendor: its only vendor is at the host, and the path starts so. */
  Map<Request, Seen> of(String vendor) {
    Map<Request, Seen> found = new LinkedHashMap<>();
    requests.forEach(
        (request, seen) -> {
          if (belongs(request, vendor)) {
            found.put(request, seen);
          }
        });
    return found;
  }

  private boolean belongs(Request request, String vendor) {
    Map<String, Set<String>> vendors = hosts.getOrDefault(request.host(), Map.of());
    Set<String> starts = vendors.getOrDefault(vendor, Set.of());
    return starts.contains("") || vendors.size() == 1 && starts.contains(request.start());
  }

  /** The others, the most frequent first. */
  List<Map.Entry<Request, Seen>> ofNobody(Set<String> vendors) {
    List<Map.Entry<Request, Seen>> rest = new ArrayList<>();
    for (Map.Entry<Request, Seen> each : requests.entrySet()) {
      if (vendors.stream().noneMatch(vendor -> belongs(each.getKey(), vendor))) {
        rest.add(each);
      }
    }
    rest.sort((a, b) -> Long.compare(b.getValue().count(), a.getValue().count()));
    return rest;
  }
}
