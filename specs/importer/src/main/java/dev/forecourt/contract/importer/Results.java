package dev.forecourt.contract.importer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.guarantee.Operation;
import dev.forecourt.contract.importer.place.Place;
import dev.forecourt.contract.importer.report.OperationRow;
import dev.forecourt.contract.importer.source.Source;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts together what an import found. */
final class Results {
  private static final int MOST_REFERENCES = 20;

  private Results() {}

  static ImportResult of(
      String id,
      Source source,
      Draft draft,
      String openapi,
      String overlay,
      List<ImportResult.Unmatched> unmatched,
      List<ImportResult.Kept> kept) {
    JsonNode root = draft.root();
    return new ImportResult(
        id,
        root.path("info").path("title").asText(),
        root.path("info").path("version").asText(),
        root.path("x-mock-port").asInt(),
        openapi,
        overlay,
        files(source.files()),
        Operation.of(root).stream().map(operation -> row(operation, root)).toList(),
        draft.guesses(),
        draft.repairs(),
        draft.leftOut(),
        unmatched,
        kept);
  }

  private static OperationRow row(Operation operation, JsonNode root) {
    JsonNode node = operation.node();
    return new OperationRow(
        operation.method().toUpperCase(Locale.ROOT),
        operation.path(),
        operation.id(),
        node.path("tags").path(0).asText(),
        node.path("x-paging").path("style").asText(null),
        node.path("x-convention").path("role").asText(null),
        withoutPact(node, root));
  }

  /** The general test of pacts takes the first media type of each, as the contract lists them. */
  private static @Nullable String withoutPact(JsonNode operation, JsonNode root) {
    if (!isJsonOrNothing(target(operation.path("requestBody"), root))) {
      return "the body is no JSON";
    }
    for (Map.Entry<String, JsonNode> each : operation.path("responses").properties()) {
      if (each.getKey().matches("2..|default")) {
        return isJsonOrNothing(target(each.getValue(), root)) ? null : "the answer is no JSON";
      }
    }
    return null;
  }

  private static boolean isJsonOrNothing(JsonNode holder) {
    Iterator<String> types = holder.path("content").fieldNames();
    return !types.hasNext() || types.next().matches("application/([^;]+\\+)?json(;.*)?");
  }

  private static JsonNode target(JsonNode node, JsonNode root) {
    JsonNode found = node;
    for (int i = 0; i < MOST_REFERENCES && found.path("$ref").asText().startsWith("#/"); i++) {
      found = Place.ofPointer(found.path("$ref").asText().substring(1), root).in(root);
    }
    return found;
  }

  /** With their sums, in the form that {@code sha256sum --check} reads. */
  private static SortedMap<String, byte[]> files(SortedMap<String, byte[]> read) {
    SortedMap<String, byte[]> files = new TreeMap<>(read);
    StringBuilder sums = new StringBuilder();
    read.forEach((path, bytes) -> sums.append(sum(bytes)).append("  ").append(path).append('\n'));
    files.put("SHA256SUMS", sums.toString().getBytes(StandardCharsets.UTF_8));
    return files;
  }

  private static String sum(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
