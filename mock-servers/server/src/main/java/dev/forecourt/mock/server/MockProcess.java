package dev.forecourt.mock.server;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import dev.forecourt.mock.server.Options.Service;
import dev.forecourt.mock.vendor.VendorStub;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import java.net.BindException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The mocks of several vendors on one Vert.x. */
final class MockProcess implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(MockProcess.class.getName());
  private static final long TIMEOUT_SECONDS = 30;
  // longer than the longest delay
  private static final int IDLE_SECONDS = 90;
  // the other half of the processors belongs to those who call
  private static final int LOOPS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  private static final int OPENERS = 2;

  private final Vertx vertx =
      Vertx.vertx(
          new VertxOptions()
              .setEventLoopPoolSize(LOOPS)
              .setPreferNativeTransport(true)
              // no file is served: Vert.x need not make a folder for those of the class path
              .setFileSystemOptions(
                  new FileSystemOptions()
                      .setClassPathResolvingEnabled(false)
                      .setFileCachingEnabled(false)));
  private final Map<Service, Integer> ports = new LinkedHashMap<>();
  private final List<OpenStub> stubs = new ArrayList<>();
  private final Queue<HttpServer> servers = new ConcurrentLinkedQueue<>();
  private final String host;
  private final int idleSeconds;

  private MockProcess(String host, int idleSeconds) {
    this.host = host;
    this.idleSeconds = idleSeconds;
  }

  /** Starts all services or none. Throws {@link StartFailure} when a port is taken. */
  static MockProcess start(List<Service> services, String host) {
    return start(services, host, notice -> {});
  }

  /** The same; is told what happens to seed files that change. */
  static MockProcess start(List<Service> services, String host, Consumer<String> notices) {
    return start(services, host, IDLE_SECONDS, notices);
  }

  /** The same; hangs up on a client that neither sends nor is sent anything for so long. */
  static MockProcess start(List<Service> services, String host, int idleSeconds) {
    return start(services, host, idleSeconds, notice -> {});
  }

  private static MockProcess start(
      List<Service> services, String host, int idleSeconds, Consumer<String> notices) {
    ExecutorService openers = Executors.newFixedThreadPool(OPENERS);
    try {
      // the stubs are filled while Vert.x starts
      List<CompletableFuture<OpenStub>> opening =
          services.stream()
              .map(each -> supplyAsync(() -> OpenStub.open(each, notices), openers))
              .toList();
      MockProcess process = new MockProcess(host, idleSeconds);
      try {
        process.serve(services, opening);
        return process;
      } catch (RuntimeException e) {
        opening.forEach(each -> each.handle((stub, failure) -> process.keep(stub)).join());
        process.close();
        throw e;
      }
    } finally {
      openers.shutdown();
    }
  }

  private void serve(List<Service> services, List<CompletableFuture<OpenStub>> opening) {
    Map<Service, Future<Integer>> listening = new LinkedHashMap<>();
    try {
      listen(services, opening, listening);
      listening.forEach((service, port) -> ports.put(service, await(service, port)));
    } catch (RuntimeException e) {
      // Vert.x cannot be closed in the middle of it
      listening
          .values()
          .forEach(
              port ->
                  port.toCompletionStage()
                      .handle((done, failure) -> done)
                      .toCompletableFuture()
                      .join());
      throw e;
    }
  }

  private void listen(
      List<Service> services,
      List<CompletableFuture<OpenStub>> opening,
      Map<Service, Future<Integer>> listening) {
    for (int i = 0; i < services.size(); i++) {
      Service service = services.get(i);
      OpenStub stub = join(opening.get(i));
      keep(stub);
      // to Vert.x, 0 is a free port for each listener; listeners with the same negative number
      // share one
      int wanted = service.port() == 0 ? -stubs.size() : service.port();
      listening.put(service, listen(stub.stub(), wanted));
    }
  }

  private Future<Integer> listen(VendorStub stub, int wanted) {
    AtomicInteger port = new AtomicInteger();
    return vertx
        .deployVerticle(
            () -> new Listener(stub, host, wanted, idleSeconds, port, servers),
            new DeploymentOptions().setInstances(LOOPS))
        .map(id -> port.get());
  }

  /** Remembers a stub, if it was opened, for it to be closed with the process. */
  private boolean keep(@Nullable OpenStub stub) {
    return stub != null && !stubs.contains(stub) && stubs.add(stub);
  }

  private static OpenStub join(CompletableFuture<OpenStub> opening) {
    try {
      return opening.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StartFailure failure ? failure : e;
    }
  }

  private <T> T await(Service service, Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw failure(service, e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw failure(service, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(service, e);
    }
  }

  private StartFailure failure(Service service, Throwable cause) {
    String id = service.vendor().id();
    String what = "Cannot serve %s on %s:%d".formatted(id, host, service.port());
    return cause instanceof BindException
        ? new StartFailure(
            "%s: the port is taken or the address is not ours. End the other process, or choose: --port %s=0"
                .formatted(what, id),
            cause)
        : new StartFailure(what + ": " + cause, cause);
  }

  /** The port a vendor is served on. */
  int port(String vendorId) {
    return ports.entrySet().stream()
        .filter(each -> each.getKey().vendor().id().equals(vendorId))
        .mapToInt(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("Vendor '%s' is not served".formatted(vendorId)));
  }

  /** One line per vendor: where it is, its key, and a command to try. */
  List<String> ready() {
    List<String> lines = new ArrayList<>();
    ports.forEach(
        (service, port) -> {
          String url = "http://" + host + ":" + port;
          lines.add(
              "%s ready at %s  try: curl%s '%s%s'"
                  .formatted(
                      service.vendor().id(),
                      url,
                      credentials(service),
                      url,
                      service.vendor().samplePath()));
        });
    return lines;
  }

  private static String credentials(Service service) {
    // a default key is public; one of the user's own is not printed
    boolean own = !service.keys().equals(service.vendor().defaultKeys());
    StringBuilder options = new StringBuilder();
    service
        .vendor()
        .headers(service.keys())
        .forEach(
            (header, value) ->
                options
                    .append(" -H '")
                    .append(header)
                    .append(": ")
                    .append(own ? "****" : value)
                    .append('\''));
    return options.toString();
  }

  /**
   * Takes no more connections, lets requests and then calls of webhooks that are under way end, and
   * closes; what has not ended within this time in all is cut off.
   */
  void close(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    List<Future<Void>> leaving =
        servers.stream()
            .map(each -> each.shutdown(atMost.toMillis(), TimeUnit.MILLISECONDS))
            .toList();
    try {
      Future.join(leaving)
          .toCompletionStage()
          .toCompletableFuture()
          .get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(System.Logger.Level.INFO, "Requests under way are cut off: {0} passed", atMost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (OpenStub each : stubs) {
      each.stub().drain(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }
    close();
  }

  /** Closes the ports and ends the threads at once; waits until that is done. */
  @Override
  public void close() {
    stubs.forEach(OpenStub::close);
    try {
      vertx
          .close()
          .toCompletionStage()
          .toCompletableFuture()
          .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(System.Logger.Level.WARNING, "Closing failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One per event loop: Vert.x lets the servers of one deployment share a port. */
  private static final class Listener extends VerticleBase {
    private final VendorStub stub;
    private final String host;
    private final int port;
    private final int idleSeconds;
    private final AtomicInteger actual;
    private final Queue<HttpServer> servers;

    Listener(
        VendorStub stub,
        String host,
        int port,
        int idleSeconds,
        AtomicInteger actual,
        Queue<HttpServer> servers) {
      this.stub = stub;
      this.host = host;
      this.port = port;
      this.idleSeconds = idleSeconds;
      this.actual = actual;
      this.servers = servers;
    }

    @Override
    public Future<?> start() {
      return VertxTransport.listen(vertx, stub, host, port, idleSeconds)
          .onSuccess(servers::add)
          .onSuccess(server -> actual.set(server.actualPort()));
    }
  }
}
