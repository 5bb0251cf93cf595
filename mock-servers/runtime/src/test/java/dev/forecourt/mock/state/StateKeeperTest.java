package dev.forecourt.mock.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.forecourt.mock.disk.StateFile;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.store.RowType;
import dev.forecourt.mock.store.StateProblem;
import dev.forecourt.mock.store.Table;
import dev.forecourt.mock.store.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateKeeperTest {

  @TempDir private Path directory;

  private final Seed seed = new Seed();
  private final Memory memory = new Memory();
  private final StateKeeper keeper = new StateKeeper(memory, seed);

  @Test
  void beginsWithTheSeed() {
    assertThat(export()).isEqualTo("{\"things\":[{\"id\":\"seeded\"}],\"others\":[]}");
    assertThat(memory.replaced).isEqualTo(1);
  }

  @Test
  void takesAPartAndGivesTheRestItsSeed() {
    memory.others.put(new Thing("gone"));

    keeper.replace(json("{\"things\":[{\"id\":\"a\"}]}"));

    assertThat(export()).isEqualTo("{\"things\":[{\"id\":\"a\"}],\"others\":[]}");
    assertThat(memory.replaced).isEqualTo(2);
  }

  @Test
  void takesNothingOfWhatDoesNotFit() {
    String before = export();

    assertThatExceptionOfType(StateProblem.class)
        .isThrownBy(() -> keeper.replace(json("{\"things\":[],\"others\":[{}]}")));

    assertThat(export()).isEqualTo(before);
    assertThat(memory.replaced).isEqualTo(1);
  }

  @Test
  void goesBackToTheSeedThatWasGivenLast() {
    seed.document(json("{\"others\":[{\"id\":\"b\"}]}"));
    keeper.reset();
    assertThat(export())
        .isEqualTo("{\"things\":[{\"id\":\"seeded\"}],\"others\":[{\"id\":\"b\"}]}");

    keeper.replace(json("{\"things\":[]}"));
    assertThat(export()).isEqualTo("{\"things\":[],\"others\":[{\"id\":\"b\"}]}");
  }

  @Test
  void findsInItsFileWhatWasAnswered() {
    keeper.keepIn(StateFile.open(directory, "acme"));
    keeper.kept("POST", () -> put("a"));
    keeper.kept("GET", () -> put("by reading"));
    String before = export();
    keeper.close();

    assertThat(restarted()).isEqualTo(before).contains("\"a\"", "\"by reading\"");
  }

  @Test
  void findsInItsFileWhatWasDoneBeforeARefusal() {
    keeper.keepIn(StateFile.open(directory, "acme"));
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(
            () ->
                keeper.kept(
                    "POST",
                    () -> {
                      put("used up");
                      throw new Refusal(403, "no");
                    }));
    keeper.close();

    assertThat(restarted()).contains("used up");
  }

  @Test
  void findsInItsFileAResetAndAnImport() {
    keeper.keepIn(StateFile.open(directory, "acme"));
    keeper.kept("POST", () -> put("a"));
    keeper.reset();
    keeper.close();
    assertThat(restarted()).isEqualTo("{\"things\":[{\"id\":\"seeded\"}],\"others\":[]}");

    keeper.keepIn(StateFile.open(directory, "acme"));
    keeper.replace(json("{\"things\":[]}"));
    keeper.close();
    assertThat(restarted()).isEqualTo("{\"things\":[],\"others\":[]}");
  }

  @Test
  void prefersTheFileToTheSeedUntilAReset() {
    keeper.keepIn(StateFile.open(directory, "acme"));
    keeper.close();
    seed.document(json("{\"things\":[{\"id\":\"new seed\"}]}"));

    StateKeeper next = new StateKeeper(new Memory(), seed);
    next.keepIn(StateFile.open(directory, "acme"));
    assertThat(text(next)).contains("seeded").doesNotContain("new seed");
    next.reset();
    assertThat(text(next)).contains("new seed").doesNotContain("seeded");
    next.close();
  }

  @Test
  void takesBackAChangeThatCannotBeWritten() throws IOException {
    StateFile file = StateFile.open(directory, "acme");
    keeper.keepIn(file);
    keeper.kept("POST", () -> put("a"));
    String before = export();
    int replaced = memory.replaced;
    file.close(); // the next write fails

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> keeper.kept("POST", () -> put("b")))
        .withMessage(
            "State file %s cannot be written: it is closed. Nothing has changed. Make room and send the request again.",
            file.path())
        .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(500));

    assertThat(export()).isEqualTo(before);
    assertThat(memory.replaced).isEqualTo(replaced + 1);
    assertThat(restarted()).isEqualTo(before);
  }

  @Test
  void takesNoMoreRequestsWhenTheFileCannotBeReadEither() throws IOException {
    StateFile file = StateFile.open(directory, "acme");
    keeper.keepIn(file);
    file.close();
    // as long as before, so that it looks like the file that was written
    Files.write(file.path(), new byte[(int) Files.size(file.path())]);

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> keeper.kept("POST", () -> put("b")))
        .withMessageContaining("No request is taken any more.");

    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> keeper.kept("GET", () -> null));
    assertThatExceptionOfType(Refusal.class).isThrownBy(keeper::reset);
    put("outside of a request");
    assertThatExceptionOfType(Refusal.class).isThrownBy(memory.tables::commit);
  }

  @Test
  void writesADeletedFileAnew() throws IOException {
    StateFile file = StateFile.open(directory, "acme");
    keeper.keepIn(file);
    keeper.kept("POST", () -> put("a"));
    Files.delete(file.path());

    keeper.kept("POST", () -> put("b"));

    String all = export();
    keeper.close();
    assertThat(restarted()).isEqualTo(all).contains("\"a\"", "\"b\"");
  }

  @Test
  void writesADeletedFileAnewAtItsEnd() throws IOException {
    StateFile file = StateFile.open(directory, "acme");
    keeper.keepIn(file);
    keeper.kept("POST", () -> put("a"));
    String all = export();
    Files.delete(file.path());

    keeper.close();

    assertThat(restarted()).isEqualTo(all);
  }

  @Test
  void keepsBothWhenSomebodyElseReplacesTheFile() throws IOException {
    StateFile file = StateFile.open(directory, "acme");
    keeper.keepIn(file);
    Files.delete(file.path());
    Files.writeString(file.path(), "of somebody else");

    keeper.kept("POST", () -> put("a"));

    String all = export();
    keeper.close();
    assertThat(restarted()).isEqualTo(all).contains("\"a\"");
    assertThat(Files.readString(directory.resolve("acme.jsonl.replaced")))
        .isEqualTo("of somebody else");
  }

  @Test
  void makesALargeFileSmall() throws IOException {
    StateFile file = StateFile.open(directory, "acme");
    keeper.keepIn(file);
    String large = "x".repeat(1024 * 1024);
    for (int i = 0; i < 12; i++) {
      keeper.kept("POST", () -> put(large));
      keeper.kept("POST", () -> memory.things.remove(large));
    }

    assertThat(Files.size(file.path())).isLessThan(8L * 1024 * 1024);
    keeper.close();
    assertThat(restarted()).isEqualTo("{\"things\":[{\"id\":\"seeded\"}],\"others\":[]}");
  }

  @Test
  void movesToAnotherStubWithItsFile() throws IOException {
    keeper.keepIn(StateFile.open(directory, "acme"));
    keeper.kept("POST", () -> put("a"));
    String before = export();
    Memory other = new Memory();
    StateKeeper next = new StateKeeper(other, seed);

    assertThat(keeper.moveTo(next)).isNull();

    assertThat(text(next)).isEqualTo(before);
    next.kept("POST", () -> other.things.remove("a"));
    keeper.kept("POST", () -> put("nobody keeps this"));
    keeper.close();
    next.close();
    assertThat(restarted()).isEqualTo("{\"things\":[{\"id\":\"seeded\"}],\"others\":[]}");
    assertThat(directory.resolve("acme.jsonl.unfit")).doesNotExist();
  }

  @Test
  void putsItsFileAsideWhenTheRowsDoNotFitAnotherStub() throws IOException {
    keeper.keepIn(StateFile.open(directory, "acme"));
    keeper.kept("POST", () -> put("a"));
    StateKeeper next = new StateKeeper(new Other(), seed);

    assertThat(keeper.moveTo(next))
        .isEqualTo("table 'things' is not known; nearest is 'others'. Known: others");

    assertThat(text(next)).isEqualTo("{\"others\":[]}");
    assertThat(Files.readString(directory.resolve("acme.jsonl.unfit"))).contains("\"a\"");
    assertThat(Files.readString(directory.resolve("acme.jsonl"))).doesNotContain("\"a\"");
    next.close();
  }

  private Thing put(String id) {
    Thing thing = new Thing(id);
    memory.things.put(thing);
    return thing;
  }

  /** What another stub finds in the file. */
  private String restarted() {
    StateKeeper next = new StateKeeper(new Memory(), new Seed());
    next.keepIn(StateFile.open(directory, "acme"));
    try {
      return text(next);
    } finally {
      next.close();
    }
  }

  private String export() {
    return text(keeper);
  }

  private static String text(StateKeeper of) {
    return new String(of.export(), StandardCharsets.UTF_8);
  }

  private static byte[] json(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private record Thing(String id) {}

  /** As a later version that has lost a table. */
  private static final class Other implements VendorState {
    private final Tables tables = new Tables();

    Other() {
      tables.add("others", RowType.of(Thing.class), Thing::id);
    }

    @Override
    public Tables tables() {
      return tables;
    }

    @Override
    public void fill() {}
  }

  private static final class Memory implements VendorState {
    private final Tables tables = new Tables();
    private final Table<String, Thing> things =
        tables.add("things", RowType.of(Thing.class), Thing::id);
    private final Table<String, Thing> others =
        tables.add("others", RowType.of(Thing.class), Thing::id);
    private int replaced;

    @Override
    public Tables tables() {
      return tables;
    }

    @Override
    public void fill() {
      things.put(new Thing("seeded"));
    }

    @Override
    public void replaced() {
      replaced++;
    }
  }
}
