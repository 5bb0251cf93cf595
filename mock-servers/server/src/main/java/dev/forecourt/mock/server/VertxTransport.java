package dev.forecourt.mock.server;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.memory.BodyBuffer;
import dev.forecourt.mock.memory.Budgets;
import dev.forecourt.mock.memory.HeldAnswer;
import dev.forecourt.mock.vendor.VendorStub;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.buffer.BufferInternal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Serves a stub with Vert.x, on the event loop unless the stub says that it would block. */
final class VertxTransport {

  // read this far past a refused body, so that the client reads the refusal instead of a broken
  // pipe
  private static final long MAX_DISCARDED_BYTES = 16L * 1024 * 1024;

  // what stands in nearly every answer, in the form that costs nothing to send
  private static final Map<String, CharSequence> ENCODED =
      Stream.of(
              "Content-Type",
              "application/json",
              "Access-Control-Allow-Origin",
              "Access-Control-Expose-Headers",
              "*")
          .collect(Collectors.toUnmodifiableMap(text -> text, HttpHeaders::createOptimized));

  private static final System.Logger LOG = System.getLogger(VertxTransport.class.getName());
  private static final byte[] NO_BODY = {};

  private final Vertx vertx;
  private final VendorStub stub;

  private VertxTransport(Vertx vertx, VendorStub stub) {
    this.vertx = vertx;
    this.stub = stub;
  }

