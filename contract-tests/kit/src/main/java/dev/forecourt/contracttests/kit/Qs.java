package dev.forecourt.contracttests.kit;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.StreamSupport;

/** npm's qs, in the version of {@code contract-tests/package.json}: query strings of objects. */
public final class Qs {
  private static final String SCRIPT =
      """
      const qs = require(process.argv[1]);
      const objects = JSON.parse(require('fs').readFileSync(0, 'utf8'));
      const queries = objects.map(object => qs.stringify(object, { arrayFormat: 'brackets' }));
      process.stdout.write(JSON.stringify(queries));
      """;

  /** Half of a surrogate pair has no UTF-8: everything goes over as ASCII. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private Qs() {}

  /** The query string of each object, brackets for arrays, all by one Node process. */
  public static List<String> stringify(List<? extends JsonNode> objects) {
    if (!Files.exists(Checkout.qs())) {
      throw new IllegalStateException(
          "npm's qs is not installed. Run scripts/test, which installs it, or: npm ci --prefix contract-tests");
    }
    try {
      Process node =
          new ProcessBuilder("node", "-e", SCRIPT, Checkout.qs().toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (OutputStream input = node.getOutputStream()) {
        JSON.writeValue(input, objects);
      }
      JsonNode queries = JSON.readTree(node.getInputStream());
      return StreamSupport.stream(queries.spliterator(), false).map(JsonNode::asText).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
