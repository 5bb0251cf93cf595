package dev.forecourt.contract.tools;

import io.swagger.v3.core.util.Json;
import io.swagger.v3.core.util.Yaml;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes each contract as one file in JSON and in YAML, and its reference page. */
public final class Publish {
  private Publish() {}

  /** Takes the folder {@code specs/} and the folder to write to. */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("Expected two folders: specs/ and the one to write to.");
    }
    Path specs = Path.of(args[0]);
    Path target = Path.of(args[1]);
    Path reference = Files.createDirectories(target.resolve("reference"));
    for (String vendor : Contracts.vendors(specs)) {
      OpenAPI contract = Contracts.read(specs, vendor);
      String json = Json.pretty(contract);
      Files.writeString(target.resolve(vendor + ".json"), json + "\n");
      Files.writeString(target.resolve(vendor + ".yaml"), Yaml.pretty(contract));
      Files.writeString(
          reference.resolve(vendor + ".html"),
          ReferencePage.html(contract.getInfo().getTitle(), json));
    }
  }
}
