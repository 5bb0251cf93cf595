package dev.forecourt.runtime.json;

import com.fasterxml.jackson.core.JsonStreamContext;
import java.util.ArrayList;
import java.util.List;

/** Collects what drifted, with its path from the root. */
final class DriftLog {
  /** A page of a thousand wrong elements says no more than a hundred of them. */
  static final int MOST = 100;

  private final String root;
  private final List<Drift> drifts;

  DriftLog() {
    this("$", new ArrayList<>());
  }

  private DriftLog(String root, List<Drift> drifts) {
    this.root = root;
    this.drifts = drifts;
  }

  /** The same for JSON that stands at this path. */
  DriftLog under(String path) {
    return new DriftLog(path, drifts);
  }

  void add(JsonStreamContext place, String expected, String found) {
    if (drifts.size() < MOST) {
      drifts.add(new Drift(path(place), expected, found));
    }
  }

  List<Drift> all() {
    return List.copyOf(drifts);
  }

  /** Such as {@code $.data[0].grade}. */
  String path(JsonStreamContext place) {
    StringBuilder path = new StringBuilder();
    for (JsonStreamContext at = place; at != null && !at.inRoot(); at = at.getParent()) {
      path.insert(0, step(at));
    }
    return path.insert(0, root).toString();
  }

  private static String step(JsonStreamContext at) {
    if (at.inArray()) {
      return "[" + at.getCurrentIndex() + "]";
    }
    String name = String.valueOf(at.getCurrentName());
    String cut = name.length() <= 64 ? name : name.substring(0, 64) + "\u2026";
    return cut.matches("[\\p{L}_$][\\p{L}\\p{N}_$-]*")
        ? "." + cut
        : "['" + cut.replaceAll("[\\p{Cntrl}']", "?") + "']";
  }
}
