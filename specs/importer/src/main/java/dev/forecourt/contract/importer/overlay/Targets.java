package dev.forecourt.contract.importer.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import dev.forecourt.contract.importer.place.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a JSONPath selects. Normalized paths are read here, all others by Jayway's library, whose
 * answers are checked: it does not escape quotes in the paths that it gives, and has functions that
 * RFC 9535 lacks.
 */
final class Targets {
  private static final Configuration PATHS =
      Configuration.builder()
          .jsonProvider(new JacksonJsonNodeJsonProvider())
          .mappingProvider(new JacksonMappingProvider())
          .options(Option.AS_PATH_LIST, Option.SUPPRESS_EXCEPTIONS)
          .build();

  private Targets() {}

  /** The places that a path selects, in the order of the document; none if nothing fits. */
  static List<Place> of(String path, JsonNode root) {
    Place normalized = normalized(path);
    if (normalized != null) {
      return normalized.in(root).isMissingNode() ? List.of() : List.of(normalized);
    }
    List<Place> places = new ArrayList<>();
    for (JsonNode each : selected(path, root)) {
      Place place = normalized(each.asText());
      if (place == null || place.in(root).isMissingNode()) {
        throw new BadOverlay(
            "Target %s selects %s, a key that cannot be told from a path. Write the target as a"
                    .formatted(path, each.asText())
                + " normalized path, such as $['paths']['/pets'].");
      }
      places.add(place);
    }
    return places;
  }

  private static JsonNode selected(String path, JsonNode root) {
    long open = path.chars().filter(c -> c == '[').count();
    long closed = path.chars().filter(c -> c == ']').count();
    if (open != closed || path.matches(".*(=~|\\)\\s*$).*") || path.contains(" in [")) {
      throw new BadOverlay("Target " + path + " is not JSONPath of RFC 9535.");
    }
    try {
      JsonPath compiled = JsonPath.compile(path.replaceAll("\\?(?=[@$])(.*?)]", "?($1)]"));
      JsonNode found = compiled.read(root, PATHS);
      return found == null ? MissingNode.getInstance() : found;
    } catch (JsonPathException | IllegalArgumentException e) {
      throw new BadOverlay("Target " + path + " cannot be read: " + e.getMessage());
    }
  }

  /** A normalized path as a place; null if it is written otherwise. */
  static @Nullable Place normalized(String path) {
    return new NormalizedPath(path).read();
  }
}
