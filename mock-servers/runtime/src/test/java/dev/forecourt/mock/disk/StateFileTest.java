package dev.forecourt.mock.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.forecourt.mock.store.RowType;
import dev.forecourt.mock.store.Table;
import dev.forecourt.mock.store.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateFileTest {

  @TempDir private Path directory;

  // held, so that it stays as it was set: a notice for each byte would fill pages
  private static final Logger LOG = Logger.getLogger(StateLoader.class.getName());

  private final Tables tables = new Tables();
  private final Table<String, Thing> things =
      tables.add("things", RowType.of(Thing.class), Thing::id);

  @BeforeEach
  void writeSomething() throws IOException {
    try (StateFile file = StateFile.open(directory, "acme")) {
      things.put(new Thing("seeded", "ü"));
      file.contract("1.4").rewrite(tables);
      tables.track(() -> {});
      append(file, new Thing("a", "1"));
      things.remove("seeded");
      append(file, new Thing("b", "2"));
    }
  }

  @BeforeAll
  static void beQuiet() {
    LOG.setLevel(Level.OFF);
  }

  @AfterAll
  static void beLoud() {
    LOG.setLevel(null);
  }

  private void append(StateFile file, Thing thing) throws IOException {
    things.put(thing);
    file.append(tables.changes());
    tables.forgetChanges();
  }

  @Test
  void isLinesOfJsonWithAChecksumEach() throws IOException {
    assertThat(
            Files.readString(path())
                .replaceFirst("\"crc\":\"[0-9a-f]{8}\"", "\"crc\":CRC")
                .replaceFirst("\"id\":\"[0-9a-f-]{36}\"", "\"id\":ID"))
        .isEqualTo(
            """
            {"crc":CRC,"n":1,"forecourt":2,"vendor":"acme","contract":"1.4","id":ID}
            {"crc":"da728871","n":2,"removed":{},"rows":{"things":[{"id":"seeded","text":"ü"}]}}
            {"crc":"697d90ac","n":3,"snapshot":true}
            {"crc":"706fc740","n":4,"removed":{},"rows":{"things":[{"id":"a","text":"1"}]}}
            {"crc":"862e7469","n":5,"removed":{"things":["seeded"]},"rows":{"things":[{"id":"b","text":"2"}]}}
            """);
  }

  @Test
  void givesBackWhatWasWritten() throws IOException {
    assertThat(load()).containsExactly(new Thing("a", "1"), new Thing("b", "2"));
  }

  @Test
  void isSmallAgainAfterASnapshot() throws IOException {
    try (StateFile file = StateFile.open(directory, "acme")) {
      file.rewrite(tables);
    }

    assertThat(Files.readAllLines(path())).hasSize(3);
    assertThat(load()).containsExactly(new Thing("a", "1"), new Thing("b", "2"));
    assertThat(Files.list(directory))
        .extracting(each -> each.getFileName().toString())
        .containsExactlyInAnyOrder("acme.jsonl", "acme.lock");
  }

  /** A process that is killed while it writes leaves the beginning of a line. */
  @Test
  void dropsALastLineCutAtAnyByte() throws IOException {
    forgetLength();
    byte[] all = Files.readAllBytes(path());
    int last = new String(all, 0, all.length - 1, StandardCharsets.ISO_8859_1).lastIndexOf('\n');

    for (int end = last + 1; end < all.length - 1; end++) {
      Files.write(path(), Arrays.copyOf(all, end));
      assertThat(load())
          .as("cut at %d of %d", end, all.length)
          .containsExactly(new Thing("seeded", "ü"), new Thing("a", "1"));
    }
    // only the line feed is missing: the change is all there
    Files.write(path(), Arrays.copyOf(all, all.length - 1));
    assertThat(load()).containsExactly(new Thing("a", "1"), new Thing("b", "2"));
  }

  @Test
  void refusesAFileThatEndsInItsSnapshot() throws IOException {
    forgetLength();
    byte[] all = Files.readAllBytes(path());
    int snapshot =
        new String(all, StandardCharsets.ISO_8859_1).indexOf("\"snapshot\":true}\n") + 17;

    for (int end = 0; end < snapshot - 1; end++) {
      Files.write(path(), Arrays.copyOf(all, end));
      assertThatExceptionOfType(StateFileProblem.class).as("cut at %d", end).isThrownBy(this::load);
    }
    Files.write(path(), Arrays.copyOf(all, snapshot));
    assertThatNoException().isThrownBy(this::load);
  }

  @Test
  void refusesEveryChangedByte() throws IOException {
    byte[] all = Files.readAllBytes(path());

    for (int i = 0; i < all.length; i++) {
      byte[] changed = all.clone();
      changed[i] ^= 1;
      Files.write(path(), changed);
      if (i < all.length - 1) {
        assertThatExceptionOfType(StateFileProblem.class)
            .as("byte %d", i)
            .isThrownBy(this::load)
            .withMessageStartingWith("State file " + path() + " is damaged: ");
      }
    }
  }

  /** As when the process is killed before it has noted the last line, and thus answered it. */
  private void forgetLength() throws IOException {
    Files.writeString(directory.resolve("acme.lock"), "");
  }

  @Test
  void refusesLinesThatAreMissingDoubledOrSwapped() throws IOException {
    List<String> lines = Files.readAllLines(path());
    forgetLength();

    refuses(4, 5, lines.get(0), lines.get(1), lines.get(2), lines.get(4));
    refuses(3, 4, lines.get(0), lines.get(1), lines.get(3), lines.get(4));
    refuses(5, 4, lines.get(0), lines.get(1), lines.get(2), lines.get(3), lines.get(3));
    refuses(4, 5, lines.get(0), lines.get(1), lines.get(2), lines.get(4), lines.get(3));
  }

  private void refuses(int line, int writtenAs, String... lines) throws IOException {
    Files.write(path(), List.of(lines));

    assertThatExceptionOfType(StateFileProblem.class)
        .isThrownBy(this::load)
        .withMessage(
            "State file %s is damaged: line %d was written as line %d: lines were removed, doubled or put elsewhere. Put a copy back, or delete it to begin with the seed.",
            path(), line, writtenAs);
  }

  @Test
  void refusesAFileWithoutItsLastLines() throws IOException {
    List<String> lines = Files.readAllLines(path());
    Files.write(path(), lines.subList(0, 4));

    assertThatExceptionOfType(StateFileProblem.class)
        .isThrownBy(this::load)
        .withMessage(
            "State file %s is damaged: its last %d bytes are missing, changes that had been answered. Put a copy back; or delete %s to go on without them.",
            path(), lines.get(4).length() + 1, directory.resolve("acme.lock"));
    Files.delete(directory.resolve("acme.lock"));
    assertThat(load()).containsExactly(new Thing("seeded", "ü"), new Thing("a", "1"));
  }

  @Test
  void takesAnOlderCopyOfTheFile() throws IOException {
    byte[] copy = Files.readAllBytes(path());
    try (StateFile file = StateFile.open(directory, "acme")) {
      file.rewrite(tables);
    }

    Files.write(path(), copy);

    assertThat(load()).containsExactly(new Thing("a", "1"), new Thing("b", "2"));
  }

  /** The rows of both versions may be alike: then nothing is wrong. */
  @Test
  void saysThatRowsAreOfAnotherVersionOfTheContract() throws IOException {
    Tables newer = new Tables();
    newer.add("parts", RowType.of(Thing.class), Thing::id);

    try (StateFile file = StateFile.open(directory, "acme").contract("1.5")) {
      assertThatExceptionOfType(StateFileProblem.class)
          .isThrownBy(() -> file.load(newer))
          .withMessage(
              "State file %s was written by version 1.4 of the contract of acme and does not fit version 1.5: line 2: table 'things' is not known; nearest is 'parts'. Known: parts. Start mocks of version 1.4 and export it with GET /__mock/state, correct that and give it as --seed; or delete the file to begin with the seed.",
              path());
      file.load(tables);
    }
  }

  @Test
  void readsTheFormatBeforeAndRefusesTheOneToCome() throws IOException {
    Files.writeString(
        path(),
        """
        {"crc":"9815fc9e","forecourt":1,"vendor":"acme"}
        {"crc":"72f62a42","removed":{},"rows":{"things":[{"id":"seeded","text":"ü"}]}}
        {"crc":"81ff46cf","snapshot":true}
        """);
    assertThat(load()).containsExactly(new Thing("seeded", "ü"));

    Files.write(path(), StateLine.of(1, new StateHeader(3, "acme", null, null).json()));
    assertThatExceptionOfType(StateFileProblem.class)
        .isThrownBy(this::load)
        .withMessage(
            "State file %s was written by newer mocks, in format 3; these read up to 2. Start the newer ones, or delete it to begin with the seed.",
            path());
  }

  @Test
  void isNotWrittenAnewWhenItIsASnapshotAlready() throws IOException {
    try (StateFile file = StateFile.open(directory, "acme").contract("1.4")) {
      load(file).goOn(tables);
      String snapshot = Files.readString(path());
      load(file).goOn(tables);
      assertThat(Files.readString(path())).isEqualTo(snapshot);

      append(file, new Thing("c", "3"));
      load(file).goOn(tables);
      assertThat(Files.readAllLines(path())).hasSize(3);
    }
    assertThat(load()).extracting(Thing::id).containsExactly("a", "b", "c");
  }

  private StateFile load(StateFile file) throws IOException {
    tables.clear();
    file.load(tables);
    tables.track(() -> {});
    return file;
  }

  @Test
  void saysWhichLineIsDamagedAndWhatToDo() throws IOException {
    Files.writeString(path(), Files.readString(path()).replace("\"text\":\"1\"", "\"text\":\"9\""));

    assertThatExceptionOfType(StateFileProblem.class)
        .isThrownBy(this::load)
        .withMessage(
            "State file %s is damaged: line 4 does not have its checksum. Put a copy back, or delete it to begin with the seed.",
            path());
  }

  @Test
  void refusesTheFileOfAnotherVendor() throws IOException {
    Files.move(path(), directory.resolve("other.jsonl"));

    try (StateFile file = StateFile.open(directory, "other")) {
      assertThatExceptionOfType(StateFileProblem.class)
          .isThrownBy(() -> file.load(tables))
          .withMessageContaining("its first line is not that of a state of other");
    }
  }

  @Test
  void refusesRowsThatDoNotFit() {
    Tables others = new Tables();
    others.add("things", RowType.of(Other.class), Other::id);

    assertThatExceptionOfType(StateFileProblem.class)
        .isThrownBy(
            () -> {
              try (StateFile file = StateFile.open(directory, "acme")) {
                file.load(others);
              }
            })
        .withMessageContaining(
            "line 2: table 'things', row 1: field 'text' is not known; nearest is 'id'");
  }

  @Test
  void belongsToOneMockAtATime() throws IOException {
    try (StateFile file = StateFile.open(directory, "acme");
        StateFile other = StateFile.open(directory, "other")) {
      assertThat(other.path()).isNotEqualTo(file.path());
      assertThatExceptionOfType(StateFileProblem.class)
          .isThrownBy(() -> StateFile.open(directory, "acme"))
          .withMessage(
              "State file %s is in use by another mock. End that one, or choose another directory.",
              path());
    }
    StateFile.open(directory, "acme").close();
  }

  @Test
  void isReadableByItsOwnerOnly() throws IOException {
    if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
      assertThat(Files.getPosixFilePermissions(path())).hasSize(2);
    }
  }

  @Test
  void isLargeWhenItIsManyTimesItsSnapshot() throws IOException {
    try (StateFile file = StateFile.open(directory, "acme")) {
      file.rewrite(tables);
      Thing large = new Thing("large", "x".repeat(1024 * 1024));
      for (int i = 0; i < 8; i++) {
        assertThat(file.isLarge()).isFalse();
        append(file, large);
      }
      assertThat(file.isLarge()).isTrue();

      file.rewrite(tables);

      assertThat(file.isLarge()).isFalse();
      assertThat(Files.size(path())).isLessThan(1100 * 1024);
    }
  }

  private Path path() {
    return directory.resolve("acme.jsonl");
  }

  private List<Thing> load() throws IOException {
    Tables read = new Tables();
    Table<String, Thing> rows = read.add("things", RowType.of(Thing.class), Thing::id);
    try (StateFile file = StateFile.open(directory, "acme")) {
      file.load(read);
    }
    return List.copyOf(rows.rows());
  }

  private record Thing(String id, String text) {}

  private record Other(String id) {}
}
