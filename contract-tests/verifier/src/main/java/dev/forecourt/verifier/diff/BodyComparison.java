package dev.forecourt.verifier.diff;

import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.Spot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Bodies of requests and answers, statuses, headers, media types. */
final class BodyComparison {
  private final Changes changes;
  private final String operation;

  private BodyComparison(Changes changes, String operation) {
    this.changes = changes;
    this.operation = operation;
  }

  static void request(Changes changes, String operation, Spot was, Spot is, CallPart part) {
    BodyComparison comparison = new BodyComparison(changes, operation);
    Spot old = changes.before().to(was, "requestBody");
    Spot now = changes.after().to(is, "requestBody");
    boolean required = now.node().path("required").asBoolean() && part.isSent();
    if (!old.exists() && now.exists()) {
      comparison.add(
          required ? OperationRule.REQUIRED_REQUEST_BODY_ADDED : OperationRule.REQUEST_BODY_ADDED,
          old,
          now,
          "",
          "");
    } else if (old.exists() && !now.exists()) {
      comparison.add(OperationRule.REQUEST_BODY_REMOVED, old, is, "", "");
    } else if (old.exists()) {
      boolean was1 = old.node().path("required").asBoolean();
      if (part.isSent() && was1 != required) {
        comparison.add(
            required
                ? OperationRule.REQUEST_BODY_BECAME_REQUIRED
                : OperationRule.REQUEST_BODY_BECAME_OPTIONAL,
            old,
            now,
            "",
            "");
      }
      comparison.words(old, now);
      comparison.content(old, now, part);
    }
  }

  static void answers(Changes changes, String operation, Spot was, Spot is) {
    BodyComparison comparison = new BodyComparison(changes, operation);
    Map<String, Spot> old = children(changes.before(), was.to("responses"));
    Map<String, Spot> now = children(changes.after(), is.to("responses"));
    String renamed = onlySuccess(now, old);
    old.forEach(
        (status, answer) -> {
          Spot answerNow = covering(now, status);
          if (!now.containsKey(status) && answerNow == null) {
            boolean success = status.startsWith("2");
            comparison.add(
                success
                    ? OperationRule.SUCCESS_STATUS_REMOVED
                    : OperationRule.FAILURE_STATUS_REMOVED,
                answer,
                is.to("responses"),
                status,
                "");
            // the return type of the Java client follows the one success
            answerNow = success && status.equals(onlySuccess(old, now)) ? now.get(renamed) : null;
          }
          if (answerNow != null) {
            comparison.answer(answer, answerNow);
          }
          if (now.containsKey(status)) {
            comparison.words(answer, answerNow);
          }
        });
    now.forEach(
        (status, answer) -> {
          if (covering(old, status) == null) {
            comparison.add(
                status.startsWith("2")
                    ? OperationRule.SUCCESS_STATUS_ADDED
                    : OperationRule.FAILURE_STATUS_ADDED,
                was.to("responses"),
                is.to("responses"),
                "",
                status);
          }
        });
  }

  /** What we answer to a callback: whatever was accepted has to stay so. */
  static void ourAnswers(Changes changes, String operation, Spot was, Spot is) {
    BodyComparison comparison = new BodyComparison(changes, operation);
    Map<String, Spot> old = children(changes.before(), was.to("responses"));
    Map<String, Spot> now = children(changes.after(), is.to("responses"));
    old.forEach(
        (status, answer) -> {
          Spot answerNow = covering(now, status);
          if (answerNow == null) {
            comparison.add(
                OperationRule.CALLBACK_STATUS_REMOVED, answer, is.to("responses"), status, "");
          } else {
            comparison.words(answer, answerNow);
            comparison.content(answer, answerNow, CallPart.CALLBACK_ANSWER);
          }
        });
    now.forEach(
        (status, answer) -> {
          if (covering(old, status) == null) {
            comparison.add(
                OperationRule.CALLBACK_STATUS_ADDED,
                was.to("responses"),
                is.to("responses"),
                "",
                status);
          }
        });
  }

  /**
   * The answer of a status: its own, that of its class, or the default. Where a success is named,
   * the default is what comes of failures.
   */
  private static @Nullable Spot covering(Map<String, Spot> answers, String status) {
    if (answers.containsKey(status)) {
      return answers.get(status);
    }
    String upper = status.charAt(0) + "XX";
    String found = answers.containsKey(upper) ? upper : upper.toLowerCase(Locale.ROOT);
    boolean ofFailures =
        status.startsWith("2") && answers.keySet().stream().anyMatch(each -> each.startsWith("2"));
    return answers.getOrDefault(found, ofFailures ? null : answers.get("default"));
  }

  /** The status of the one success that the other version does not have; else empty. */
  private static String onlySuccess(Map<String, Spot> answers, Map<String, Spot> others) {
    var own =
        answers.keySet().stream()
            .filter(status -> status.startsWith("2") && !others.containsKey(status))
            .toList();
    return own.size() == 1 ? own.get(0) : "";
  }

  private void answer(Spot was, Spot is) {
    headers(was, is);
    if (!was.node().path("links").equals(is.node().path("links"))) {
      add(OperationRule.LINKS_CHANGED, was, is, "", "");
    }
    boolean had = !was.node().path("content").isEmpty();
    boolean has = !is.node().path("content").isEmpty();
    if (had && !has) {
      add(OperationRule.RESPONSE_BODY_REMOVED, was, is, "", "");
    } else if (!had && has) {
      add(OperationRule.RESPONSE_BODY_ADDED, was, is, "", "");
    } else {
      content(was, is, CallPart.RESPONSE_BODY);
    }
  }

