package dev.forecourt.mock.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Closes a connection on which nothing has come or gone for some time. */
final class IdleTimer {

  private final ChannelHandlerContext context;
  private final long nanos;
  private long lastUsed = System.nanoTime();
  private Future<?> next;

  IdleTimer(ChannelHandlerContext context, long nanos) {
    this.context = context;
    this.nanos = nanos;
    next = in(nanos);
  }

  void used() {
    lastUsed = System.nanoTime();
  }

  void cancel() {
    next.cancel(false);
  }

  private Future<?> in(long left) {
    return context.executor().schedule(this::check, left, TimeUnit.NANOSECONDS);
  }

  private void check() {
    long left = nanos - (System.nanoTime() - lastUsed);
    if (left <= 0) {
      context.close();
    } else {
      next = in(left);
    }
  }
}