  /**
   * Starts to listen; the result fails when the port is taken. Call it once per event loop to use
   * several.
   */
  static Future<HttpServer> listen(
      Vertx vertx, VendorStub stub, String host, int port, int idleSeconds) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(host)
            .setPort(port)
            .setMaxInitialLineLength(MockRequest.MAX_LINE_BYTES)
            .setMaxHeaderSize(MockRequest.MAX_HEADER_BYTES)
            .setIdleTimeout(idleSeconds)
            // no vendor speaks HTTP/2 without TLS; faults and limits are those of HTTP/1.1
            .setHttp2ClearTextEnabled(false)
            // no vendor speaks WebSocket, whose handler looks at every message
            .setPerFrameWebSocketCompressionSupported(false)
            .setPerMessageWebSocketCompressionSupported(false)
            .setHandle100ContinueAutomatically(true);
    VertxTransport transport = new VertxTransport(vertx, stub);
    return vertx
        .createHttpServer(options)
        .connectionHandler(HalfClose::allow)
        .requestHandler(transport::serve)
        .invalidRequestHandler(transport::refuse)
        .listen();
  }

  private void serve(HttpServerRequest request) {
    BodyReader body = new BodyReader(request);
    request.handler(body::add);
    // the client went away: nobody is left to answer
    request.exceptionHandler(failure -> body.close());
    request.endHandler(end -> answer(request, body));
  }

  private void answer(HttpServerRequest request, BodyReader body) {
    MockResponse mock;
    try {
      if (body.isFull()) {
        mock = stub.refuse(Budgets.ofThisJvm().bodies().refusal());
      } else {
        VertxRequest asked = new VertxRequest(request, body.bytes());
        mock = stub.handleAtOnce(asked);
        if (mock == null) {
          answerLater(asked, body);
          return;
        }
      }
    } catch (RuntimeException | Error e) {
      mock = failed(e);
    }
    body.close();
    schedule(mock, request);
  }

  private void answerLater(VertxRequest asked, BodyReader body) {
    vertx
        .executeBlocking(() -> stub.handle(asked), false)
        .onComplete(
            done -> {
              body.close();
              schedule(done.succeeded() ? done.result() : failed(done.cause()), asked.request);
            });
  }

  /** What a stub could not answer itself, such as what took the last of the memory. */
  private MockResponse failed(Throwable cause) {
    LOG.log(System.Logger.Level.ERROR, "The mock failed", cause);
    return stub.refuse(
        500,
        "The mock itself failed (%s); its log has the stack trace"
            .formatted(cause.getClass().getSimpleName()));
  }

  private void schedule(MockResponse mock, HttpServerRequest request) {
    HeldAnswer held = HeldAnswer.of(mock, request.method().name());
    if (held.isRefused()) {
      deliver(stub.refuse(held.refusal()), request);
      return;
    }
    if (mock.delayMillis() > 0) {
      vertx.setTimer(
          mock.delayMillis(), timer -> deliver(mock, request).onComplete(sent -> held.close()));
    } else {
      Future<?> sending = deliver(mock, request);
      if (held.isCounted()) {
        sending.onComplete(sent -> held.close());
      }
    }
  }

  /** Done when all is with the system, or nobody is there any more. */
  private static Future<?> deliver(MockResponse mock, HttpServerRequest request) {
    if (mock.fault() == null) {
      return send(mock, request);
    }
    BrokenAnswer.send(mock, mock.fault(), request);
    return Future.succeededFuture();
  }

  /** Answers what could not be read as a request, in the vendor's shape, and hangs up. */
  private void refuse(HttpServerRequest request) {
    Throwable cause = request.decoderResult().cause();
    MockResponse mock;
    if (cause instanceof TooLongHttpLineException) {
      mock = stub.refuse(414, MockRequest.LINE_TOO_LONG);
    } else if (cause instanceof TooLongHttpHeaderException) {
      mock = stub.refuse(431, MockRequest.HEADERS_TOO_LONG);
    } else {
      mock = stub.refuse(400, "the request is not HTTP/1.1 as it should be written");
    }
    request.response().putHeader("Connection", "close");
    send(mock, request);
    request.connection().close();
  }

  private static Future<?> send(MockResponse mock, HttpServerRequest request) {
    HttpServerResponse response = request.response();
    if (response.closed() || response.ended()) {
      return Future.succeededFuture();
    }
    response.setStatusCode(mock.status());
    MultiMap headers = response.headers();
    mock.forEachHeader((name, value) -> headers.add(encoded(name), encoded(value)));
    headers.set(HttpHeaders.DATE, HttpDate.now());
    if (request.method().name().equals("HEAD")) {
      return response.putHeader("Content-Length", Integer.toString(mock.body().length)).end();
    }
    // not copied: the array of an answer does not change
    return mock.body().length == 0
        ? response.end()
        : response.end(BufferInternal.buffer(Unpooled.wrappedBuffer(mock.body())));
  }

  private static CharSequence encoded(String text) {
    CharSequence known = ENCODED.get(text);
    return known == null ? text : known;
  }

  private static String path(HttpServerRequest request) {
    String path = request.path();
    return path == null || path.isEmpty() ? "/" : path;
  }

  /** Collects a body up to the limit and counts the rest. */
  private final class BodyReader implements AutoCloseable {
    private final HttpServerRequest request;
    private final BodyBuffer buffer;
    private long discarded;

    BodyReader(HttpServerRequest request) {
      this.request = request;
      buffer =
          new BodyBuffer(
              Budgets.ofThisJvm().bodies(),
              MockRequest.MAX_BODY_BYTES,
              () -> stub.maxBodyBytes(new VertxRequest(request, NO_BODY)));
    }

    void add(Buffer part) {
      discarded += buffer.add(bytes(part));
      if (discarded > MAX_DISCARDED_BYTES) {
        request.connection().close();
      }
    }

    /** The bytes themselves where they fill an array of their own, as Vert.x hands them over. */
    private static byte[] bytes(Buffer part) {
      ByteBuf content = ((BufferInternal) part).getByteBuf();
      boolean whole =
          content.hasArray()
              && content.arrayOffset() == 0
              && content.readerIndex() == 0
              && content.readableBytes() == content.array().length;
      return whole ? content.array() : part.getBytes();
    }

    boolean isFull() {
      return buffer.isFull();
    }

    byte[] bytes() {
      return buffer.bytes();
    }

    @Override
    public void close() {
      buffer.close();
    }
  }

  private record VertxRequest(HttpServerRequest request, byte[] body) implements MockRequest {

    @Override
    public String method() {
      return request.method().name();
    }

    @Override
    public String path() {
      return VertxTransport.path(request);
    }

    @Override
    public @Nullable String query() {
      return request.query();
    }

    @Override
    public @Nullable String header(String name) {
      return request.headers().get(name);
    }

    @Override
    public List<String> headers(String name) {
      return request.headers().getAll(name);
    }
  }
}
