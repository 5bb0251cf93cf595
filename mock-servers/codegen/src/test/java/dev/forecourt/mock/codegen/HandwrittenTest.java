package dev.forecourt.mock.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written by hand beside what is generated. */
final class HandwrittenTest {

  private static final String CONTRACT =
      """
      openapi: 3.0.3
      info: {title: By hand, version: "1"}
      x-mock-port: 4999
      paths:
        /a/{id}: {get: {operationId: getA, parameters: [{name: id, in: path, required: true, schema: {type: integer}}], responses: {"200": {description: ok, content: {text/plain: {example: generated}}}}}}
        /b: {get: {operationId: getB, responses: {"200": {description: ok, content: {text/plain: {example: generated}}}}}}
      """;

  @TempDir private Path folder;

  @Test
  void takesAnOperationOver() throws IOException {
    write(
        "AcmeBehaviour",
        """
        package dev.forecourt.mock.acme;

        import dev.forecourt.mock.convention.ConventionState;
        import dev.forecourt.mock.http.MockResponse;
        import dev.forecourt.mock.vendor.MockSettings;
        import java.nio.charset.StandardCharsets;

        final class AcmeBehaviour extends AcmeConvention {
          AcmeBehaviour(ConventionState state, MockSettings settings) {
            super(state, settings);
          }

          @Override
          public MockResponse getA(GetARequest request) {
            return MockResponse.of(
                200, "text/plain", ("by hand " + request.id()).getBytes(StandardCharsets.UTF_8));
          }
        }
        """);

    try (Harness stub = Harness.of(CONTRACT, folder)) {
      assertThat(stub.send("GET /a/7").text()).isEqualTo("by hand 7");
      assertThat(stub.send("GET /b").text()).isEqualTo("generated");
    }
  }

  @Test
  void leavesAVendorAloneThatIsWrittenByHand() throws IOException {
    write("AcmeVendor", "package dev.forecourt.mock.acme;\nclass AcmeVendor {}\n");

    Harness.generate(Files.writeString(folder.resolve("openapi.yaml"), CONTRACT), folder);

    Path sources = folder.resolve("java/dev/forecourt/mock/acme");
    assertThat(sources.resolve("AcmeContract.java")).exists();
    assertThat(sources.resolve("AcmeVendor.java")).doesNotExist();
    assertThat(folder.resolve("classes")).doesNotExist();
  }

  private void write(String type, String text) throws IOException {
    Path file = folder.resolve("hand/dev/forecourt/mock/acme/" + type + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
