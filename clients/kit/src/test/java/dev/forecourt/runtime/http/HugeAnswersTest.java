package dev.forecourt.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More than there is memory for, in a JVM of its own with 64 MB. */
@Timeout(120)
class HugeAnswersTest {

  @Test
  void failTheirOwnCallAndNoOther() throws Exception {
    byte[] megabyte = new byte[1 << 20];
    try (RawServer server =
        new RawServer(
            peer -> {
              for (String head = peer.request(); head != null; head = peer.request()) {
                if (head.startsWith("GET /huge")) {
                  peer.write("HTTP/1.1 200 OK\r\nContent-Length: 400000000\r\n\r\n");
                  for (int i = 0; i < 390; i++) {
                    peer.write(megabyte);
                  }
                } else if (head.startsWith("GET /small")) {
                  peer.write(RawServer.ok("small"));
                } else {
                  Thread.sleep(60_000);
                }
              }
            })) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx64m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Caller.class.getName(),
                  server.uri("/").toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(said.lines())
          .containsExactly(
              "/huge TOO_LARGE 200",
              "/small 5 bytes",
              "/silent TIMEOUT 0",
              "/huge TOO_LARGE 200",
              "/small 5 bytes",
              "/silent TIMEOUT 0");
    }
  }

  /** What runs there. */
  static final class Caller {
    public static void main(String[] arguments) {
      try (Transport transport =
          Transports.lease(HttpSettings.DEFAULTS.withMaxAnswerBytes(Long.MAX_VALUE))) {
        for (int i = 0; i < 2; i++) {
          for (String path : new String[] {"/huge", "/small", "/silent"}) {
            URI uri = URI.create(arguments[0]).resolve(path);
            Duration timeout =
                path.equals("/silent") ? Duration.ofMillis(300) : Duration.ofSeconds(30);
            try {
              WireResponse answer =
                  transport.send(new WireRequest("GET", uri, Map.of(), null, timeout));
              System.out.println(path + " " + answer.body().length + " bytes");
            } catch (TransportFailure e) {
              System.out.println(path + " " + e.kind() + " " + e.status());
            }
          }
        }
      }
    }
  }
}
