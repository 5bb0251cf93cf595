package dev.forecourt.mock.contract;

import dev.forecourt.mock.http.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a path and decodes each segment, in this order: an encoded slash stays inside its segment.
 */
public final class PathSegments {

  private PathSegments() {}

  public static List<String> of(String path) {
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
