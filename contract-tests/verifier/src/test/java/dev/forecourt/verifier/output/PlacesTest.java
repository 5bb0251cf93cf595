package dev.forecourt.verifier.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines of files that findings are about. */
class PlacesTest {
  @TempDir Path folder;

  @BeforeEach
  void contract() throws IOException {
    write("openapi.yaml", "openapi: 3.0.3\npaths:\n  /bikes/{id}:\n    $ref: paths/bike.yaml\n");
    write("paths/bike.yaml", "get:\n  operationId: getBike\n  responses:\n    '200': {}\n");
    write("components/schemas/Bike.yaml", "type: object\nproperties:\n  id:\n    type: string\n");
  }

  @Test
  void findsLinesByJsonPath() throws IOException {
    Path file = write("pact.json", "{\n\"a\": [\n1,\n{\"b.c\":\n2}]}");
    Lines lines = Lines.of(file);

    assertThat(lines.of("$")).isEqualTo(1);
    assertThat(lines.of("$.a[0]")).isEqualTo(3);
    assertThat(lines.of("$.a[1]['b.c']")).isEqualTo(4);
    assertThat(Place.in(file, lines, "$.a[0]")).hasToString(file + ":3 $.a[0]");
  }

  @Test
  void findsTheNearestLineOfWhatIsMissing() throws IOException {
    Lines lines = Lines.of(write("pact.json", "{\n\"a\": {\n\"b\": 1}}"));

    assertThat(lines.of("$.a.b.c[7]")).isEqualTo(3);
    assertThat(lines.of("$.a.x")).isEqualTo(2);
  }

  @Test
  void knowsNoLineOfWhatIsNoJson() throws IOException {
    assertThat(Lines.of(write("none.json", "no JSON")).of("$.a")).isZero();
    assertThat(Lines.of(folder.resolve("nowhere.json")).of("$.a")).isZero();
  }

  @Test
  void followsAPathToTheFileItStandsIn() {
    Place place =
        ContractFiles.of(folder).place("#/paths/~1bikes~1{id}/get/responses/200/description");

    assertThat(place.file()).isEqualTo(folder.resolve("paths/bike.yaml").toString());
    assertThat(place.line()).isEqualTo(4);
    assertThat(place.path()).isEqualTo("#/paths/~1bikes~1{id}/get/responses/200/description");
  }

  @Test
  void findsAComponentInItsFile() {
    Place place = ContractFiles.of(folder).place("#/components/schemas/Bike/properties/id/type");

    assertThat(place.file()).endsWith("Bike.yaml");
    assertThat(place.line()).isEqualTo(4);
  }

  @Test
  void namesNoFileOfAPackagedContract() {
    assertThat(ContractFiles.of(null).place("#/paths")).isEqualTo(Place.of("#/paths"));
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
