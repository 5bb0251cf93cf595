package dev.forecourt.mock.server;

import dev.forecourt.mock.MockSettings;
import dev.forecourt.mock.RandomIds;
import dev.forecourt.mock.VendorStub;
import dev.forecourt.mock.server.Options.Service;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.BindException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** The mocks of several vendors on one Vert.x. */
final class MockProcess implements AutoCloseable {

  private static final long TIMEOUT_SECONDS = 30;
  private static final int LOOPS = Runtime.getRuntime().availableProcessors();

  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS).setPreferNativeTransport(true));
  private final Map<Service, Integer> ports = new LinkedHashMap<>();
  private final List<VendorStub> stubs = new ArrayList<>();
  private final String host;

  private MockProcess(String host) {
    this.host = host;
  }

  /** Starts all services or none. Throws {@link StartFailure} when a port is taken. */
  static MockProcess start(List<Service> services, String host) {
    MockProcess process = new MockProcess(host);
    try {
      services.forEach(process::serve);
      return process;
    } catch (StartFailure e) {
      process.close();
      throw e;
    }
  }

  private void serve(Service service) {
    MockSettings settings = new MockSettings(service.keys(), Clock.systemUTC(), new RandomIds());
    VendorStub stub = service.vendor().open(settings);
    stubs.add(stub);
    AtomicInteger port = new AtomicInteger();
    // to Vert.x, 0 is a free port for each listener; listeners with the same negative number share
    // one
    int wanted = service.port() == 0 ? -stubs.size() : service.port();
    Future<String> deployed =
        vertx.deployVerticle(
            () -> new Listener(stub, host, wanted, port),
            new DeploymentOptions().setInstances(LOOPS));
    await(service, deployed);
    ports.put(service, port.get());
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
        .credentials(service.keys())
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

  /** Closes the ports and ends the threads; waits until that is done. */
  @Override
  public void close() {
    stubs.forEach(VendorStub::close);
    try {
      vertx
          .close()
          .toCompletionStage()
          .toCompletableFuture()
          .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      System.getLogger(MockProcess.class.getName())
          .log(System.Logger.Level.WARNING, "Closing failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One per event loop: Vert.x lets the servers of one deployment share a port. */
  private static final class Listener extends VerticleBase {
    private final VendorStub stub;
    private final String host;
    private final int port;
    private final AtomicInteger actual;

    Listener(VendorStub stub, String host, int port, AtomicInteger actual) {
      this.stub = stub;
      this.host = host;
      this.port = port;
      this.actual = actual;
    }

    @Override
    public Future<?> start() {
      return VertxTransport.listen(vertx, stub, host, port)
          .onSuccess(server -> actual.set(server.actualPort()));
    }
  }
}
