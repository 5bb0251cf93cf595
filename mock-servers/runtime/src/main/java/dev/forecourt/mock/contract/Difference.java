package dev.forecourt.mock.contract;

import java.util.ArrayList;
import java.util.List;

/** Says why a request is not one for an operation, although it is near. */
final class Difference {

  private static final int MAX_CHARS = 60;

  private Difference() {}

  /** {@code path segment 2 must be 'local' but was 'locals'}, {@code verb must be GET …}. */
  static List<String> between(Operation operation, String method, List<String> all) {
    List<String> whole = Slashes.segments(operation.path());
    List<String> out = new ArrayList<>(Slashes.differences(whole, all));
    List<String> template = Slashes.without(whole);
    List<String> sent = Slashes.without(all);
    if (template.size() != sent.size()) {
      out.add("path must have %d segments but had %d".formatted(template.size(), sent.size()));
    }
    for (int i = 0; i < Math.min(template.size(), sent.size()); i++) {
      String wanted = template.get(i);
      if (!wanted.startsWith("{") && !wanted.equals(sent.get(i))) {
        out.add(
            "path segment %d must be '%s' but was '%s'".formatted(i + 1, wanted, cut(sent.get(i))));
      }
    }
    if (!operation.method().equals(method)) {
      out.add("verb must be %s but was %s".formatted(operation.method(), method));
    }
    return out;
  }

  private static String cut(String segment) {
    return segment.length() <= MAX_CHARS ? segment : segment.substring(0, MAX_CHARS) + "…";
  }
}