  private void headers(Spot was, Spot is) {
    Map<String, Spot> old = headers(was);
    Map<String, Spot> now = headers(is);
    old.forEach(
        (name, place) -> {
          Spot header = changes.before().meant(place);
          if (now.containsKey(name)) {
            header(header, changes.after().meant(now.get(name)));
          } else {
            OperationRule rule =
                header.node().path("required").asBoolean()
                    ? OperationRule.REQUIRED_RESPONSE_HEADER_REMOVED
                    : OperationRule.RESPONSE_HEADER_REMOVED;
            add(rule, place, place.to("nothing", "there"), "", "");
          }
        });
    now.forEach(
        (name, place) -> {
          if (!old.containsKey(name)) {
            add(OperationRule.RESPONSE_HEADER_ADDED, place.to("nothing", "there"), place, "", "");
          }
        });
  }

  private void header(Spot was, Spot is) {
    boolean required = was.node().path("required").asBoolean();
    boolean requiredNow = is.node().path("required").asBoolean();
    if (required != requiredNow) {
      add(
          requiredNow
              ? OperationRule.RESPONSE_HEADER_BECAME_REQUIRED
              : OperationRule.RESPONSE_HEADER_BECAME_OPTIONAL,
          was,
          is,
          "",
          "");
    }
    boolean deprecated = is.node().path("deprecated").asBoolean();
    if (was.node().path("deprecated").asBoolean() != deprecated) {
      SchemaRule rule = deprecated ? SchemaRule.DEPRECATED : SchemaRule.NO_LONGER_DEPRECATED;
      changes.add(rule.at(CallPart.RESPONSE_HEADER), operation, was, is, "", "");
    }
    words(was, is);
    new SchemaComparison(changes, CallPart.RESPONSE_HEADER, operation)
        .compare(was.to("schema"), is.to("schema"));
  }

  /** Where the headers of an answer stand, by name in lower case. */
  private static Map<String, Spot> headers(Spot answer) {
    Map<String, Spot> all = new LinkedHashMap<>();
    Spot headers = answer.to("headers");
    headers
        .node()
        .fieldNames()
        .forEachRemaining(name -> all.put(name.toLowerCase(Locale.ROOT), headers.to(name)));
    return all;
  }

  private void content(Spot was, Spot is, CallPart part) {
    Map<String, Spot> old = media(changes.before(), was);
    Map<String, Spot> now = media(changes.after(), is);
    old.forEach(
        (type, media) -> {
          Spot mediaNow = covered(now, type);
          boolean narrowed = now.keySet().stream().anyMatch(each -> ranges(each).contains(type));
          if (mediaNow != null) {
            media(media, mediaNow, part);
          } else if (part.isSent() || !narrowed) {
            add(removed(part), media, is.to("content"), type, "");
          }
        });
    now.forEach(
        (type, media) -> {
          Spot mediaBefore = covered(old, type);
          if (mediaBefore != null && !old.containsKey(type)) {
            media(mediaBefore, media, part);
          } else if (mediaBefore == null) {
            add(
                part.isSent()
                    ? OperationRule.REQUEST_MEDIA_TYPE_ADDED
                    : OperationRule.RESPONSE_MEDIA_TYPE_ADDED,
                media.to("nothing", "there"),
                media,
                "",
                type);
          }
        });
    if (old.size() == 1 && now.size() == 1 && !old.keySet().equals(now.keySet())) {
      media(old.values().iterator().next(), now.values().iterator().next(), part);
    }
  }

  /** What holds for a media type: its own entry, or that of a range such as {@code text/*}. */
  private static @Nullable Spot covered(Map<String, Spot> content, String type) {
    return Stream.concat(Stream.of(type), ranges(type).stream())
        .map(content::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static List<String> ranges(String type) {
    return List.of(type.replaceFirst("/.*", "/*"), "*/*");
  }

  private static OperationRule removed(CallPart part) {
    return part.isSent()
        ? OperationRule.REQUEST_MEDIA_TYPE_REMOVED
        : OperationRule.RESPONSE_MEDIA_TYPE_REMOVED;
  }

  private void media(Spot was, Spot is, CallPart part) {
    if (!was.node().path("encoding").equals(is.node().path("encoding"))) {
      add(
          OperationRule.REQUEST_ENCODING_CHANGED,
          was,
          is,
          was.node().path("encoding").toString(),
          is.node().path("encoding").toString());
    }
    words(was, is);
    new SchemaComparison(changes, part, operation).compare(was.to("schema"), is.to("schema"));
  }

  /** By media type without parameters, in lower case: {@code charset=utf-8} is no other type. */
  private static Map<String, Spot> media(ContractTree contract, Spot body) {
    Map<String, Spot> all = new LinkedHashMap<>();
    Spot content = body.to("content");
    content
        .node()
        .fieldNames()
        .forEachRemaining(
            type ->
                all.put(
                    type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT),
                    contract.to(content, type)));
    return all;
  }

  private static Map<String, Spot> children(ContractTree contract, Spot spot) {
    Map<String, Spot> all = new LinkedHashMap<>();
    spot.node().fieldNames().forEachRemaining(name -> all.put(name, contract.to(spot, name)));
    all.keySet().removeIf(name -> name.startsWith("x-"));
    return all;
  }

  private void words(Spot was, Spot is) {
    for (String key : ExtensionComparison.WORDS) {
      if (!was.node().path(key).equals(is.node().path(key))) {
        add(OperationRule.DOCUMENTATION_CHANGED, was, is, "", "");
        return;
      }
    }
  }

  private void add(OperationRule rule, Spot was, Spot is, String from, String to) {
    changes.add(rule.rule(), operation, was, is, from, to);
  }
}
