package dev.forecourt.clients.normalizer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/** A contract that was not written for these templates: it becomes a {@link PlainContract}. */
final class AnyContract {

  /** What our reader cannot follow. */
  private static final Pattern ANCHOR = Pattern.compile("(?m)^[^\"'#]*[:-] +[&*][A-Za-z0-9_]");

  /** Keys and texts as they are written: for others "on" and "no" are booleans, as in YAML 1.1. */
  private static final ObjectMapper YAML =
      new ObjectMapper(YAMLFactory.builder().loaderOptions(unlimited()).build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private AnyContract() {}

  private static LoaderOptions unlimited() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    return options;
  }

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
      String text = Files.readString(file);
      JsonNode tree =
          ANCHOR.matcher(text).find()
              ? DeserializationUtils.deserializeIntoTree(text, file.toString())
              : YAML.readTree(text);
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
