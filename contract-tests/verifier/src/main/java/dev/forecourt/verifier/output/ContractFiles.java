package dev.forecourt.verifier.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a place of a contract in one document stands in the files it was made of. */
public final class ContractFiles {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private final @Nullable Path folder;
  private final Map<Path, Lines> lines = new HashMap<>();
  private final Map<Path, JsonNode> documents = new HashMap<>();

  private ContractFiles(@Nullable Path folder) {
    this.folder = folder;
  }

  /** For the contract of a folder with an {@code openapi.yaml}; null for one without files. */
  public static ContractFiles of(@Nullable Path folder) {
    return new ContractFiles(folder);
  }

  /** The place of a JSON pointer, which may begin with {@code #}. */
  public Place place(String pointer) {
    if (folder == null || pointer.isEmpty()) {
      return Place.of(pointer);
    }
    String[] steps = pointer.replaceFirst("^#", "").split("/");
    Path file = folder.resolve("openapi.yaml");
    int from = 1;
    if (steps.length > 3 && steps[1].equals("components")) {
      Path own = folder.resolve("components").resolve(steps[2]).resolve(steps[3] + ".yaml");
      if (Files.exists(own)) {
        file = own;
        from = 4;
      }
    }
    return place(file, steps, from, pointer);
  }

  private Place place(Path file, String[] steps, int from, String pointer) {
    JsonNode at = document(file);
    StringBuilder within = new StringBuilder();
    for (int i = from; i < steps.length; i++) {
      within.append('/').append(steps[i]);
      String name = steps[i].replace("~1", "/").replace("~0", "~");
      at = at.isArray() && name.matches("\\d+") ? at.path(Integer.parseInt(name)) : at.path(name);
      String ref = at.path("$ref").asText();
      if (!ref.isEmpty() && !ref.startsWith("#") && i + 1 < steps.length) {
        return place(file.resolveSibling(ref).normalize(), steps, i + 1, pointer);
      }
    }
    int line = lines.computeIfAbsent(file, Lines::of).of(within.toString());
    return new Place(file.toString(), line, pointer);
  }

  private JsonNode document(Path file) {
    return documents.computeIfAbsent(
        file,
        each -> {
          try {
            return YAML.readTree(each.toFile());
          } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the contract " + each, e);
          }
        });
  }
}
