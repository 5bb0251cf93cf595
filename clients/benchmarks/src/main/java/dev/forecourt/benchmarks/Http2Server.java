package dev.forecourt.benchmarks;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PfxOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The answers of {@link AnswerServer} over TLS from Vert.x, which offers HTTP/2 and HTTP/1.1 in the
 * handshake and allows {@value #MOST_STREAMS} requests at a time on one connection of HTTP/2. Takes
 * an import of appointments, too.
 */
final class Http2Server {
  private static final int MOST_STREAMS = 100;

  private final Vertx vertx;
  private final long delayMillis;
  private final Counts counts = new Counts();
  private final Map<String, Buffer> answers = new HashMap<>();

  private Http2Server(Vertx vertx, long delayMillis) {
    this.vertx = vertx;
    this.delayMillis = delayMillis;
    for (Answer answer : Answer.values()) {
      answers.put(answer.path(), Buffer.buffer(answer.bytes()));
    }
  }

  public static void main(String[] arguments) throws Exception {
    Vertx vertx = Vertx.vertx();
    Http2Server server = new Http2Server(vertx, Long.parseLong(arguments[1]));
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost("127.0.0.1")
            .setPort(0)
            // a backlog for callers that all come at once
            .setAcceptBacklog(1000)
            .setSsl(true)
            .setUseAlpn(true)
            .setKeyCertOptions(
                new PfxOptions()
                    .setPath(Certificate.keyStore().toString())
                    .setPassword(Certificate.PASSWORD))
            .setInitialSettings(new Http2Settings().setMaxConcurrentStreams(MOST_STREAMS));
    HttpServer http =
        vertx
            .createHttpServer(options)
            .connectionHandler(connection -> server.counts.connection())
            .requestHandler(server::answer)
            .listen()
            .await(10, TimeUnit.SECONDS);
    server.counts.tell(http.actualPort());
  }

  private void answer(HttpServerRequest request) {
    request.endHandler(
        end -> {
          counts.request(request.version() == HttpVersion.HTTP_2);
          if (delayMillis == 0) {
            send(request);
          } else {
            vertx.setTimer(delayMillis, id -> send(request));
          }
        });
  }

  private void send(HttpServerRequest request) {
    Buffer body = answers.get(request.uri());
    if (request.method() == HttpMethod.GET && body != null) {
      request.response().putHeader("Content-Type", "application/json").end(body);
    } else if (request.method() == HttpMethod.POST && request.path().equals(Answer.IMPORT_PATH)) {
      request.response().end();
    } else {
      request.response().setStatusCode(404).end();
    }
  }
}
