package dev.forecourt.verifier.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.verifier.check.Exchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of clients: written without anybody's data, and as good as a HAR file when read. */
class RecordingTest {
  private static final String REVIEW =
      "{\"id\": \"d57c\", \"user\": {\"lastname\": \"Dupont\", \"phone\": \"0612345678\"}, \"service\": \"sav\", \"grade\": 11, \"datetime\": \"2017-10-10 18:00:30\"}";

  @TempDir private Path folder;

  @Test
  void writesOneExchangeALineWithoutSecretsAndPersonalData() throws IOException {
    HarFile har = new HarFile();
    ObjectNode entry =
        har.entry(
            "GET",
            "https://www.fidcar.com/api/review/d57c6ec6?page=1&email=jean@mail.example",
            200,
            "application/json",
            REVIEW);
    HarFile.header((ObjectNode) entry.path("request"), "accept", "application/json");

    String line = written(har);

    assertThat(line)
        .isEqualTo(
            """
            {"recording":1,"time":"2026-01-31T10:00:00Z","request":{"method":"GET","url":"https://www.fidcar.com/api/review/a00a0aa0?page=1&email=aaaa%40aaaa.aaaaaaa","headers":{"accept":["application/json"],"authorization":["a-aaaaaa"],"sec-fetch-mode":["aaaa"]},"struck":["header authorization","header sec-fetch-mode","path","query email"]},"response":{"status":200,"headers":{"cf-ray":["0a0a0a-AAA"],"content-type":["application/json"]},"body":{"id":"a00a","user":{"lastname":"Aaaaaa","phone":"0000000000"},"service":"sav","grade":11,"datetime":"2017-10-10 18:00:30"},"struck":["body.id","body.user.lastname","body.user.phone","header cf-ray"]}}
            """);
  }

  @Test
  void findsTheSameInARecordingAsInTheTraffic() throws IOException {
    HarFile har = new HarFile();
    har.json("GET", "https://www.fidcar.com/api/review/d57c", 200, REVIEW);
    har.json("GET", "https://www.fidcar.com/api/local/7", 200, "{\"id\": 7, \"zip\": \"75001\"}");
    Path recording = Files.writeString(folder.resolve("client.jsonl"), written(har));

    List<String> ofRecording = Checked.of(recording).errors();
    List<String> ofTraffic = Checked.of(har.write(folder.resolve("seen.har"))).errors();

    assertThat(ofRecording).isEqualTo(ofTraffic);
    assertThat(ofRecording).hasSize(2);
  }

  @Test
  void keepsFormsReadable() throws IOException {
    HarFile har = new HarFile();
    ObjectNode entry =
        har.entry(
            "POST", "https://www.fidcar.com/api/local/7/contact", 200, "application/json", "{}");
    HarFile.header(
        (ObjectNode) entry.path("request"), "Content-Type", "multipart/form-data; boundary=b");
    ((ObjectNode) entry.path("request"))
        .putObject("postData")
        .put("mimeType", "multipart/form-data; boundary=b")
        .put(
            "text",
            "--b\r\nContent-Disposition: form-data; name=\"firstname\"\r\n\r\nJean\r\n--b\r\nContent-Disposition: form-data; name=\"lastname\"\r\n\r\nDupont\r\n--b\r\nContent-Disposition: form-data; name=\"phone\"\r\n\r\n0612345678\r\n--b--");

    String line = written(har);

    assertThat(line).doesNotContain("Jean", "Dupont", "0612345678").contains("firstname");
    assertThat(Checked.of(Files.writeString(folder.resolve("form.jsonl"), line)).errors())
        .isEmpty();
  }

  @Test
  void saysWhatALineLacks() throws IOException {
    Path file = Files.writeString(folder.resolve("x.jsonl"), "{\"recording\": 1, \"request\": {}}");

    assertThatThrownBy(() -> Checked.of(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            file
                + ", exchange 1: expected {\"recording\": 1, \"request\": {\"method\": …, \"url\": …}, \"response\": {\"status\": …}}");
  }

  private static String written(HarFile har) throws IOException {
    StringWriter text = new StringWriter();
    try (RecordingWriter out = new RecordingWriter(text, Set.of("service"))) {
      for (Exchange each : exchanges(har)) {
        out.write(Instant.parse("2026-01-31T10:00:00Z"), "https://www.fidcar.com", each);
      }
    }
    return text.toString();
  }

  private static List<Exchange> exchanges(HarFile har) throws IOException {
    List<Exchange> all = new ArrayList<>();
    Sink sink =
        new Sink() {
          @Override
          public void exchange(Recorded recorded) {
            all.add(recorded.exchange());
          }

          @Override
          public void skipped(Skipped reason) {}

          @Override
          public void notice(String text) {}
        };
    new Recordings(pact -> List.of(), sink)
        .read(
            new ByteArrayInputStream(har.root().toString().getBytes(StandardCharsets.UTF_8)),
            "memory",
            null);
    return all;
  }
}
