package dev.forecourt.mock.journal;

import dev.forecourt.mock.contract.UrlEncoded;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which requests {@code GET /__mock/requests} shows: {@code ?status=4xx}, {@code ?status=404},
 * {@code ?operation=getReview}, {@code ?since=2026-01-01T00:00:00Z}, {@code ?unmatched=true} and so
 * on. All that are given must fit.
 *
 * @param vendor id of the vendor, of the console alone; null for all
 * @param status a status or a class of them; null for all
 * @param operation operationId; null for all
 * @param since the first time; null for all
 * @param unmatched whether those that no operation fits alone
 * @param preflight whether preflights alone, or none of them; null for all
 * @param session name of a session; null for all
 * @param text what a request or its answer has to hold; null for all
 * @param after the number that theirs is above
 * @param limit most to show: the newest
 * @param body whether headers and bodies are shown
 */
public record JournalFilter(
    @Nullable String vendor,
    @Nullable String status,
    @Nullable String operation,
    @Nullable Instant since,
    boolean unmatched,
    @Nullable Boolean preflight,
    @Nullable String session,
    @Nullable String text,
    long after,
    int limit,
    boolean body) {

  private static final List<String> OF_A_VENDOR =
      List.of(
          "after",
          "body",
          "limit",
          "operation",
          "preflight",
          "session",
          "since",
          "status",
          "text",
          "unmatched");
  private static final List<String> OF_THE_CONSOLE =
      List.of(
          "after",
          "body",
          "limit",
          "operation",
          "preflight",
          "session",
          "since",
          "status",
          "text",
          "unmatched",
          "vendor");
  private static final int CONSOLE_LIMIT = 100;

  /** All after the request of this number, with headers and bodies. */
  public static JournalFilter allAfter(long id, int limit) {
    return new JournalFilter(null, null, null, null, false, null, null, null, id, limit, true);
  }

  /** The same with headers and bodies. */
  public JournalFilter withBody() {
    return new JournalFilter(
        vendor, status, operation, since, unmatched, preflight, session, text, after, limit, true);
  }

  /** Throws {@link Refusal} when the query asks for something else, or for no such operation. */
  static JournalFilter ofVendor(MockRequest request, Collection<String> operations) {
    return of(query(request, OF_A_VENDOR), operations, Journal.CAPACITY);
  }

  /** The same for the operations of all vendors. */
  public static JournalFilter ofConsole(MockRequest request, Collection<String> operations) {
    return of(query(request, OF_THE_CONSOLE), operations, CONSOLE_LIMIT);
  }

  private static Map<String, List<String>> query(MockRequest request, List<String> names) {
    Map<String, List<String>> query;
    try {
      query = UrlEncoded.parse(request.query());
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, "query string cannot be read: " + e.getMessage());
    }
    for (String name : query.keySet()) {
      if (!names.contains(name)) {
        throw UnknownName.of(name, names);
      }
    }
    return query;
  }

  private static JournalFilter of(
      Map<String, List<String>> query, Collection<String> operations, int usualLimit) {
    Integer limit = whole("limit", first(query, "limit"));
    Integer after = whole("after", first(query, "after"));
    return new JournalFilter(
        first(query, "vendor"),
        status(first(query, "status")),
        operation(first(query, "operation"), operations),
        since(first(query, "since")),
        Boolean.TRUE.equals(flag("unmatched", first(query, "unmatched"))),
        flag("preflight", first(query, "preflight")),
        first(query, "session"),
        first(query, "text"),
        after == null ? 0 : after,
        limit == null ? usualLimit : limit,
        Boolean.TRUE.equals(flag("body", first(query, "body"))));
  }

  private static @Nullable String first(Map<String, List<String>> query, String name) {
    List<String> values = query.get(name);
    return values == null ? null : values.get(0);
  }

  private static @Nullable String status(@Nullable String text) {
    if (text == null || text.matches("[1-5]xx|\\d{3}|0")) {
      return text;
    }
    throw new Refusal(400, "'status' must be such as 404, 4xx, or 0 for no answer");
  }

  private static @Nullable String operation(@Nullable String id, Collection<String> operations) {
    if (id == null || operations.contains(id)) {
      return id;
    }
    throw UnknownName.operation(id, operations);
  }

  private static @Nullable Boolean flag(String name, @Nullable String text) {
    if (text == null || text.equals("true") || text.equals("false")) {
      return text == null ? null : Boolean.valueOf(text);
    }
    throw new Refusal(400, "'%s' must be true or false".formatted(name));
  }

  private static @Nullable Integer whole(String name, @Nullable String text) {
    if (text == null || text.matches("\\d{1,9}")) {
      return text == null ? null : Integer.valueOf(text);
    }
    throw new Refusal(400, "'%s' must be a whole number".formatted(name));
  }

  private static @Nullable Instant since(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new Refusal(400, "'since' must be a time such as 2026-01-01T00:00:00Z");
    }
  }

  boolean fits(JournalEntry entry, @Nullable String ofSession) {
    return entry.id > after
        && (operation == null || operation.equals(entry.operation))
        && (since == null || !entry.time.isBefore(since))
        && (!unmatched || entry.isUnmatched())
        && (preflight == null || preflight == entry.preflight)
        && (session == null || session.equals(ofSession))
        && (status == null || status.equals(shown(entry.status)));
  }

  private String shown(int code) {
    return status != null && status.endsWith("xx") ? code / 100 + "xx" : Integer.toString(code);
  }
}
