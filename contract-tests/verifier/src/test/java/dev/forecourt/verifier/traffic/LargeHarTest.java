package dev.forecourt.verifier.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.verifier.Checkout;
import dev.forecourt.verifier.contract.VendorContracts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large recordings are read once from start to end; nothing of them is kept. */
class LargeHarTest {
  private static final String START = "{\"log\": {\"version\": \"1.2\", \"entries\": [";

  @TempDir private Path folder;

  @Test
  void readsAStreamOnceAndChecksEachEntryAsItComes() throws IOException {
    Traffic traffic = traffic();
    Endless stream = new Endless(entry(200), 3_000, traffic::exchanges);

    traffic.recordings().read(stream, "stream", null);

    assertThat(traffic.exchanges()).isEqualTo(3_000);
    assertThat(traffic.results().summary())
        .isEqualTo(
            "3,000 exchange(s), 3,000 of them of known operations. 1 difference(s) from the contract");
    // what was read ahead fits into the buffers
    assertThat(stream.mostAhead()).isLessThan(400);
  }

  @Test
  void checksWhatStandsBeforeTheEndOfAFileThatIsCutOff() throws IOException {
    String whole = START + entry(10) + "," + entry(10) + "]}}";
    Path file =
        Files.writeString(folder.resolve("cut.har"), whole.substring(0, whole.length() - 60));

    Checked checked = Checked.of(file);

    assertThat(checked.errors()).hasSize(1);
    assertThat(checked.traffic().exchanges()).isEqualTo(1);
    assertThat(checked.notices())
        .contains(file + " ends in the middle; what stands before was checked");
  }

  @Test
  void saysHowFarItIsWithALargeFile() throws IOException {
    StringBuilder har = new StringBuilder(START);
    for (int i = 0; i < 6; i++) {
      har.append(i == 0 ? "" : ",").append(entry(4_000_000));
    }
    Path file = Files.writeString(folder.resolve("large.har"), har + "]}}");

    Checked checked = Checked.of(file);

    assertThat(checked.progress().lines().findFirst())
        .hasValue("    10 % of 24 MB read, 0 exchange(s)");
    assertThat(checked.traffic().exchanges()).isEqualTo(6);
  }

  @Test
  void passesOverBodiesThatAreTooLarge() throws IOException {
    String text = "x".repeat(Body.LIMIT + 1);
    String entry =
        entry(1)
            .replaceFirst(
                "\"content\": \\{\"size\": \\d+", "\"content\": {\"size\": " + text.length())
            .replaceFirst("\"text\": \".*?[^\\\\]\"}", "\"text\": \"" + text + "\"}");
    Path file = Files.writeString(folder.resolve("body.har"), START + entry + "]}}");

    Checked checked = Checked.of(file);

    assertThat(checked.errors()).isEmpty();
    assertThat(checked.notes(dev.forecourt.verifier.output.Level.NOTE))
        .contains(
            "getReview | recording.body | 1 body(s) are not in the recording, too large or no text: not checked");
  }

  @Test
  void saysWhatAFileIsNot() throws IOException {
    Path file =
        Files.writeString(folder.resolve("a.json"), "{\"openapi\": \"3.0.3\", \"paths\": {}}");
    Path text = Files.writeString(folder.resolve("a.txt"), "Jean Dupont");

    assertThatThrownBy(() -> Checked.of(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            file
                + " is no recording: it has the members [openapi, paths]. Known are HAR files, the journal of a mock server (GET /__mock/requests), pact files, and recordings with one exchange a line; each may be compressed with gzip.");
    assertThatThrownBy(() -> Checked.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(text + " cannot be read: line 1, column ")
        .hasMessageNotContaining("Jean");
  }

  /** Run it with a heap of 256 MB: {@code -Dtest=LargeHarTest -Dgroups=slow}. */
  @Test
  @Tag("slow")
  void readsTwoHundredMegabytes() throws IOException {
    Traffic traffic = traffic();
    String entry = entry(20_000);

    traffic
        .recordings()
        .read(new Endless(entry, 200_000_000 / entry.length(), traffic::exchanges), "stream", null);

    assertThat(traffic.results().summary()).endsWith(". 1 difference(s) from the contract");
  }

  private static Traffic traffic() {
    return Traffic.of(
        VendorContracts.in(Checkout.file("specs")),
        Checked.options(Checkout.file("specs"), null),
        pact -> List.of());
  }

  /** A review with an undocumented member and a comment of so many characters. */
  private static String entry(int comment) {
    String body =
        "{\\\"id\\\": \\\"42\\\", \\\"mood\\\": 1, \\\"comment\\\": \\\""
            + "c".repeat(comment)
            + "\\\"}";
    return """
        {"request": {"method": "GET", "url": "https://www.fidcar.com/api/review/42",
          "headers": [{"name": "Authorization", "value": "x"}]},
         "response": {"status": 200, "headers": [{"name": "Content-Type", "value": "application/json"}],
          "content": {"size": %d, "mimeType": "application/json", "text": "%s"}}}"""
        .formatted(comment, body);
  }

  /** A HAR file that is made while it is read, and cannot be read twice. */
  private static final class Endless extends InputStream {
    private final byte[] entry;
    private final int entries;
    private byte[] part = START.getBytes(StandardCharsets.UTF_8);
    private int at;
    private final LongSupplier checked;
    private int written;
    private long mostAhead;

    Endless(String entry, int entries, LongSupplier checked) {
      this.checked = checked;
      this.entry = entry.getBytes(StandardCharsets.UTF_8);
      this.entries = entries;
    }

    /** How many entries were written at most and not yet checked. */
    long mostAhead() {
      return mostAhead;
    }

    @Override
    public int read() {
      while (at == part.length) {
        if (!next()) {
          return -1;
        }
      }
      return part[at++];
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      while (at == part.length) {
        if (!next()) {
          return -1;
        }
      }
      int count = Math.min(length, part.length - at);
      System.arraycopy(part, at, bytes, from, count);
      at += count;
      return count;
    }

    private boolean next() {
      at = 0;
      if (written > entries) {
        return false;
      }
      written++;
      mostAhead = Math.max(mostAhead, written - checked.getAsLong());
      part =
          written > entries
              ? "]}}".getBytes(StandardCharsets.UTF_8)
              : written == 1 ? entry : prefixed();
      return true;
    }

    private byte[] prefixed() {
      byte[] all = new byte[entry.length + 1];
      all[0] = ',';
      System.arraycopy(entry, 0, all, 1, entry.length);
      return all;
    }
  }
}
