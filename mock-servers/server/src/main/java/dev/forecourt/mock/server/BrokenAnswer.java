package dev.forecourt.mock.server;

import dev.forecourt.mock.http.Fault;
import dev.forecourt.mock.http.MockResponse;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Does to the connection what a {@link Fault} says. Each of them ends the connection. */
final class BrokenAnswer {

  private static final byte[] NO_HTTP = "\0not HTTP\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private BrokenAnswer() {}

  static void send(MockResponse mock, Fault fault, HttpServerRequest request) {
    // Vert.x offers neither a reset nor bytes past its encoder; the channel below does
    Channel channel = ((ConnectionBase) request.connection()).channel();
    switch (fault) {
      case RESET, RESET_AFTER -> {
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close();
      }
      case MALFORMED, MALFORMED_AFTER -> {
        ByteBuf bytes = Unpooled.wrappedBuffer(NO_HTTP);
        // from the first handler on nothing turns it into HTTP any more
        channel
            .pipeline()
            .firstContext()
            .writeAndFlush(bytes)
            .addListener(ChannelFutureListener.CLOSE);
      }
      case TRUNCATED -> truncated(mock, request, channel);
      default -> channel.close();
    }
  }

  private static void truncated(MockResponse mock, HttpServerRequest request, Channel channel) {
    HttpServerResponse response = request.response();
    byte[] body = mock.body();
    response.setStatusCode(mock.status());
    mock.forEachHeader((name, value) -> response.headers().add(name, value));
    response.putHeader(HttpHeaders.DATE, HttpDate.now());
    response.putHeader("Content-Length", Integer.toString(Math.max(1, body.length)));
    response
        .write(Buffer.buffer(Arrays.copyOf(body, body.length / 2)))
        .onComplete(written -> channel.close());
  }
}
