package dev.forecourt.mock.contract;

import java.util.ArrayList;
import java.util.List;

/** The slashes of a path, apart from what stands between them. */
final class Slashes {

  private Slashes() {}

  /** The segments that have a letter: no slash at the end, none that is doubled. */
  static List<String> without(List<String> segments) {
    return segments.stream().filter(each -> !each.isEmpty()).toList();
  }

  /** The segments of a path template, with an empty one for a slash at its end. */
  static List<String> segments(String template) {
    return List.of(template.substring(1).split("/", -1));
  }

  /** What is wrong with the slashes of a path for this template; empty for nothing. */
  static List<String> differences(List<String> template, List<String> sent) {
    List<String> out = new ArrayList<>();
    boolean slash = endsWithSlash(sent);
    if (endsWithSlash(template) && !slash) {
      out.add("path must end with a slash");
    } else if (!endsWithSlash(template) && slash) {
      out.add("path must not end with a slash");
    }
    boolean root = sent.size() == 1; // of the path "/", the slash before a first segment
    if (!root && sent.size() - (slash ? 1 : 0) > without(sent).size()) {
      out.add("path must not have two slashes in a row");
    }
    return out;
  }

  private static boolean endsWithSlash(List<String> segments) {
    return segments.size() > 1 && segments.get(segments.size() - 1).isEmpty();
  }
}
