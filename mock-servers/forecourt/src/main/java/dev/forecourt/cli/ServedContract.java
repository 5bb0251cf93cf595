package dev.forecourt.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.ImportResult;
import dev.forecourt.contract.importer.text.TreeReader;
import dev.forecourt.contract.importer.text.TreeWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The contract of a stub that is made in this process, as the stub answers it for {@code
 * /openapi.json}: the stub itself stands first among the servers.
 */
final class ServedContract {

  // where stubs look for the contracts that forecourt-specs publishes
  private static final String FOLDER = "dev/forecourt/specs";

  private ServedContract() {}

  /** Writes it below a folder of resources. */
  static void write(ImportResult contract, Path resources) throws IOException {
    byte[] openapi = contract.openapi().getBytes(StandardCharsets.UTF_8);
    ObjectNode root = (ObjectNode) TreeReader.read("openapi.yaml", openapi).tree();
    root.set("servers", servers(root.path("servers"), contract.port()));
    boolean is31 = root.path("openapi").asText().startsWith("3.1");
    for (String folder : is31 ? List.of("", "3.1") : List.of("")) {
      Path to = Files.createDirectories(resources.resolve(FOLDER).resolve(folder));
      Files.writeString(to.resolve(contract.id() + ".json"), root.toString());
      Files.writeString(to.resolve(contract.id() + ".yaml"), TreeWriter.yaml(root));
    }
  }

  private static ArrayNode servers(JsonNode vendors, int port) {
    ArrayNode servers = JsonNodeFactory.instance.arrayNode();
    String url = "http://127.0.0.1:" + port + pathOf(vendors.path(0).path("url").asText("/"));
    servers.addObject().put("url", url).put("description", "Stub on this machine.");
    vendors.forEach(servers::add);
    return servers;
  }

  private static String pathOf(String url) {
    try {
      String path = URI.create(url).getRawPath();
      return path == null ? "" : path.replaceFirst("/$", "");
    } catch (IllegalArgumentException e) {
      return ""; // a variable in it: the stub serves the root then
    }
  }
}
