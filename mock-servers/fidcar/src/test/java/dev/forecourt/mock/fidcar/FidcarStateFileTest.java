package dev.forecourt.mock.fidcar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.kit.AbstractStubTest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A FIDCAR stub that keeps its state in a file. */
final class FidcarStateFileTest extends AbstractStubTest {

  @TempDir private static Path folder;

  @BeforeAll
  static void start() {
    FidcarVendor vendor = new FidcarVendor();
    start(MockServer.builder(vendor).state(folder), NOW, vendor::headers);
  }

  @Test
  void writesMessagesThatWereSentMeanwhile() throws IOException {
    send(
        request("/api/local/1325/contact")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString("firstname=Anna&lastname=Berg&email=anna%40example.org")));
    String sent = "{\"type\":\"email\",\"status\":\"sent\",\"datetime\":\"2026-11-25T10:00\"}";
    assertThat(Files.readString(folder.resolve("fidcar.jsonl"))).doesNotContain(sent);

    pass(Duration.ofDays(4));
    get("/api/contact");

    assertThat(Files.readString(folder.resolve("fidcar.jsonl"))).contains(sent);
  }
}
