package dev.forecourt.mock.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Lets a client that has shut down its half of the connection still be answered, as those do that
 * send one request and say that it was the last. Netty alone hangs up on them at once.
 */
final class HalfClose extends ChannelDuplexHandler {

  private int unanswered;
  private boolean reading;
  private boolean shut;

  private HalfClose() {}

  /** For a connection that has just been made. */
  static void allow(HttpConnection connection) {
    Channel channel = ((ConnectionBase) connection).channel();
    channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
    // after the one that makes requests of bytes, before that of Vert.x
    channel.pipeline().addBefore("handler", "half-close", new HalfClose());
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest) {
      unanswered++;
      reading = true;
    }
    if (message instanceof LastHttpContent) {
      reading = false;
    }
    context.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    unanswered -= message instanceof LastHttpContent && !isInterim(message) ? 1 : 0;
    if (shut && unanswered == 0) {
      context.write(message, promise.unvoid()).addListener(ChannelFutureListener.CLOSE);
    } else {
      context.write(message, promise);
    }
  }

  /** Such as the 100 that asks for the body. */
  private static boolean isInterim(Object message) {
    return message instanceof HttpResponse response && response.status().code() < 200;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      shut = true;
      // of half a request the rest will never come
      if (unanswered == 0 || reading) {
        context.close();
      }
    }
    context.fireUserEventTriggered(event);
  }
}
