package dev.forecourt.mock.control;

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
 * {@code ?operation=getReview}, {@code ?since=2026-01-01T00:00:00Z}, {@code ?unmatched=true}. All
 * that are given must fit.
 */
record JournalFilter(
    @Nullable String status,
    @Nullable String operation,
    @Nullable Instant since,
    boolean unmatched) {

  private static final List<String> NAMES = List.of("operation", "since", "status", "unmatched");

  /** Throws {@link Refusal} when the query asks for something else, or for no such operation. */
  static JournalFilter of(MockRequest request, Collection<String> operations) {
    Map<String, List<String>> query;
    try {
      query = UrlEncoded.parse(request.query());
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, "query string cannot be read: " + e.getMessage());
    }
    for (String name : query.keySet()) {
      if (!NAMES.contains(name)) {
        throw ControlBody.unknown(name, NAMES);
      }
    }
    return new JournalFilter(
        status(first(query, "status")),
        operation(first(query, "operation"), operations),
        since(first(query, "since")),
        unmatched(first(query, "unmatched")));
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
    throw ControlBody.unknownOperation(id, operations);
  }

  private static boolean unmatched(@Nullable String text) {
    if (text == null || text.equals("true") || text.equals("false")) {
      return "true".equals(text);
    }
    throw new Refusal(400, "'unmatched' must be true or false");
  }

  private static @Nullable Instant since(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new Refusal(400, "'since' must be a time such as 2026-01-01T00:00:00Z");
    }
  }

  boolean fits(RecordedRequest request) {
    return (operation == null || operation.equals(request.operation()))
        && (since == null || !request.time().isBefore(since))
        && (!unmatched || request.operation() == null)
        && (status == null || status.equals(shown(request.status())));
  }

  private String shown(int code) {
    return status != null && status.endsWith("xx") ? code / 100 + "xx" : Integer.toString(code);
  }
}
