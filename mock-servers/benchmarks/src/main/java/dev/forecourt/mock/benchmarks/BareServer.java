package dev.forecourt.mock.benchmarks;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The yardstick: Vert.x as bare as it comes, which answers three paths with bytes that it was given
 * and does nothing else. Arguments: port, event loops, then the files with the bodies of list, get
 * one and create.
 */
public final class BareServer extends VerticleBase {
  private final int port;
  private final Map<String, Buffer> bodies;

  private BareServer(int port, Map<String, Buffer> bodies) {
    this.port = port;
    this.bodies = bodies;
  }

  /** Runs until the process is ended. */
  public static void main(String[] args) throws IOException {
    int loops = Integer.parseInt(args[1]);
    Map<String, Buffer> bodies =
        Map.of(
            Target.LIST.path(), bytes(args[2]),
            Target.ONE.path(), bytes(args[3]),
            Target.CREATE.path(), bytes(args[4]));
    Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops).setPreferNativeTransport(true))
        .deployVerticle(
            () -> new BareServer(Integer.parseInt(args[0]), bodies),
            new DeploymentOptions().setInstances(loops))
        .onSuccess(id -> System.out.println("ready"))
        .onFailure(
            failure -> {
              System.err.println("The bare server cannot listen: " + failure);
              System.exit(1);
            });
  }

  private static Buffer bytes(String file) throws IOException {
    return Buffer.buffer(Files.readAllBytes(Path.of(file)));
  }

  @Override
  public Future<?> start() {
    return vertx
        .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port))
        .requestHandler(this::answer)
        .listen();
  }

  private void answer(HttpServerRequest request) {
    Buffer body = bodies.get(request.path());
    request
        .response()
        .setStatusCode(body == null ? 404 : 200)
        .putHeader("Content-Type", "application/json")
        .end(body == null ? Buffer.buffer() : body);
  }
}
