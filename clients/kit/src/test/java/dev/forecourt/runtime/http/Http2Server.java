package dev.forecourt.runtime.http;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PfxOptions;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Vert.x with HTTP/2 over TLS and so many streams at the same time. */
final class Http2Server implements AutoCloseable {
  private final Vertx vertx;
  private final HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicInteger opened = new AtomicInteger();
  private final Set<HttpVersion> versions = ConcurrentHashMap.newKeySet();

  /** Waits before each answer, so that requests meet. */
  Http2Server(long streams, long delayMillis, HttpVersion... versions) {
    this(streams, delayMillis, HttpServerRequest::response, versions);
  }

  /** What an answer is besides its text. */
  interface Answering {
    io.vertx.core.http.HttpServerResponse to(HttpServerRequest request);
  }

  Http2Server(long streams, long delayMillis, Answering answering, HttpVersion... versions) {
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost("127.0.0.1")
            .setPort(0)
            .setSsl(true)
            .setUseAlpn(true)
            .setSslHandshakeTimeout(60)
            .setAcceptBacklog(500)
            .setAlpnVersions(List.of(versions))
            .setInitialSettings(new Http2Settings().setMaxConcurrentStreams(streams))
            .setKeyCertOptions(new PfxOptions().setPassword(TestTls.PASSWORD).setValue(store()));
    server =
        vertx
            .createHttpServer(options)
            .connectionHandler(
                connection -> {
                  opened.incrementAndGet();
                  connections.add(connection);
                  connection.closeHandler(closed -> connections.remove(connection));
                })
            .requestHandler(
                request -> {
                  this.versions.add(request.version());
                  requests.incrementAndGet();
                  most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                  request
                      .body()
                      .onSuccess(
                          body ->
                              later(
                                  delayMillis,
                                  () -> {
                                    underWay.decrementAndGet();
                                    answering
                                        .to(request)
                                        .end(request.method() + " " + body.length());
                                  }));
                });
    await(server.listen());
  }

  private void later(long millis, Runnable task) {
    if (millis > 0) {
      vertx.setTimer(millis, id -> task.run());
    } else {
      task.run();
    }
  }

  private static Buffer store() {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      TestTls.local().keys().store(bytes, TestTls.PASSWORD.toCharArray());
      return Buffer.buffer(bytes.toByteArray());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T await(io.vertx.core.Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  URI uri(String path) {
    return URI.create("https://127.0.0.1:" + server.actualPort() + path);
  }

  int requests() {
    return requests.get();
  }

  int opened() {
    return opened.get();
  }

  /** Most requests that were under way at the same time. */
  int most() {
    return most.get();
  }

  Set<HttpVersion> versions() {
    return versions;
  }

  /** Lets every open connection allow so many streams from now on. */
  void allow(long streams) {
    connections.forEach(
        connection ->
            connection.updateSettings(new Http2Settings().setMaxConcurrentStreams(streams)));
  }

  /** Takes leave of every open connection; what has begun is still answered. */
  void goAway() {
    connections.forEach(connection -> connection.shutdown(10, TimeUnit.SECONDS));
  }

  @Override
  public void close() {
    await(server.close());
    await(vertx.close());
  }
}
