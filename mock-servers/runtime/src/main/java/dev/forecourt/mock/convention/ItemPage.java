package dev.forecourt.mock.convention;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of rows, as an operation's paging cuts it.
 *
 * @param rows those on the page
 * @param total of all rows
 * @param size most on a page
 * @param next what the moving parameter says for the page after it; null on the last
 */
record ItemPage(
    List<Map<String, @Nullable Object>> rows, int total, long size, @Nullable String next) {

  private static final long DEFAULT_SIZE = 20;

  static ItemPage of(List<Map<String, @Nullable Object>> all, ItemPlan plan, Call call) {
    if (!plan.pages()) {
      return new ItemPage(all, all.size(), Math.max(1, all.size()), null);
    }
    String style = plan.paging("style", "");
    long size = number(call.inQuery(plan.paging("size", "")), DEFAULT_SIZE);
    size = Math.max(1, size);
    boolean counted = style.equals("page") || style.startsWith("page-") || style.equals("link");
    long first = number(plan.paging("first", counted ? "1" : "0"), counted ? 1 : 0);
    long at = number(call.inQuery(plan.paging("parameter", "")), first);
    long start = counted ? (at - first) * size : at;
    int from = (int) Math.max(0, Math.min(all.size(), start));
    int to = (int) Math.min(all.size(), from + size);
    String next = to < all.size() ? Long.toString(counted ? at + 1 : to) : null;
    return new ItemPage(all.subList(from, to), all.size(), size, next);
  }

  private static long number(@Nullable Object value, long otherwise) {
    String text = String.valueOf(value);
    return text.matches("\\d{1,9}") ? Long.parseLong(text) : otherwise;
  }

  long pages() {
    return (total + size - 1) / size;
  }

  /** Path and query of the page after it. */
  String link(ItemPlan plan, Call call) {
    String path = plan.operation().path();
    for (Map.Entry<String, Object> each : call.path().entrySet()) {
      path = path.replace("{" + each.getKey() + "}", encoded(each.getValue()));
    }
    Map<String, Object> query = new LinkedHashMap<>(call.query());
    query.put(plan.paging("parameter", "page"), next == null ? "" : next);
    StringBuilder out = new StringBuilder(path);
    char separator = '?';
    for (Map.Entry<String, Object> each : query.entrySet()) {
      for (Object value :
          each.getValue() instanceof List<?> list ? list : List.of(each.getValue())) {
        out.append(separator).append(encoded(each.getKey())).append('=').append(encoded(value));
        separator = '&';
      }
    }
    return out.toString();
  }

  private static String encoded(Object value) {
    return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
  }
}
