package dev.forecourt.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All files are written, or none. */
class ChangesTest {

  @TempDir Path folder;

  @Test
  void writeNewAndChangedFiles() throws IOException {
    Files.writeString(folder.resolve("a"), "old");
    Changes changes = new Changes(folder);
    changes.put("a", "new");
    changes.put("b/c/d", "more");

    changes.write();

    assertThat(folder.resolve("a")).hasContent("new");
    assertThat(folder.resolve("b/c/d")).hasContent("more");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void leaveEverythingAsItWasWhenOneFails() throws IOException {
    Files.writeString(folder.resolve("a"), "old");
    Files.createDirectories(folder.resolve("full/inside"));
    Changes changes = new Changes(folder);
    changes.put("a", "new");
    changes.put("b/c/d", "more");
    // a folder that holds something cannot be replaced
    changes.put("full", "a file");

    assertThatThrownBy(changes::write).isInstanceOf(IOException.class);

    assertThat(folder.resolve("a")).hasContent("old");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a", "full");
  }

  @Test
  void readWhatTheyWillWrite() throws IOException {
    Files.writeString(folder.resolve("a"), "old");
    Changes changes = new Changes(folder);

    assertThat(changes.text("a")).isEqualTo("old");
    changes.put("a", "new");
    assertThat(changes.text("a")).isEqualTo("new");
    assertThat(changes.files()).containsExactly("a");
  }
}
