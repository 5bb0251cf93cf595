package dev.forecourt.runtime.paging;

import dev.forecourt.runtime.call.Call;
import dev.forecourt.runtime.call.VendorResponse;
import dev.forecourt.runtime.json.WireText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Walks pages by a {@link PageRule}. The first request is the caller's own; each later one is the
 * same with what moves in its query. Ends where the vendor says so, at an empty page, or, where it
 * says nothing, at a page that is not full.
 */
final class RuleWalk<P, T> extends PageWalk<P, T> {
  private static final Pattern NEXT =
      Pattern.compile("<([^>]*)>[^<]*;\\s*rel\\s*=\\s*\"?(?:[^\",;]*\\s)?next\\b");

  private final PageRule<P, T> rule;
  private final Call<P> call;
  private final @Nullable Long full;
  private final boolean fromFirst;
  private Map<String, String> moved = Map.of();
  private String lastLink = "";
  private long number;
  private long walkedObjects;

  RuleWalk(String vendor, String operation, Call<P> call, PageRule<P, T> rule) {
    super(vendor, operation, rule.style == PageRule.Style.OFFSET ? "offset" : "page", rule.items);
    this.rule = rule;
    this.call = call;
    Map<String, String> asked = query(call.target());
    Long start = whole(asked.get(rule.parameter));
    this.full = whole(asked.get(rule.size));
    this.fromFirst = start == null || start == rule.first;
    this.number = start == null ? rule.first : start;
  }

  @Override
  long number() {
    return number;
  }

  @Override
  P fetch() {
    Call<P> next = moved.isEmpty() ? call : call.withQuery(moved);
    if (rule.style != PageRule.Style.LINK) {
      return next.model();
    }
    VendorResponse<P> response = next.response();
    lastLink = response.header("Link").orElse("");
    return response.model();
  }

  @Override
  boolean isLast(P page, int size) {
    walkedObjects += size;
    return switch (rule.style) {
      case OFFSET -> {
        number += size;
        moved = Map.of(rule.parameter, Long.toString(number));
        Long all = plausible(whole(rule.total.apply(page)), number);
        yield all == null ? isShort(size) : number >= all;
      }
      case PAGE -> {
        number++;
        moved = Map.of(rule.parameter, Long.toString(number));
        yield isLastPage(page, size);
      }
      case CURSOR -> {
        number++;
        yield !moves(text(rule.next.apply(page)));
      }
      case LINK -> {
        number++;
        Matcher next = NEXT.matcher(lastLink);
        yield !next.find() || !moves(next.group(1));
      }
    };
  }

  private boolean isLastPage(P page, int size) {
    Long pages = whole(rule.pages.apply(page));
    if (pages != null && pages >= 0) {
      return number >= rule.first + pages;
    }
    Long all = fromFirst ? plausible(whole(rule.total.apply(page)), walkedObjects) : null;
    return all == null ? isShort(size) : walkedObjects >= all;
  }

  private boolean isShort(int size) {
    return full != null && full > 0 && size < full;
  }

  /** Whether there is a next page; if so, the next request asks for it. */
  private boolean moves(String next) {
    if (next.isBlank()) {
      return false;
    }
    boolean url = next.startsWith("http://") || next.startsWith("https://") || next.startsWith("/");
    boolean query = next.startsWith("?");
    Map<String, String> before = moved;
    if (rule.style == PageRule.Style.LINK || url || query) {
      moved = query(next);
    } else {
      moved = Map.of(rule.parameter, next);
    }
    // the same once more would never end
    return !moved.isEmpty() && !moved.equals(before);
  }

  private static Map<String, String> query(String target) {
    Map<String, String> parameters = new LinkedHashMap<>();
    int mark = target.indexOf('?');
    if (mark >= 0) {
      for (String pair : target.substring(mark + 1).split("&")) {
        String[] parts = pair.split("=", 2);
        if (parts.length == 2) {
          parameters.put(decoded(parts[0]), decoded(parts[1]));
        }
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // a percent sign that encodes nothing
    }
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : WireText.of(value);
  }

  private static @Nullable Long whole(@Nullable Object value) {
    String text = text(value);
    return text.matches("-?[0-9]{1,18}") ? Long.valueOf(text) : null;
  }
}
