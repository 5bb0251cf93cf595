package dev.forecourt.mock.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One client: hands its requests to a stub one after the other, on the event loop unless the stub
 * says that it would block, and writes the answers in that order.
 *
 * <p>A client that has shut down its half of the connection is answered all the same, as those are
 * that send one request and say that it was the last.
 */
final class Connection extends ChannelInboundHandlerAdapter {

  private static final System.Logger LOG = System.getLogger(Connection.class.getName());

  private final StubCaller stub;
  private final long idleNanos;
  private final Set<Connection> open;
  // read while an answer is under way: nearly always none
  private final Queue<Object> waiting = new ArrayDeque<>(2);

  private @Nullable Client client;
  private boolean reading;
  private boolean taking;
  private boolean shut;
  private boolean leaving;

  Connection(StubCaller stub, int idleSeconds, Set<Connection> open) {
    this.stub = stub;
    this.idleNanos = TimeUnit.SECONDS.toNanos(idleSeconds);
    this.open = open;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    client = new Client(added, new Exchanges(this, added, stub), new IdleTimer(added, idleNanos));
    open.add(this);
  }

  private Client client() {
    if (client == null) {
      throw new IllegalStateException("Not in a pipeline");
    }
    return client;
  }

  private ChannelHandlerContext context() {
    return client().context;
  }

  private Exchanges exchanges() {
    return client().exchanges;
  }

  /**
   * Closes the connection when what is under way has been answered. May be called by any thread.
   */
  void leave() {
    context()
        .executor()
        .execute(
            () -> {
              leaving = true;
              if (exchanges().isIdle()) {
                closeWhenWritten();
              }
            });
  }

  /** Waits until it is closed, no longer than this; false when it is not. */
  boolean awaitClosed(long nanos) {
    return context().channel().closeFuture().awaitUninterruptibly(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void channelRead(ChannelHandlerContext reader, Object message) {
    used();
    reading = true;
    if (exchanges().isAnswering() || !waiting.isEmpty() || !reader.channel().isWritable()) {
      waiting.add(message);
      reader.channel().config().setAutoRead(false);
    } else {
      exchanges().take(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext reader) {
    reading = false;
    reader.flush();
  }

  /** What is written while reading is sent when that has ended. */
  void flushUnlessReading() {
    if (!reading) {
      context().flush();
    }
  }

  /** When the client has read what was written, its next request is taken. */
  @Override
  public void channelWritabilityChanged(ChannelHandlerContext changed) {
    takeWaiting();
  }

  /** Takes what was read while an answer was under way. */
  void takeWaiting() {
    if (taking || waiting.isEmpty()) {
      return;
    }
    taking = true;
    while (!exchanges().isAnswering() && !waiting.isEmpty() && context().channel().isWritable()) {
      exchanges().take(waiting.remove());
    }
    taking = false;
    if (waiting.isEmpty()) {
      context().channel().config().setAutoRead(true);
      endIfShut();
    }
  }

  void used() {
    client().idle.used();
  }

  /** Whether the answer under way is the last. */
  boolean isAtItsEnd() {
    return leaving || (shut && waiting.isEmpty());
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext told, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      shut = true;
      endIfShut();
    }
    told.fireUserEventTriggered(event);
  }

  /** Of half a request the rest will never come. */
  private void endIfShut() {
    if (shut && !exchanges().isAnswering() && waiting.isEmpty() && !exchanges().hasEnded()) {
      closeWhenWritten();
    }
  }

  private void closeWhenWritten() {
    exchanges().end();
    context().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
  }

  @Override
  public void channelInactive(ChannelHandlerContext gone) {
    exchanges().end();
    client().idle.cancel();
    open.remove(this);
    waiting.forEach(ReferenceCountUtil::release);
    waiting.clear();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext failed, Throwable cause) {
    LOG.log(System.Logger.Level.DEBUG, "A connection failed", cause);
    failed.close();
  }

  /** What there is once the connection is in a pipeline. */
  private record Client(ChannelHandlerContext context, Exchanges exchanges, IdleTimer idle) {}
}
