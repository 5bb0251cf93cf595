package dev.forecourt.mock.server;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.memory.Budgets;
import dev.forecourt.mock.memory.HeldAnswer;
import dev.forecourt.mock.server.AnswerBytes.Keeping;
import dev.forecourt.mock.vendor.VendorStub;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
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
  private static final int HTTP_1 = 1;

  private final VendorStub stub;
  private final Executor workers;
  private final long idleNanos;
  private final Set<Connection> open;
  // read while an answer is under way: nearly always none
  private final Queue<Object> waiting = new ArrayDeque<>(2);

  private @Nullable ChannelHandlerContext context;
  private @Nullable NettyRequest request;
  private @Nullable RequestBody body;
  private Keeping keeping = Keeping.KEPT;
  private boolean answering;
  private boolean reading;
  private boolean taking;
  private boolean shut;
  private boolean leaving;
  private boolean ended;
  private long lastUsed = System.nanoTime();
  private @Nullable Future<?> idle;

  Connection(VendorStub stub, Executor workers, int idleSeconds, Set<Connection> open) {
    this.stub = stub;
    this.workers = workers;
    this.idleNanos = TimeUnit.SECONDS.toNanos(idleSeconds);
    this.open = open;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
    open.add(this);
    hangUpWhenIdle(idleNanos);
  }

  private ChannelHandlerContext context() {
    if (context == null) {
      throw new IllegalStateException("Not in a pipeline");
    }
    return context;
  }

  private void hangUpWhenIdle(long nanos) {
    idle =
        context()
            .executor()
            .schedule(
                () -> {
                  long left = idleNanos - (System.nanoTime() - lastUsed);
                  if (left <= 0) {
                    context().close();
                  } else {
                    hangUpWhenIdle(left);
                  }
                },
                nanos,
                TimeUnit.NANOSECONDS);
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
              if (!answering && request == null) {
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
    lastUsed = System.nanoTime();
    reading = true;
    if (answering || !waiting.isEmpty() || !reader.channel().isWritable()) {
      waiting.add(message);
      reader.channel().config().setAutoRead(false);
    } else {
      take(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext reader) {
    reading = false;
    reader.flush();
  }

  /** When the client has read what was written, its next request is taken. */
  @Override
  public void channelWritabilityChanged(ChannelHandlerContext changed) {
    takeWaiting();
  }

  private void takeWaiting() {
    if (taking || waiting.isEmpty()) {
      return;
    }
    taking = true;
    while (!answering && !waiting.isEmpty() && context().channel().isWritable()) {
      take(waiting.remove());
    }
    taking = false;
    if (waiting.isEmpty()) {
      context().channel().config().setAutoRead(true);
      endIfShut();
    }
  }

  private void take(Object message) {
    try {
      if (ended) {
        return;
      }
      if (message instanceof HttpRequest head) {
        begin(head);
      }
      if (message instanceof HttpContent part && request != null) {
        add(request, part);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void begin(HttpRequest head) {
    if (head.decoderResult().isFailure()) {
      refuse(head.decoderResult().cause());
      return;
    }
    if (head.protocolVersion().majorVersion() != HTTP_1) {
      refuse(null);
      return;
    }
    NettyRequest begun = new NettyRequest(head);
    request = begun;
    body = new RequestBody(() -> stub.maxBodyBytes(begun));
    keeping = keeping(head);
    if (HttpUtil.is100ContinueExpected(head)) {
      context().writeAndFlush(Unpooled.wrappedBuffer(AnswerBytes.CONTINUE));
    }
  }

  private static Keeping keeping(HttpRequest head) {
    if (!HttpUtil.isKeepAlive(head)) {
      return Keeping.CLOSED;
    }
    return head.protocolVersion().equals(HttpVersion.HTTP_1_0)
        ? Keeping.KEPT_AND_TOLD
        : Keeping.KEPT;
  }

  private void add(NettyRequest asked, HttpContent part) {
    RequestBody collected = body;
    if (part.decoderResult().isFailure() || collected == null) {
      refuse(part.decoderResult().cause());
    } else if (!collected.add(part.content())) {
      end();
      context().close();
    } else if (part instanceof LastHttpContent) {
      request = null;
      answering = true;
      answer(asked, collected);
    }
  }

  private void answer(NettyRequest asked, RequestBody collected) {
    MockResponse answer;
    try {
      if (collected.isFull()) {
        answer = stub.refuse(Budgets.ofThisJvm().bodies().refusal());
      } else {
        asked.body(collected.bytes());
        answer = stub.handleAtOnce(asked);
      }
    } catch (RuntimeException | Error e) {
      answer = failed(e);
    }
    if (answer == null) {
      workers.execute(() -> answerLater(asked));
    } else {
      schedule(answer, asked);
    }
  }

  private void answerLater(NettyRequest asked) {
    MockResponse answer;
    try {
      answer = stub.handle(asked);
    } catch (RuntimeException | Error e) {
      answer = failed(e);
    }
    MockResponse made = answer;
    context().executor().execute(() -> schedule(made, asked));
  }

  /** What a stub could not answer itself, such as what took the last of the memory. */
  private MockResponse failed(Throwable cause) {
    LOG.log(System.Logger.Level.ERROR, "The mock failed", cause);
    return stub.refuse(
        500,
        "The mock itself failed (%s); its log has the stack trace"
            .formatted(cause.getClass().getSimpleName()));
  }

  private void schedule(MockResponse answer, NettyRequest asked) {
    closeBody();
    HeldAnswer held = HeldAnswer.of(answer, asked.method());
    if (held.isRefused()) {
      deliver(stub.refuse(held.refusal()), asked, held);
    } else if (answer.delayMillis() > 0) {
      context()
          .executor()
          .schedule(
              () -> deliver(answer, asked, held), answer.delayMillis(), TimeUnit.MILLISECONDS);
    } else {
      deliver(answer, asked, held);
    }
  }

  private void deliver(MockResponse answer, NettyRequest asked, HeldAnswer held) {
    answering = false;
    lastUsed = System.nanoTime();
    if (ended) {
      held.close(); // the client went away: nobody is left to answer
      return;
    }
    if (answer.fault() != null) {
      end();
      held.close();
      BrokenAnswer.send(answer, answer.fault(), context().channel());
      return;
    }
    if (leaving || (shut && waiting.isEmpty())) {
      keeping = Keeping.CLOSED;
    }
    write(answer, asked.method().equals("HEAD"), held);
    takeWaiting();
  }

  private void write(MockResponse answer, boolean head, HeldAnswer held) {
    ByteBuf bytes = AnswerBytes.whole(context().alloc(), answer, head, keeping);
    if (keeping != Keeping.CLOSED && !held.isCounted()) {
      context().write(bytes, context().voidPromise());
    } else {
      ChannelFuture written = context().write(bytes);
      if (held.isCounted()) {
        written.addListener(done -> held.close());
      }
      if (keeping == Keeping.CLOSED) {
        end();
        written.addListener(ChannelFutureListener.CLOSE);
      }
    }
    if (!reading) {
      context().flush();
    }
  }

  /** Answers what could not be read as a request, in the vendor's shape, and hangs up. */
  private void refuse(@Nullable Throwable cause) {
    MockResponse answer;
    if (cause instanceof TooLongHttpLineException) {
      answer = stub.refuse(414, MockRequest.LINE_TOO_LONG);
    } else if (cause instanceof TooLongHttpHeaderException) {
      answer = stub.refuse(431, MockRequest.HEADERS_TOO_LONG);
    } else {
      answer = stub.refuse(400, "the request is not HTTP/1.1 as it should be written");
    }
    end();
    context()
        .writeAndFlush(AnswerBytes.whole(context().alloc(), answer, false, Keeping.CLOSED))
        .addListener(ChannelFutureListener.CLOSE);
  }

  /** Listens to nothing more that this client says. */
  private void end() {
    ended = true;
    request = null;
    closeBody();
  }

  private void closeBody() {
    if (body != null) {
      body.close();
      body = null;
    }
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
    if (shut && !answering && waiting.isEmpty() && !ended) {
      closeWhenWritten();
    }
  }

  private void closeWhenWritten() {
    end();
    context().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
  }

  @Override
  public void channelInactive(ChannelHandlerContext gone) {
    end();
    open.remove(this);
    if (idle != null) {
      idle.cancel(false);
    }
    waiting.forEach(ReferenceCountUtil::release);
    waiting.clear();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext failed, Throwable cause) {
    LOG.log(System.Logger.Level.DEBUG, "A connection failed", cause);
    failed.close();
  }
}
