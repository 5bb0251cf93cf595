package dev.forecourt.runtime.http;

import static dev.forecourt.runtime.http.Requests.failure;
import static dev.forecourt.runtime.http.Requests.get;
import static dev.forecourt.runtime.http.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.runtime.http.TransportFailure.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that come compressed, in every way that servers know. */
class CodingsTest {
  private static final String TEXT = "{\"name\":\"M\u00fcller\"}".repeat(1000);

  private final Transport transport = Transports.lease(HttpSettings.DEFAULTS.withGzip(false));

  @AfterEach
  void close() {
    transport.close();
  }

  private interface Wrapping {
    OutputStream around(OutputStream out) throws IOException;
  }

  private static byte[] coded(byte[] bytes, Wrapping coding) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream coder = coding.around(out)) {
      coder.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] plain() {
    return TEXT.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] bytes) {
    return coded(bytes, GZIPOutputStream::new);
  }

  private static byte[] zlib(byte[] bytes) {
    return coded(bytes, DeflaterOutputStream::new);
  }

  private static byte[] deflate(byte[] bytes) {
    return coded(bytes, out -> new DeflaterOutputStream(out, new Deflater(9, true)));
  }

  /** Each request gets this answer, once with a length and once in chunks. */
  private static RawServer serving(String coding, byte[] body) {
    return new RawServer(
        peer -> {
          for (String head = peer.request(); head != null; head = peer.request()) {
            boolean chunked = head.startsWith("GET /chunked");
            peer.write(
                "HTTP/1.1 200 OK\r\n"
                    + coding
                    + "\r\nX: y\r\n"
                    + (chunked
                        ? "Transfer-Encoding: chunked\r\n\r\n"
                            + Integer.toHexString(body.length)
                            + "\r\n"
                        : "Content-Length: " + body.length + "\r\n\r\n"));
            peer.write(body);
            peer.write(chunked ? "\r\n0\r\n\r\n" : "");
          }
        });
  }

  private void isRead(String coding, byte[] body) throws Exception {
    try (RawServer server = serving(coding, body)) {
      for (String path : new String[] {"/", "/chunked", "/", "/chunked"}) {
        WireResponse answer = transport.send(get(server.uri(path)));

        assertThat(text(answer)).isEqualTo(TEXT);
        assertThat(answer.headers())
            .doesNotContainKeys("Content-Encoding", "Content-Length")
            .containsKey("x");
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void areReadWhateverTheyAreCalled() throws Exception {
    isRead("Content-Encoding: gzip", gzip(plain()));
    isRead("CONTENT-ENCODING: GZip", gzip(plain()));
    isRead("Content-Encoding: x-gzip", gzip(plain()));
    isRead("Content-Encoding: deflate", zlib(plain()));
    isRead("Content-Encoding: deflate", deflate(plain()));
  }

  @Test
  void areReadInSeveralLayers() throws Exception {
    isRead("Content-Encoding: deflate, identity, gzip", gzip(zlib(plain())));
    isRead("Content-Encoding: gzip\r\nContent-Encoding: deflate", zlib(gzip(plain())));
  }

  @Test
  void areReadInSeveralMembersAndBeforeRubbish() throws Exception {
    byte[] half = Arrays.copyOf(plain(), 9000);
    byte[] rest = Arrays.copyOfRange(plain(), 9000, plain().length);
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.write(gzip(half));
    members.write(gzip(rest));
    isRead("Content-Encoding: gzip", members.toByteArray());
    members.write(new byte[100]);
    isRead("Content-Encoding: gzip", members.toByteArray());
  }

  @Test
  void areReadAsCodingsOfTheTransfer() throws Exception {
    byte[] body = gzip(plain());
    try (RawServer server =
        new RawServer(
            peer -> {
              peer.request();
              peer.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n");
              peer.write(body);
            })) {
      assertThat(text(transport.send(get(server.uri("/"))))).isEqualTo(TEXT);
    }
  }

  @Test
  void mayBeEmpty() throws Exception {
    try (RawServer server = serving("Content-Encoding: gzip", new byte[0]);
        RawServer none = RawServer.answering("HTTP/1.1 204 No\r\nContent-Encoding: gzip\r\n\r\n")) {
      assertThat(transport.send(get(server.uri("/"))).body()).isEmpty();
      assertThat(transport.send(get(server.uri("/chunked"))).body()).isEmpty();
      assertThat(transport.send(get(none.uri("/"))).status()).isEqualTo(204);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "gzip, zstd", "compress"})
  void areNamedWhenTheyAreUnknown(String coding) {
    try (RawServer server = serving("Content-Encoding: " + coding, gzip(plain()))) {
      TransportFailure failure = failure(transport, get(server.uri("/")));

      assertThat(failure.kind()).isEqualTo(Kind.UNREADABLE);
      assertThat(failure.mayHaveArrived()).isTrue();
      assertThat(failure.status()).isEqualTo(200);
      assertThat(failure)
          .hasMessageEndingWith("unknown Content-Encoding " + coding.replace("gzip, ", ""));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate"})
  void areBrokenWhenTheyEndTooEarly(String coding) {
    byte[] whole = coding.equals("gzip") ? gzip(plain()) : zlib(plain());
    for (int cut : new int[] {1, 3, 20, whole.length - 3}) {
      if (coding.equals("deflate") && cut > 20) {
        continue; // the sum at the end, which nobody needs
      }
      try (RawServer server = serving("Content-Encoding: " + coding, Arrays.copyOf(whole, cut))) {
        TransportFailure failure = failure(transport, get(server.uri("/")));

        assertThat(failure.kind()).as("cut at " + cut).isEqualTo(Kind.BROKEN);
        assertThat(failure.status()).isEqualTo(200);
        assertThat(failure.headers()).containsKey("X");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate"})
  void areUnreadableWhenTheyAreSomethingElse(String coding) {
    byte[] wrong = "{\"plain\":\"geheim\"}".getBytes(StandardCharsets.UTF_8);
    try (RawServer server = serving("Content-Encoding: " + coding, wrong)) {
      TransportFailure failure = failure(transport, get(server.uri("/")));

      assertThat(failure.kind()).isEqualTo(Kind.UNREADABLE);
      assertThat(failure.getMessage()).doesNotContain("geheim");
    }
  }

  /** 100 MB of zeros are 100 KB, and 2 KB when compressed twice. */
  @Test
  void areBoundedByWhatTheyUnfold() {
    byte[] bomb = gzip(new byte[100_000_000]);
    try (RawServer once = serving("Content-Encoding: gzip", bomb);
        RawServer twice = serving("Content-Encoding: gzip, gzip", gzip(bomb));
        RawServer often = serving("Content-Encoding: " + "gzip,".repeat(50), gzip(bomb))) {
      assertThat(failure(transport, get(once.uri("/"))).kind()).isEqualTo(Kind.TOO_LARGE);
      assertThat(failure(transport, get(twice.uri("/"))).kind()).isEqualTo(Kind.TOO_LARGE);
      assertThat(failure(transport, get(twice.uri("/chunked"))).status()).isEqualTo(200);
      assertThat(failure(transport, get(often.uri("/"))).kind()).isEqualTo(Kind.UNREADABLE);
    }
  }
}
