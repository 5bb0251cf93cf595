package dev.forecourt.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The vendor's own samples are all listed, are valid by the contract, and show each operation at
 * least once.
 */
final class EvidenceFitsItsSchema implements Rule {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public List<Violation> check(Contract contract) {
    Path folder = contract.folder().resolve("evidence");
    JsonNode index = contract.read(folder.resolve("index.yaml"));
    SchemaCheck schemas = new SchemaCheck(contract);
    List<Violation> found = new ArrayList<>();
    Set<Path> listed = new HashSet<>();
    Set<String> shown = new HashSet<>();
    for (JsonNode payload : index.path("payloads")) {
      Path file = folder.resolve(payload.path("file").asText());
      listed.add(file);
      listed.add(folder.resolve(payload.path("sample").asText()));
      payload.path("operations").forEach(operation -> shown.add(operation.asText()));
      Path schema = contract.components("schemas").get(payload.path("schema").asText());
      for (String problem : problems(schemas, schema, file)) {
        found.add(
            new Violation(
                contract.label(file),
                payload.path("schema").asText(),
                problem,
                "mend the schema: the sample is the vendor's"));
      }
    }
    for (JsonNode request : index.path("requests")) {
      listed.add(folder.resolve(request.path("sample").asText()));
      shown.add(request.path("operation").asText());
    }
    unlisted(folder, listed)
        .forEach(
            file ->
                found.add(
                    new Violation(
                        contract.label(file),
                        "the file",
                        "stands in the index or in the folder only",
                        "one line in evidence/index.yaml for each file")));
    int printed = index.path("samples").asInt();
    int kept = samples(folder);
    if (printed != kept) {
      found.add(
          new Violation(
              contract.label(folder.resolve("index.yaml")),
              "samples",
              "says that the vendor prints " + printed + " samples, and " + kept + " are kept",
              "bring the lost one back, or count again in the vendor's text"));
    }
    for (Contract.Operation operation : contract.operations()) {
      if (!shown.contains(operation.id())) {
        found.add(
            new Violation(
                contract.label(folder.resolve("index.yaml")),
                operation.id(),
                "no sample of the vendor shows this operation",
                "its id in operations of a payload, or the vendor's call as it stands in the text:"
                    + " requests: - {sample: samples/%1$s.sh, operation: %1$s}"
                        .formatted(operation.id())));
      }
    }
    return found;
  }

  private static int samples(Path folder) {
    try (Stream<Path> all = Files.list(folder.resolve("samples"))) {
      return (int) all.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> problems(SchemaCheck schemas, Path schema, Path file) {
    if (schema == null) {
      return List.of("names a schema that components/schemas has no file of");
    }
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return schemas.problems(schema, "", JSON.readTree(Files.readString(file)));
    } catch (IOException e) {
      return List.of("is no JSON: " + e.getMessage());
    }
  }

  /** Samples that stand in the index or in the folder, but not in both. */
  private static Set<Path> unlisted(Path folder, Set<Path> listed) {
    Set<Path> difference = new HashSet<>(listed);
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("index.yaml") && !file.endsWith("inventory.psv"))
          .filter(file -> !difference.remove(file))
          .toList()
          .forEach(difference::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return difference;
  }
}
