package dev.forecourt.mock;

import dev.forecourt.mock.contract.PercentDecoder;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a path and decodes each segment, in this order: an encoded slash stays inside its segment.
 */
final class PathSegments {

  private PathSegments() {}

  static List<String> of(String path) {
    List<String> segments = new ArrayList<>(6);
    int start = 1;
    try {
      while (start <= path.length()) {
        int end = path.indexOf('/', start);
        end = end < 0 ? path.length() : end;
        segments.add(PercentDecoder.segment(path.substring(start, end)));
        start = end + 1;
      }
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, "path segment " + e.getMessage());
    }
    return segments;
  }
}
