package dev.forecourt.mock.autengo;

import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.json.JsonTree;
import dev.forecourt.mock.kit.AbstractStubTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;

/** An Autengo stub at its seed, called with a key and without a token. */
abstract class AbstractAutengoTest extends AbstractStubTest {

  static final String KEY = new AutengoVendor().testCredentials().get("api_key");

  @BeforeAll
  static void start() {
    start(MockServer.builder("autengo"), NOW, () -> Map.of("X-Api-Key", KEY));
  }

  /** A list of vehicles: name, value, name, value of the query. */
  static Answer vehicles(String... query) {
    return get("/v3/vehicle?" + encoded(query));
  }

  /** The vendor's own sample {@code specs/autengo/evidence/<name>.json}. */
  static String evidence(String name) {
    try {
      Path specs = Path.of(System.getProperty("forecourt.specs"));
      return Files.readString(specs.resolve("autengo/evidence/" + name + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The body of a failure. */
  static String error(String statusText) {
    return "{\"status\":\"error\",\"statusText\":\"" + statusText + "\"}";
  }

  static Map<String, Object> read(String json) {
    return JsonTree.object(tree(json));
  }
}
