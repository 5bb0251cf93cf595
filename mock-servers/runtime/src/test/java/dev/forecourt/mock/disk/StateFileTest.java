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
  private static final Logger LOG = Logger.getLogger(StateFile.class.getName());

  private final Tables tables = new Tables();
  private final Table<String, Thing> things =
      tables.add("things", RowType.of(Thing.class), Thing::id);

  @BeforeEach
  void writeSomething() throws IOException {
    try (StateFile file = StateFile.open(directory, "acme")) {
      things.put(new Thing("seeded", "ü"));
      file.rewrite(tables);
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
    assertThat(Files.readString(path()))
        .isEqualTo(
            """
            {"crc":"9815fc9e","forecourt":1,"vendor":"acme"}
            {"crc":"72f62a42","removed":{},"rows":{"things":[{"id":"seeded","text":"ü"}]}}
            {"crc":"81ff46cf","snapshot":true}
            {"crc":"3907865c","removed":{},"rows":{"things":[{"id":"a","text":"1"}]}}
            {"crc":"c8c8c80f","removed":{"things":["seeded"]},"rows":{"things":[{"id":"b","text":"2"}]}}
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
