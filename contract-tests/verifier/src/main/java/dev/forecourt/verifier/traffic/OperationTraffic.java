package dev.forecourt.verifier.traffic;

import dev.forecourt.verifier.check.Finding;
import dev.forecourt.verifier.contract.Spot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was seen of one operation, in a size that does not depend on how much was seen. */
final class OperationTraffic {
  /** More kinds of findings than these are counted only: nobody reads them. */
  private static final int MOST = 400;

  private static final int MOST_MARKS = 100_000;

  private final Spot operation;
  private final Map<Integer, Long> statuses = new TreeMap<>();
  private final Map<DriftKey, Drift> drifts = new LinkedHashMap<>();
  private final Set<String> seen = new HashSet<>();
  private long more;
  private long leftOut;
  private long encoded;

  OperationTraffic(Spot operation) {
    this.operation = operation;
  }

  Spot operation() {
    return operation;
  }

  void add(Recorded recorded, int status, List<Finding> findings) {
    statuses.merge(status, 1L, Long::sum);
    findings.forEach(each -> add(recorded, each));
  }

  void add(Recorded recorded, Finding finding) {
    DriftKey key = DriftKey.of(finding);
    Drift drift = drifts.get(key);
    if (drift == null && drifts.size() == MOST) {
      more++;
      return;
    }
    if (drift == null) {
      drift = new Drift(finding, recorded);
      drifts.put(key, drift);
    }
    drift.met(finding);
    drift.lastSeenIn(recorded.exchange().place());
  }

  void bodyLeftOut() {
    leftOut++;
  }

  void bodyEncoded() {
    encoded++;
  }

  void saw(String mark) {
    if (seen.size() < MOST_MARKS) {
      seen.add(mark);
    }
  }

  boolean hasSeen(String mark) {
    return seen.contains(mark);
  }

  /** How often each status came. */
  Map<Integer, Long> statuses() {
    return statuses;
  }

  long count() {
    return statuses.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The worst first, then the most frequent. */
  List<Drift> drifts() {
    List<Drift> all = new ArrayList<>(drifts.values());
    all.sort(Drift.WORST_FIRST);
    return all;
  }

  /** How many findings came after there were too many kinds of them. */
  long more() {
    return more;
  }

  /** How many bodies the recording left out. */
  long leftOut() {
    return leftOut;
  }

  /** How many bodies are compressed in a way that is not read. */
  long encoded() {
    return encoded;
  }
}
