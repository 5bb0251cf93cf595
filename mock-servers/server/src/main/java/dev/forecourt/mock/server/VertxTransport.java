package dev.forecourt.mock.server;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
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
        .requestHandler(transport::serve)
        .invalidRequestHandler(transport::refuse)
        .listen();
  }

  private void serve(HttpServerRequest request) {
    BodyReader body = new BodyReader(request);
    request.handler(body::add);
    request.exceptionHandler(failure -> {}); // the client went away: nobody is left to answer
    request.endHandler(end -> answer(request, body.bytes()));
  }

  private void answer(HttpServerRequest request, byte[] body) {
    VertxRequest asked = new VertxRequest(request, body);
    MockResponse mock = stub.handleAtOnce(asked);
    if (mock == null) {
      vertx
          .executeBlocking(() -> stub.handle(asked), false)
          .onSuccess(late -> schedule(late, request));
    } else {
      schedule(mock, request);
    }
  }

  private void schedule(MockResponse mock, HttpServerRequest request) {
    if (mock.delayMillis() > 0) {
      vertx.setTimer(mock.delayMillis(), timer -> deliver(mock, request));
    } else {
      deliver(mock, request);
    }
  }

  private static void deliver(MockResponse mock, HttpServerRequest request) {
    if (mock.fault() == null) {
      send(mock, request);
    } else {
      BrokenAnswer.send(mock, mock.fault(), request);
    }
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

  private static void send(MockResponse mock, HttpServerRequest request) {
    HttpServerResponse response = request.response();
    if (response.closed() || response.ended()) {
      return;
    }
    response.setStatusCode(mock.status());
    MultiMap headers = response.headers();
    mock.forEachHeader((name, value) -> headers.add(encoded(name), encoded(value)));
    headers.set(HttpHeaders.DATE, HttpDate.now());
    if (request.method().name().equals("HEAD")) {
      response.putHeader("Content-Length", Integer.toString(mock.body().length)).end();
    } else if (mock.body().length == 0) {
      response.end();
    } else {
      // not copied: the array of an answer does not change
      response.end(BufferInternal.buffer(Unpooled.wrappedBuffer(mock.body())));
    }
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
  private static final class BodyReader {
    private static final byte[] NONE = {};
    private final HttpServerRequest request;
    private byte[] first = NONE;
    private @Nullable Buffer collected;
    private long discarded;

    BodyReader(HttpServerRequest request) {
      this.request = request;
    }

    void add(Buffer part) {
      int most = MockRequest.maxBodyBytes(path(request)) + 1;
      if (collected == null && first.length == 0 && part.length() <= most) {
        // nearly always the whole body: no need to collect it
        first = bytes(part);
        return;
      }
      Buffer buffer = collected == null ? collected = Buffer.buffer(first) : collected;
      int room = most - buffer.length();
      if (part.length() <= room) {
        buffer.appendBuffer(part);
      } else {
        buffer.appendBuffer(part, 0, room);
        discarded += part.length() - room;
        if (discarded > MAX_DISCARDED_BYTES) {
          request.connection().close();
        }
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

    byte[] bytes() {
      return collected == null ? first : collected.getBytes();
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
