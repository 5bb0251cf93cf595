package dev.forecourt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.contract.importer.Importer;
import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.console.Console;
import dev.forecourt.mock.console.ConsoleVendor;
import dev.forecourt.mock.control.ControlAccess;
import dev.forecourt.mock.engine.Sessions;
import dev.forecourt.mock.vendor.MockSettings;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.VendorStub;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A served file tells what it serves. */
class ServeCommandTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void answersTheContractWithItsOwnAddressFirst() throws Exception {
    Vendor vendor =
        stub(
            ImportCommandTest.PETS.replace(
                "https://api.pets.example", "https://api.pets.example/v2/"));

    try (MockServer stub = MockServer.builder(vendor).start()) {
      String base = stub.baseUri().toString().replaceFirst("/$", "");
      String contract = get(stub.baseUri().resolve("/openapi.json")).body();

      assertThat(contract)
          .startsWith("{\"openapi\":\"3.0.3\"")
          .contains(
              "\"servers\":[{\"url\":\"%s/v2\",\"description\":\"Stub on this machine.\"},{\"url\":\"https://api.pets.example/v2"
                  .formatted(base));
      assertThat(get(stub.baseUri().resolve("/openapi.yaml")).body())
          .contains("servers:\n- url: \"%s/v2\"\n".formatted(base));
      assertThat(get(stub.baseUri().resolve("/openapi.json?version=3.1")).body())
          .contains("The contract of 'pets' is not there in OpenAPI 3.1. Leave version=3.1 out.");
    }
  }

  @Test
  void answersOneOfVersion31AsThat() throws Exception {
    Vendor vendor = stub(ImportCommandTest.PETS.replace("3.0.3", "3.1.0"));

    try (MockServer stub = MockServer.builder(vendor).start()) {
      assertThat(get(stub.baseUri().resolve("/openapi.json?version=3.1")).body())
          .startsWith("{\"openapi\":\"3.1.0\"");
    }
  }

  @Test
  void showsTheContractInTheConsole() throws Exception {
    Vendor vendor = stub(ImportCommandTest.PETS);
    URI address = URI.create("http://localhost:5099");

    VendorStub stub = new Sessions(vendor, MockSettings.defaults(vendor));
    try (Console console =
        Console.start(
            List.of(new ConsoleVendor(vendor, stub, address, vendor.defaultKeys())),
            ControlAccess.ofThisMachine(),
            "127.0.0.1",
            0)) {
      URI file = URI.create("http://127.0.0.1:" + console.port() + "/contracts/pets.json");

      assertThat(get(file).body()).contains("\"servers\":[{\"url\":\"http://localhost:5099\"");
    } finally {
      stub.close();
    }
  }

  @Test
  void printsWhatTheStubDoesOtherwise() throws IOException {
    stub(
        ImportCommandTest.PETS.replace(
            "\"type\": \"string\", \"readOnly\": true",
            "\"type\": \"string\", \"format\": \"iban\""));

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("  stub      Pet id: format 'iban' is taken as any text%n".formatted());
  }

  private Vendor stub(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("pets.json"), text);
    Progress progress = new Progress(new PrintWriter(new StringWriter()), later -> {});
    return new ServeCommand()
        .stub(
            Importer.of(file).id("pets").port(4123).run(),
            progress,
            new PrintStream(out, true, StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> get(URI address) throws Exception {
    return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
