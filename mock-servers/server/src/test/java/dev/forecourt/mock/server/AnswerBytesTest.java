package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.server.AnswerBytes.Keeping;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class AnswerBytesTest {

  @Test
  void announcesTheLengthOfItsBody() {
    assertThat(text(MockResponse.json(200, new byte[] {'{', '}'}), false))
        .startsWith("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nDate: ")
        .endsWith("\r\nContent-Length: 2\r\n\r\n{}");
  }

  @Test
  void leavesTheBodyOutForHead() {
    assertThat(text(MockResponse.json(200, new byte[] {'{', '}'}), true))
        .endsWith("\r\nContent-Length: 2\r\n\r\n");
  }

  @Test
  void announcesNoLengthWhereNoBodyMayBe() {
    assertThat(text(MockResponse.empty(204), false)).doesNotContain("Content-Length");
  }

  /** Else a request whose words are repeated could add headers, or an answer of its own. */
  @Test
  void keepsLineBreaksOutOfHeaders() {
    assertThat(text(MockResponse.empty(204).with("X-A", "a\r\nX-B: b"), false))
        .contains("\r\nX-A: a  X-B: b\r\n");
  }

  @Test
  void sendsALargeBodyWhole() {
    byte[] large = new byte[200_000];

    assertThat(text(MockResponse.json(200, large), false)).hasSizeGreaterThan(200_000);
  }

  private static String text(MockResponse answer, boolean head) {
    ByteBuf bytes = AnswerBytes.whole(UnpooledByteBufAllocator.DEFAULT, answer, head, Keeping.KEPT);
    String text = bytes.toString(StandardCharsets.ISO_8859_1);
    bytes.release();
    return text;
  }
}
