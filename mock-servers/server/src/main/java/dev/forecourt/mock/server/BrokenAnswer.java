package dev.forecourt.mock.server;

import dev.forecourt.mock.http.Fault;
import dev.forecourt.mock.http.MockResponse;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import java.nio.charset.StandardCharsets;

/** Does to the connection what a {@link Fault} says. Each of them ends the connection. */
final class BrokenAnswer {

  private static final byte[] NO_HTTP = "\0not HTTP\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private BrokenAnswer() {}

  static void send(MockResponse answer, Fault fault, Channel channel) {
    switch (fault) {
      case RESET, RESET_AFTER -> {
        if (channel.pipeline().get(HttpsDetector.NAME) != null) {
          channel.pipeline().remove(HttpsDetector.NAME); // it would say goodbye
        }
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close();
      }
      case MALFORMED, MALFORMED_AFTER -> last(Unpooled.wrappedBuffer(NO_HTTP), channel);
      case TRUNCATED -> {
        byte[] body = answer.body();
        ByteBuf out = channel.alloc().ioBuffer();
        AnswerBytes.head(out, answer, Math.max(1, body.length), AnswerBytes.Keeping.KEPT);
        last(out.writeBytes(body, 0, body.length / 2), channel);
      }
      default -> channel.close();
    }
  }

  private static void last(ByteBuf bytes, Channel channel) {
    channel.writeAndFlush(bytes).addListener(ChannelFutureListener.CLOSE);
  }
}
