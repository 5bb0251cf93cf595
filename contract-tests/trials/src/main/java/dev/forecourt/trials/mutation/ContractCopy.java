package dev.forecourt.trials.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.rules.Contract;
import dev.forecourt.contract.tools.Bundle;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * A contract that can be changed and changed back, as one document and as the files of which it is
 * made. Not for several threads.
 */
final class ContractCopy {
  private static final List<String> WORDS =
      List.of("description", "summary", "example", "examples", "x-source");

  private final ObjectNode bundle;
  private final Contract files;

  private ContractCopy(ObjectNode bundle, Contract files) {
    this.bundle = bundle;
    this.files = files;
  }

  /** The contract in a vendor's folder. */
  static ContractCopy of(Path folder) {
    ObjectNode bundle = Bundle.of(folder);
    dropWords(bundle, false);
    return new ContractCopy(bundle, Contract.of(folder));
  }

  /** Descriptions and examples are most of a contract, and nobody reads them in the document. */
  private static void dropWords(JsonNode node, boolean names) {
    if (node instanceof ObjectNode object && !names) {
      object.remove(WORDS);
    }
    node.properties()
        .forEach(each -> dropWords(each.getValue(), each.getKey().equals("properties")));
    if (node.isArray()) {
      node.forEach(each -> dropWords(each, false));
    }
  }

  /** A copy for another thread. */
  ContractCopy copy() {
    return new ContractCopy(bundle.deepCopy(), files);
  }

  /** The contract as one document, without descriptions and examples. */
  ObjectNode bundle() {
    return bundle;
  }

  /** The contract as files, unchanged. */
  Contract files() {
    return files;
  }

  /** Makes a change, calls somebody who looks at the contract, takes the change back. */
  <T> T with(Mutant mutant, Function<ContractCopy, T> viewer) {
    ObjectNode holder = (ObjectNode) bundle.at(mutant.holder());
    ObjectNode before = holder.deepCopy();
    try {
      mutant.edit().accept(holder);
      return viewer.apply(this);
    } finally {
      holder.removeAll();
      holder.setAll(before);
    }
  }

  /** The files with this change in one of them. */
  Contract files(Mutant mutant) {
    Path file = files.root();
    JsonNode content = files.read(file);
    StringBuilder place = new StringBuilder();
    String[] keys = mutant.holder().split("/", -1);
    int first = 1;
    if (mutant.holder().startsWith("/components/") && keys.length > 3) {
      file = file.resolveSibling(keys[1] + "/" + keys[2] + "/" + keys[3] + ".yaml");
      content = files.read(file);
      first = 4;
    }
    JsonNode node = content;
    for (int i = first; i < keys.length; i++) {
      node = node.path(keys[i].replace("~1", "/").replace("~0", "~"));
      place.append('/').append(keys[i]);
      String ref = node.path("$ref").asText();
      if (!ref.isEmpty()) {
        file = file.resolveSibling(ref).normalize();
        content = files.read(file);
        node = content;
        place.setLength(0);
      }
    }
    JsonNode changed = content.deepCopy();
    mutant.edit().accept((ObjectNode) changed.at(place.toString()));
    return files.with(file, changed);
  }
}
