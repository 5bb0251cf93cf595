package dev.forecourt.clients.normalizer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.clients.normalizer.plain.Findings;
import dev.forecourt.clients.normalizer.plain.PlainContract;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.parser.util.DeserializationUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A contract that was not written for these templates: it becomes a {@link PlainContract}. */
final class AnyContract {

  private AnyContract() {}

  /**
   * Puts the plain contract into {@code contract}, from the file as it stands: the parser drops and
   * rewrites what it does not know. From what the parser made of it where the file has parts in
   * other files.
   */
  static void simplify(OpenAPI contract, @Nullable String file, Findings findings) {
    ObjectNode written = file == null ? null : written(Path.of(file));
    ObjectNode plain = PlainContract.of(written == null ? parsed(contract) : written, findings);
    try {
      OpenAPI simple = Json.mapper().treeToValue(plain, OpenAPI.class);
      contract.setOpenapi("3.0.3");
      contract.setSpecVersion(SpecVersion.V30);
      contract.setInfo(simple.getInfo());
      contract.setServers(simple.getServers());
      contract.setTags(simple.getTags());
      contract.setPaths(simple.getPaths());
      contract.setComponents(simple.getComponents());
      contract.setSecurity(null);
      contract.setWebhooks(null);
      contract.setExtensions(simple.getExtensions());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "The contract cannot be rewritten: " + e.getOriginalMessage(), e);
    }
  }

  private static @Nullable ObjectNode written(Path file) {
    if (!Files.isRegularFile(file)) {
      return null;
    }
    try {
      JsonNode tree =
          DeserializationUtils.deserializeIntoTree(Files.readString(file), file.toString());
      boolean three = tree.path("openapi").asText("").startsWith("3.");
      return three && !hasOtherFiles(tree) ? (ObjectNode) tree : null;
    } catch (IOException | RuntimeException e) {
      // the parser has read it in some other way
      return null;
    }
  }

  private static boolean hasOtherFiles(JsonNode node) {
    JsonNode reference = node.path("$ref");
    if (reference.isTextual() && !reference.asText().startsWith("#")) {
      return true;
    }
    for (JsonNode each : node) {
      if (hasOtherFiles(each)) {
        return true;
      }
    }
    return false;
  }

  private static ObjectNode parsed(OpenAPI contract) {
    boolean later = contract.getSpecVersion() == SpecVersion.V31;
    return (later ? Json31.mapper() : Json.mapper()).valueToTree(contract);
  }
}
