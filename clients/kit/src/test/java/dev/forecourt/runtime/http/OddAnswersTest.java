package dev.forecourt.runtime.http;

import static dev.forecourt.runtime.http.Requests.failure;
import static dev.forecourt.runtime.http.Requests.get;
import static dev.forecourt.runtime.http.Requests.post;
import static dev.forecourt.runtime.http.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.runtime.http.TransportFailure.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as servers really give them. */
class OddAnswersTest {
  private final Transport transport = Transports.lease(HttpSettings.DEFAULTS);

  @AfterEach
  void close() {
    transport.close();
  }

  private WireResponse answer(String bytes) throws TransportFailure {
    try (RawServer server = RawServer.answering(bytes)) {
      return transport.send(get(server.uri("/")));
    }
  }

  private TransportFailure failureOf(String bytes) {
    try (RawServer server = RawServer.answering(bytes)) {
      return failure(transport, get(server.uri("/")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 E\r\nX: y\r\n\r\n",
        "\r\n\r\n"
      })
  void skipsWhatComesBeforeTheAnswer(String before) throws Exception {
    WireResponse answer = answer(before + RawServer.ok("yes"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(text(answer)).isEqualTo("yes");
    assertThat(answer.headers()).containsOnlyKeys("Content-Length");
  }

  @Test
  void readsToTheEndOfTheConnectionWithoutALength() throws Exception {
    assertThat(text(answer("HTTP/1.1 200 OK\r\n\r\nall of it"))).isEqualTo("all of it");
    assertThat(text(answer("HTTP/1.0 200 OK\r\n\r\nold"))).isEqualTo("old");
    assertThat(text(answer("HTTP/1.1 200\r\n\r\nno reason"))).isEqualTo("no reason");
  }

  @Test
  void readsChunksWithExtensionsAndTrailers() throws Exception {
    WireResponse answer =
        answer(
            "HTTP/1.1 200 OK\r\nTRANSFER-ENCODING: Chunked\r\n\r\n"
                + "3;name=value\r\nabc\r\n2 \r\nde\r\n0\r\nX-Sum: 5\r\n\r\n");

    assertThat(text(answer)).isEqualTo("abcde");
  }

  @Test
  void prefersChunksToALength() throws Exception {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: 99\r\nTransfer-Encoding: chunked\r\n\r\n";

    assertThat(text(answer(head + "3\r\nabc\r\n0\r\n\r\n"))).isEqualTo("abc");
  }

  @Test
  void takesOneLengthThatIsStatedTwice() throws Exception {
    assertThat(text(answer("HTTP/1.1 200 OK\r\nContent-Length: 3, 3\r\n\r\nabc"))).isEqualTo("abc");
    assertThat(text(answer("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc")))
        .isEqualTo("abc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3\r\nContent-Length: 4", "abc", "-1", "", "99999999999999999999"})
  void refusesLengthsThatSayNothing(String length) {
    TransportFailure failure =
        failureOf("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\nabc");

    assertThat(failure.kind()).isEqualTo(Kind.UNREADABLE);
    assertThat(failure.mayHaveArrived()).isTrue();
  }

  @Test
  void readsBareLineFeedsFoldsAndOddNames() throws Exception {
    WireResponse answer =
        answer(
            "HTTP/1.1 200 OK\nx-lower: a\nX_Odd: b\nX-Space : c\nX-Fold: d\n  e\n"
                + "no header at all\ncontent-LENGTH:2\n\nok");

    assertThat(text(answer)).isEqualTo("ok");
    assertThat(answer.headers().get("X-LOWER")).containsExactly("a");
    assertThat(answer.headers().get("X_Odd")).containsExactly("b");
    assertThat(answer.headers().get("X-Space")).containsExactly("c");
    assertThat(answer.headers().get("X-Fold")).containsExactly("d e");
  }

  @Test
  void readsHeadersInLatin1AndInUtf8() throws Exception {
    WireResponse answer =
        answer(
            "HTTP/1.1 200 OK\r\nX-Latin: M\u00fcller\r\nX-Utf: M\u00c3\u00bcller\r\n"
                + "Content-Length: 0\r\n\r\n");

    assertThat(answer.headers().get("X-Latin")).containsExactly("M\u00fcller");
    assertThat(answer.headers().get("X-Utf")).containsExactly("M\u00fcller");
  }

  @Test
  void keepsAllValuesOfAHeaderInTheirOrder() throws Exception {
    WireResponse answer =
        answer("HTTP/1.1 200 OK\r\nA: 1\r\na: 2\r\nA: 3\r\nContent-Length: 0\r\n\r\n");

    assertThat(answer.headers().get("a")).containsExactly("1", "2", "3");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304})
  void expectsNoBodyWhereThereIsNone(int status) throws Exception {
    try (RawServer server =
        RawServer.answering("HTTP/1.1 " + status + " x\r\nETag: 1\r\n\r\n", RawServer.ok("next"))) {
      WireResponse answer = transport.send(get(server.uri("/")));

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.body()).isEmpty();
      assertThat(text(transport.send(get(server.uri("/"))))).isEqualTo("next");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void expectsNoBodyForHead() throws Exception {
    try (RawServer server =
        RawServer.answering(
            "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n", RawServer.ok("next"))) {
      WireRequest head =
          new WireRequest("HEAD", server.uri("/"), java.util.Map.of(), null, Requests.LONG);

      assertThat(transport.send(head).body()).isEmpty();
      assertThat(text(transport.send(get(server.uri("/"))))).isEqualTo("next");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nX: 1\r\nContent-Length: 10\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nX: 1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
        "HTTP/1.1 200 OK\r\nX: 1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"
      })
  void tellsWhatHadComeWhenTheBodyBreaksOff(String bytes) {
    TransportFailure failure = failureOf(bytes);

    assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
    assertThat(failure.status()).isEqualTo(200);
    assertThat(failure.headers().get("x")).containsExactly("1");
    assertThat(failure.mayHaveArrived()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HT",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 100 Continue\r\n\r\n"
      })
  void isBrokenWhenTheHeadBreaksOff(String bytes) {
    TransportFailure failure = failureOf(bytes);

    assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
    assertThat(failure.status()).isZero();
    assertThat(failure.mayHaveArrived()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH token=geheim\r\n",
        "token=geheim",
        "HTTP/1.1 2x0 geheim\r\n\r\n",
        "HTTP/1.1 101 Switching geheim\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz geheim\r\n"
      })
  void quotesNothingOfWhatIsNoHttp(String bytes) {
    try (RawServer server =
        new RawServer(
            peer -> {
              peer.head();
              peer.write(bytes);
              if (bytes.endsWith("\n")) {
                Thread.sleep(10_000);
              }
            })) {
      TransportFailure failure = failure(transport, get(server.uri("/?key=geheim")));

      assertThat(failure.kind()).isEqualTo(Kind.UNREADABLE);
      assertThat(failure).hasStackTraceContaining("127.0.0.1");
      assertThat(stackTrace(failure)).doesNotContain("geheim");
    }
  }

  private static String stackTrace(Throwable failure) {
    java.io.StringWriter text = new java.io.StringWriter();
    failure.printStackTrace(new java.io.PrintWriter(text));
    return text.toString();
  }

  @Test
  void hintsAtTlsAndAtHttp2() {
    assertThat(failureOf("\u0015\u0003\u0001\0\u0002\u0002\u0046"))
        .hasMessageContaining("the port speaks TLS. Use https in the base URL.")
        .satisfies(e -> assertThat(e.mayHaveArrived()).isFalse());
    assertThat(failureOf("\0\0\u0012\u0004\0\0\0\0\0"))
        .hasMessageContaining("the port speaks HTTP/2 alone");
  }

  @ParameterizedTest
  @ValueSource(ints = {413, 401})
  void readsAnAnswerThatComesBeforeTheWholeRequestIsSent(int status) throws Exception {
    String answer =
        "HTTP/1.1 " + status + " No\r\nConnection: close\r\nContent-Length: 2\r\n\r\nno";
    try (RawServer server =
        new RawServer(
            peer -> {
              peer.head();
              peer.write(answer);
            })) {
      for (int i = 0; i < 20; i++) {
        WireResponse got = transport.send(post(server.uri("/"), new byte[8 << 20], Requests.LONG));

        assertThat(got.status()).isEqualTo(status);
        assertThat(text(got)).isEqualTo("no");
      }
      assertThat(server.connections()).isEqualTo(20);
    }
  }

  @Test
  void boundsTheHead() {
    String many = "X: y\r\n".repeat(ResponseHead.MOST_HEADERS + 1);
    String lengthy = "X: " + "y".repeat(ResponseHead.LONGEST_LINE) + "\r\n";

    for (String headers : List.of(many, lengthy)) {
      TransportFailure failure =
          failureOf("HTTP/1.1 200 OK\r\n" + headers + "Content-Length: 0\r\n\r\n");

      assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
      assertThat(failure).hasMessageContaining("has too many or too long headers");
    }
  }

  @Test
  void boundsTheBodyWhetherItsLengthIsStatedOrNot() {
    try (Transport small = Transports.lease(HttpSettings.DEFAULTS.withMaxAnswerBytes(100));
        RawServer stated = RawServer.answering(RawServer.ok("x".repeat(101)));
        RawServer not = RawServer.answering("HTTP/1.1 500 No\r\n\r\n" + "x".repeat(50_000))) {
      TransportFailure failure = failure(small, get(stated.uri("/")));

      assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
      assertThat(failure).hasMessageContaining("has more than 100 bytes. Raise the limit.");
      assertThat(failure.status()).isEqualTo(200);
      assertThat(failure(small, get(not.uri("/"))).status()).isEqualTo(500);
    }
  }

  /** 2 GB are stated, 3 bytes come: nobody makes room for the rest. */
  @Test
  void believesNoLengthBeforeTheBytesAreThere() {
    try (Transport large =
        Transports.lease(HttpSettings.DEFAULTS.withMaxAnswerBytes(Long.MAX_VALUE))) {
      try (RawServer server =
          RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 9000000000000\r\n\r\nabc")) {
        assertThat(failure(large, get(server.uri("/"), Duration.ofSeconds(20))).kind())
            .isEqualTo(Kind.BROKEN);
      }
    }
  }

  @Test
  void followsNoRedirectAndKeepsNoCookie() throws Exception {
    try (RawServer server =
        RawServer.answering(
            "HTTP/1.1 302 Found\r\nLocation: /other\r\nSet-Cookie: a=b\r\n"
                + "Content-Length: 0\r\n\r\n",
            RawServer.ok("next"))) {
      assertThat(transport.send(get(server.uri("/"))).status()).isEqualTo(302);

      transport.send(get(server.uri("/next")));

      assertThat(server.requests()).hasSize(2);
      assertThat(server.requests().get(1)).startsWith("GET /next ").doesNotContain("ookie");
    }
  }
}
