package dev.forecourt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.contract.importer.ImportResult;
import dev.forecourt.contract.importer.report.OperationRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoneOperationsTest {

  @TempDir Path checkout;

  @BeforeEach
  void writeAContractWithAnOverride() throws IOException {
    Path specs = Files.createDirectories(checkout.resolve("specs/acme"));
    Files.writeString(
        specs.resolve("openapi.yaml"),
        """
        paths:
          /cars:
            get:
              operationId: listCars
            post:
              operationId: createCar
        """);
    Path java = Files.createDirectories(checkout.resolve("mock-servers/acme/src/main/java"));
    Files.writeString(
        java.resolve("AcmeBehaviour.java"), "class AcmeBehaviour {\n  void createCar() {}\n}\n");
  }

  @Test
  void namesAnOperationThatIsGoneAndTheLineThatOverridesIt() throws IOException {
    List<String> lines = new GoneOperations(checkout, "acme").in(contract("listCars"));

    assertThat(lines)
        .containsExactly(
            "createCar is gone, or has another name",
            Path.of("mock-servers/acme/src/main/java/AcmeBehaviour.java")
                + ":2 names createCar: change it, or take it out");
  }

  @Test
  void saysNothingIfAllAreThere() throws IOException {
    assertThat(new GoneOperations(checkout, "acme").in(contract("listCars", "createCar", "more")))
        .isEmpty();
  }

  @Test
  void takesAWebhookForWhatItIs() throws IOException {
    String webhook = "webhooks:\n  sold:\n    post:\n      operationId: onSold\n";
    Path contract = checkout.resolve("specs/acme/openapi.yaml");
    Files.writeString(contract, Files.readString(contract) + webhook);

    assertThat(new GoneOperations(checkout, "acme").in(result(webhook, "listCars", "createCar")))
        .isEmpty();
    assertThat(new GoneOperations(checkout, "acme").in(contract("listCars", "createCar")))
        .containsExactly("onSold is gone, or has another name");
  }

  private static ImportResult contract(String... operations) {
    return result("", operations);
  }

  private static ImportResult result(String openapi, String... operations) {
    List<OperationRow> rows =
        Stream.of(operations)
            .map(id -> new OperationRow("GET", "/" + id, id, "Cars", null, null, null))
            .toList();
    return new ImportResult(
        "acme",
        "Acme",
        "2",
        4016,
        openapi,
        "",
        new TreeMap<>(),
        rows,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
