package dev.forecourt.mock.server;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.memory.Budgets;
import dev.forecourt.mock.serving.ServedStub;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Has a stub answer, whatever happens: also for what it fails at and what is no request. */
final class StubCaller {

  private static final System.Logger LOG = System.getLogger(StubCaller.class.getName());

  private final ServedStub stub;
  private final Executor workers;

  /** With threads for what would hold up an event loop. */
  StubCaller(ServedStub stub, Executor workers) {
    this.stub = stub;
    this.workers = workers;
  }

  int maxBodyBytes(MockRequest asked) {
    return stub.maxBodyBytes(asked);
  }

  /** The answer to a request whose body has come; null when making it takes time. */
  @Nullable MockResponse atOnce(NettyRequest asked, RequestBody collected) {
    try {
      if (collected.isFull()) {
        return stub.refuse(asked, Budgets.ofThisJvm().bodies().refusal());
      }
      asked.body(collected.bytes());
      return stub.handleAtOnce(asked);
    } catch (RuntimeException | Error e) {
      return failed(asked, e);
    }
  }

  /** Makes the answer on another thread and hands it over on the event loop. */
  void later(NettyRequest asked, Executor loop, Consumer<MockResponse> made) {
    workers.execute(
        () -> {
          MockResponse answer = waitedFor(asked);
          loop.execute(() -> made.accept(answer));
        });
  }

  private MockResponse waitedFor(NettyRequest asked) {
    try {
      return stub.handle(asked);
    } catch (RuntimeException | Error e) {
      return failed(asked, e);
    }
  }

  /** What a stub could not answer itself, such as what took the last of the memory. */
  private MockResponse failed(NettyRequest asked, Throwable cause) {
    LOG.log(System.Logger.Level.ERROR, "The mock failed", cause);
    return stub.refuse(
        asked,
        500,
        "The mock itself failed (%s); its log has the stack trace"
            .formatted(cause.getClass().getSimpleName()));
  }

  MockResponse refuse(NettyRequest asked, Refusal refusal) {
    return stub.refuse(asked, refusal);
  }

  /** A refusal of a request whose line or headers are too long; null when they are not. */
  @Nullable MockResponse tooLong(NettyRequest asked) {
    if (asked.lineBytes() > MockRequest.MAX_LINE_BYTES) {
      return stub.refuse(asked, 414, MockRequest.LINE_TOO_LONG);
    }
    return asked.headerBytes() > MockRequest.MAX_HEADER_BYTES
        ? stub.refuse(asked, 431, MockRequest.HEADERS_TOO_LONG)
        : null;
  }

  /** The answer to what could not be read as a request; the cause is null for another version. */
  MockResponse unreadable(@Nullable Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return stub.refuseUnread(414, MockRequest.LINE_TOO_LONG);
    }
    if (cause instanceof TooLongHttpHeaderException) {
      return stub.refuseUnread(431, MockRequest.HEADERS_TOO_LONG);
    }
    return stub.refuseUnread(400, "the request is not HTTP/1.1 as it should be written");
  }
}
