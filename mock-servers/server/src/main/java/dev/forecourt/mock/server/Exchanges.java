package dev.forecourt.mock.server;

import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.memory.HeldAnswer;
import dev.forecourt.mock.server.AnswerBytes.Keeping;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one connection and their answers, one after the other; the connection says which
 * is the last.
 */
final class Exchanges {

  private static final int HTTP_1 = 1;

  private final Connection connection;
  private final ChannelHandlerContext context;
  private final StubCaller stub;

  private @Nullable String scheme;
  private @Nullable NettyRequest request;
  private @Nullable RequestBody body;
  private Keeping keeping = Keeping.KEPT;
  private boolean answering;
  private boolean ended;

  Exchanges(Connection connection, ChannelHandlerContext context, StubCaller stub) {
    this.connection = connection;
    this.context = context;
    this.stub = stub;
  }

  /** Whether an answer is under way: no part of another request can be taken. */
  boolean isAnswering() {
    return answering;
  }

  /** Whether there is neither a request nor an answer under way. */
  boolean isIdle() {
    return !answering && request == null;
  }

  /** Takes a part of a request, and releases it. */
  void take(Object message) {
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
    NettyRequest begun = new NettyRequest(head, scheme());
    MockResponse tooLong = stub.tooLong(begun);
    if (tooLong != null) {
      last(tooLong);
      return;
    }
    request = begun;
    body = new RequestBody(() -> stub.maxBodyBytes(begun));
    keeping = keeping(head);
    if (HttpUtil.is100ContinueExpected(head)) {
      context.writeAndFlush(Unpooled.wrappedBuffer(AnswerBytes.CONTINUE));
    }
  }

  /** How the connection speaks: what was read before the first request has shown it. */
  private String scheme() {
    if (scheme == null) {
      scheme = context.pipeline().get(HttpsDetector.NAME) == null ? "http" : "https";
    }
    return scheme;
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
      context.close();
    } else if (part instanceof LastHttpContent) {
      request = null;
      answering = true;
      answer(asked, collected);
    }
  }

  private void answer(NettyRequest asked, RequestBody collected) {
    MockResponse answer = stub.atOnce(asked, collected);
    if (answer == null) {
      stub.later(asked, context.executor(), made -> schedule(made, asked));
    } else {
      schedule(answer, asked);
    }
  }

  private void schedule(MockResponse answer, NettyRequest asked) {
    closeBody();
    HeldAnswer held = HeldAnswer.of(answer, asked.method());
    if (held.isRefused()) {
      deliver(stub.refuse(asked, held.refusal()), asked, held);
    } else if (answer.delayMillis() > 0) {
      context
          .executor()
          .schedule(
              () -> deliver(answer, asked, held), answer.delayMillis(), TimeUnit.MILLISECONDS);
    } else {
      deliver(answer, asked, held);
    }
  }

  private void deliver(MockResponse answer, NettyRequest asked, HeldAnswer held) {
    answering = false;
    connection.used();
    if (ended) {
      held.close(); // the client went away: nobody is left to answer
      return;
    }
    if (answer.fault() != null) {
      end();
      held.close();
      BrokenAnswer.send(answer, answer.fault(), context.channel());
      return;
    }
    if (connection.isAtItsEnd()) {
      keeping = Keeping.CLOSED;
    }
    write(answer, asked.method().equals("HEAD"), held);
    connection.takeWaiting();
  }

  private void write(MockResponse answer, boolean head, HeldAnswer held) {
    ByteBuf bytes = AnswerBytes.whole(context.alloc(), answer, head, keeping);
    if (keeping != Keeping.CLOSED && !held.isCounted()) {
      context.write(bytes, context.voidPromise());
    } else {
      ChannelFuture written = context.write(bytes);
      if (held.isCounted()) {
        written.addListener(done -> held.close());
      }
      if (keeping == Keeping.CLOSED) {
        end();
        written.addListener(ChannelFutureListener.CLOSE);
      }
    }
    connection.flushUnlessReading();
  }

  /** Answers what could not be read as a request, in the vendor's shape, and hangs up. */
  private void refuse(@Nullable Throwable cause) {
    last(stub.unreadable(cause));
  }

  private void last(MockResponse answer) {
    end();
    context
        .writeAndFlush(AnswerBytes.whole(context.alloc(), answer, false, Keeping.CLOSED))
        .addListener(ChannelFutureListener.CLOSE);
  }

  boolean hasEnded() {
    return ended;
  }

  /** Listens to nothing more that this client says. */
  void end() {
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
}
