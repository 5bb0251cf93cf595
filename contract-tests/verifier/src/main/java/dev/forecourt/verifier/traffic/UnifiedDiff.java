package dev.forecourt.verifier.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Writes changes of lines as {@code git apply} takes them. */
final class UnifiedDiff {
  private static final int AROUND = 3;

  private final List<String> lines;
  private final boolean endsWithBreak;

  UnifiedDiff(List<String> lines) {
    this.endsWithBreak = lines.get(lines.size() - 1).isEmpty();
    this.lines = endsWithBreak ? lines.subList(0, lines.size() - 1) : lines;
  }

  <E> String of(
      String name,
      SortedMap<Integer, E> edits,
      ToIntFunction<E> removed,
      Function<E, List<String>> inserted) {
    StringBuilder diff = new StringBuilder();
    diff.append("--- a/").append(name).append("\n+++ b/").append(name).append('\n');
    List<Map.Entry<Integer, E>> hunk = new ArrayList<>();
    int shift = 0;
    int end = 0;
    for (Map.Entry<Integer, E> each : edits.entrySet()) {
      if (!hunk.isEmpty() && each.getKey() - end > 2 * AROUND) {
        shift = append(diff, hunk, shift, removed, inserted);
        hunk.clear();
      }
      hunk.add(each);
      end = each.getKey() + removed.applyAsInt(each.getValue());
    }
    if (!hunk.isEmpty()) {
      append(diff, hunk, shift, removed, inserted);
    }
    return diff.toString();
  }

  private <E> int append(
      StringBuilder diff,
      List<Map.Entry<Integer, E>> hunk,
      int shift,
      ToIntFunction<E> removed,
      Function<E, List<String>> inserted) {
    Map.Entry<Integer, E> last = hunk.get(hunk.size() - 1);
    int from = Math.max(0, hunk.get(0).getKey() - AROUND);
    int to = Math.min(lines.size(), last.getKey() + removed.applyAsInt(last.getValue()) + AROUND);
    StringBuilder body = new StringBuilder();
    int at = from;
    int change = 0;
    for (Map.Entry<Integer, E> each : hunk) {
      at = kept(body, at, each.getKey());
      int until = at + removed.applyAsInt(each.getValue());
      for (; at < until; at++) {
        line(body, '-', at);
      }
      List<String> added = inserted.apply(each.getValue());
      added.forEach(line -> body.append('+').append(line).append('\n'));
      change += added.size() - removed.applyAsInt(each.getValue());
    }
    kept(body, at, to);
    diff.append(
        "@@ -%d,%d +%d,%d @@%n"
            .formatted(from + 1, to - from, from + 1 + shift, to - from + change));
    diff.append(body);
    return shift + change;
  }

  private int kept(StringBuilder body, int from, int to) {
    for (int at = from; at < to; at++) {
      line(body, ' ', at);
    }
    return to;
  }

  private void line(StringBuilder body, char mark, int at) {
    body.append(mark).append(lines.get(at)).append('\n');
    if (at == lines.size() - 1 && !endsWithBreak) {
      body.append("\\ No newline at end of file\n");
    }
  }
}
