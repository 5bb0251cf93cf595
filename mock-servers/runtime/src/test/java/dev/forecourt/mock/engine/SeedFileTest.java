package dev.forecourt.mock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.journal.RecordedRequest;
import dev.forecourt.mock.state.Seed;
import dev.forecourt.mock.state.StateKeeper;
import dev.forecourt.mock.state.VendorState;
import dev.forecourt.mock.store.RowType;
import dev.forecourt.mock.store.Tables;
import dev.forecourt.mock.vendor.VendorStub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SeedFileTest {

  @TempDir private Path directory;

  private final List<String> notices = new ArrayList<>();
  private Path path;
  private SeedFile file;
  private Stub stub;

  @BeforeEach
  void start() throws IOException {
    path = directory.resolve("seed.json");
    write("{\"things\":[{\"id\":\"one\"}]}");
    file = new SeedFile("acme", path);
    stub = new Stub(file.seed());
  }

  @Test
  void givesTheStubItsRows() {
    assertThat(stub.text()).isEqualTo("{\"things\":[{\"id\":\"one\"}]}");
  }

  @Test
  void beginsAnewWithAChangedFile() throws IOException {
    write("{\"things\":[{\"id\":\"another\"}]}");

    file.take(stub, notices::add);

    assertThat(stub.text()).isEqualTo("{\"things\":[{\"id\":\"another\"}]}");
    assertThat(notices).containsExactly("acme: begins anew with the changed seed file " + path);
  }

  @Test
  void keepsTheOldSeedWhenTheNewOneDoesNotFit() throws IOException {
    write("{\"things\":[{\"name\":\"another\"}]}");

    file.take(stub, notices::add);
    stub.reset();

    assertThat(stub.text()).contains("one");
    assertThat(notices)
        .containsExactly(
            "acme: changed seed file %s was not taken, the old one stays: table 'things', row 1: field 'name' is not known; nearest is 'id'. Correct it and save it again."
                .formatted(path));
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> new SeedFile("acme", directory.resolve("none.json")))
        .withMessageStartingWith(
            "Seed file %s of acme cannot be read.", directory.resolve("none.json"));
  }

  private void write(String json) throws IOException {
    Files.writeString(path, json);
  }

  private record Thing(String id) {}

  private static final class Stub implements VendorStub {
    private final StateKeeper keeper;

    Stub(Seed seed) {
      keeper = new StateKeeper(new Memory(), seed);
    }

    String text() {
      return new String(keeper.export(), StandardCharsets.UTF_8);
    }

    @Override
    public MockResponse handle(MockRequest request) {
      return MockResponse.empty(204);
    }

    @Override
    public MockResponse refuse(int status, String message) {
      return MockResponse.empty(status);
    }

    @Override
    public List<RecordedRequest> requests() {
      return List.of();
    }

    @Override
    public void reset() {
      keeper.reset();
    }

    @Override
    public StateKeeper state() {
      return keeper;
    }
  }

  private static final class Memory implements VendorState {
    private final Tables tables = new Tables();

    Memory() {
      tables.add("things", RowType.of(Thing.class), Thing::id);
    }

    @Override
    public Tables tables() {
      return tables;
    }

    @Override
    public void fill() {}
  }
}
