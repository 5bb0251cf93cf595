package dev.forecourt.mock.control;

import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.journal.UnknownName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a request has to hold for a rule: {@code {"path": …, "query": {NAME: …}, "headers": {NAME:
 * …}, "body": {POINTER: …}}}, each as {@link ValueMatch} reads it.
 *
 * @param given as it was given
 */
record RequestMatch(Map<?, ?> given, List<Predicate<RequestParts>> parts) {

  private static final List<String> MEMBERS = List.of("path", "query", "headers", "body");

  /** Reads one. Throws {@link Refusal} that says what is wrong with it. */
  static RequestMatch of(@Nullable Object wanted) {
    if (!(wanted instanceof Map<?, ?> members)) {
      throw new Refusal(400, "'request' must be an object");
    }
    List<Predicate<RequestParts>> parts = new ArrayList<>();
    members.forEach(
        (member, value) -> {
          String name = String.valueOf(member);
          switch (name) {
            case "path" -> {
              ValueMatch match = ValueMatch.of("request.path", value);
              parts.add(request -> match.fits(request.path()));
            }
            case "query" -> addAll(name, value, RequestParts::query, parts);
            case "headers" -> addAll(name, value, RequestParts::header, parts);
            case "body" -> {
              addAll(name, value, RequestParts::body, parts);
              ((Map<?, ?>) value).keySet().forEach(it -> RequestParts.steps(String.valueOf(it)));
            }
            default -> throw UnknownName.of(name, MEMBERS);
          }
        });
    return new RequestMatch(members, List.copyOf(parts));
  }

  private static void addAll(
      String member,
      @Nullable Object value,
      BiFunction<RequestParts, String, @Nullable Object> found,
      List<Predicate<RequestParts>> parts) {
    if (!(value instanceof Map<?, ?> names)) {
      throw new Refusal(
          400, "'request.%s' must be an object of names and values".formatted(member));
    }
    names.forEach(
        (name, wanted) -> {
          String text = String.valueOf(name);
          ValueMatch match = ValueMatch.of("request." + member + "." + text, wanted);
          parts.add(request -> match.fits(found.apply(request, text)));
        });
  }

  boolean fits(RequestParts request) {
    return parts.stream().allMatch(each -> each.test(request));
  }
}
