package dev.forecourt.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.contract.importer.Importer;
import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.vendor.Vendor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vendor's file becomes a stub in this process. */
class StubBuildTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path folder;
  private Path contract;

  @BeforeEach
  void importTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("pets.json"), ImportCommandTest.PETS);
    contract =
        Files.writeString(
            folder.resolve("openapi.yaml"),
            Importer.of(file).id("pets").port(4123).run().openapi());
  }

  @Test
  void makesAVendorOfTheContract() throws IOException {
    Vendor vendor = vendor();

    assertThat(vendor.id()).isEqualTo("pets");
    assertThat(vendor.port()).isEqualTo(4123);
    assertThat(vendor.samplePath()).startsWith("/pets");
  }

  @Test
  void remembersWhatWasCreated() throws Exception {
    Vendor vendor = vendor();

    try (MockServer stub = MockServer.builder(vendor).start()) {
      HttpResponse<String> created =
          send(
              HttpRequest.newBuilder(stub.baseUri().resolve("/pets"))
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString("{\"name\": \"Fido\"}"))
                  .build());
      HttpResponse<String> wrong =
          send(
              HttpRequest.newBuilder(stub.baseUri().resolve("/pets"))
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString("{\"name\": 7}"))
                  .build());

      assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
      assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(400);
      assertThat(send(get(stub.baseUri().resolve("/pets"))).body()).contains("\"Fido\"");
    }
  }

  @Test
  void namesWhatNoStubCanBeMadeOf() throws IOException {
    Files.writeString(contract, "openapi: 3.0.3\npaths: []\n");

    assertThatThrownBy(() -> vendor())
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("No stub can be made of it. ");
  }

  @Test
  void notesWhatAStubDoesOtherwise() throws IOException {
    String text =
        ImportCommandTest.PETS.replace(
            "\"type\": \"string\", \"readOnly\": true",
            "\"type\": \"string\", \"format\": \"iban\"");
    Path file = Files.writeString(folder.resolve("pets.json"), text);

    List<String> notes = StubBuild.notes(Importer.of(file).id("pets").port(4123).run());

    assertThat(notes).containsExactly("Pet id: format 'iban' is taken as any text");
  }

  private Vendor vendor() throws IOException {
    StubBuild build = new StubBuild("pets", contract);
    build.generate(folder.resolve("work"));
    return build.vendor(folder.resolve("work"));
  }

  private static HttpRequest get(URI uri) {
    return HttpRequest.newBuilder(uri).build();
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HTTP.send(request, BodyHandlers.ofString());
  }
}
