package dev.forecourt.mock.server;

import dev.forecourt.mock.MockSettings;
import dev.forecourt.mock.RandomIds;
import dev.forecourt.mock.Seed;
import dev.forecourt.mock.SeedFile;
import dev.forecourt.mock.Sessions;
import dev.forecourt.mock.Vendor;
import dev.forecourt.mock.VendorStub;
import dev.forecourt.mock.disk.StateFile;
import dev.forecourt.mock.disk.StateFileProblem;
import dev.forecourt.mock.server.Options.Service;
import dev.forecourt.mock.store.StateProblem;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.UncheckedIOException;
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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The mocks of several vendors on one Vert.x. */
final class MockProcess implements AutoCloseable {

  private static final long TIMEOUT_SECONDS = 30;
  // longer than the longest delay
  private static final int IDLE_SECONDS = 90;
  private static final int LOOPS = Runtime.getRuntime().availableProcessors();

  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS).setPreferNativeTransport(true));
  private final Map<Service, Integer> ports = new LinkedHashMap<>();
  private final List<VendorStub> stubs = new ArrayList<>();
  private final List<SeedFile> seeds = new ArrayList<>();
  private final List<Reloader> reloaders = new ArrayList<>();
  private final String host;
  private final int idleSeconds;
  private final Consumer<String> notices;

  private MockProcess(String host, int idleSeconds, Consumer<String> notices) {
    this.host = host;
    this.idleSeconds = idleSeconds;
    this.notices = notices;
  }

  /** Starts all services or none. Throws {@link StartFailure} when a port is taken. */
  static MockProcess start(List<Service> services, String host) {
    return start(services, host, notice -> {});
  }

  /** The same; is told what happens to seed files that change. */
  static MockProcess start(List<Service> services, String host, Consumer<String> notices) {
    return start(services, new MockProcess(host, IDLE_SECONDS, notices));
  }

  /** The same; hangs up on a client that neither sends nor is sent anything for so long. */
  static MockProcess start(List<Service> services, String host, int idleSeconds) {
    return start(services, new MockProcess(host, idleSeconds, notice -> {}));
  }

  private static MockProcess start(List<Service> services, MockProcess process) {
    try {
      services.forEach(process::serve);
      return process;
    } catch (StartFailure e) {
      process.close();
      throw e;
    }
  }

  private void serve(Service service) {
    VendorStub stub = open(service);
    AtomicInteger port = new AtomicInteger();
    // to Vert.x, 0 is a free port for each listener; listeners with the same negative number share
    // one
    int wanted = service.port() == 0 ? -stubs.size() : service.port();
    Future<String> deployed =
        vertx.deployVerticle(
            () -> new Listener(stub, host, wanted, idleSeconds, port),
            new DeploymentOptions().setInstances(LOOPS));
    await(service, deployed);
    ports.put(service, port.get());
  }

  /** A stub with its seed and its file. Throws {@link StartFailure} when one of them is no good. */
  private VendorStub open(Service service) {
    Vendor vendor = service.vendor();
    try {
      SeedFile seed = service.seed() == null ? null : new SeedFile(vendor.id(), service.seed());
      MockSettings settings =
          new MockSettings(
              service.keys(),
              Clock.systemUTC(),
              new RandomIds(),
              seed == null ? new Seed() : seed.seed(),
              service.checkResponses());
      VendorStub stub = open(service, settings, seed);
      stubs.add(stub);
      if (service.state() != null) {
        stub.state().keepIn(StateFile.open(service.state(), vendor.id()));
      }
      if (seed != null) {
        seeds.add(seed);
        seed.watch(stub, notices);
      }
      return stub;
    } catch (StateProblem | StateFileProblem | UncheckedIOException e) {
      throw new StartFailure(String.valueOf(e.getMessage()), e);
    }
  }

  private VendorStub open(Service service, MockSettings settings, @Nullable SeedFile seed) {
    try {
      if (service.classes() == null) {
        return new Sessions(service.vendor(), settings);
      }
      Reloader reloader =
          new Reloader(service.classes(), each -> new Sessions(each, settings), notices);
      reloaders.add(reloader.start());
      return reloader.stub();
    } catch (StateProblem e) {
      throw seed == null ? e : seed.unfit(e);
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
    seeds.forEach(SeedFile::close);
    stubs.forEach(VendorStub::close);
    reloaders.forEach(Reloader::close);
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
    private final int idleSeconds;
    private final AtomicInteger actual;

    Listener(VendorStub stub, String host, int port, int idleSeconds, AtomicInteger actual) {
      this.stub = stub;
      this.host = host;
      this.port = port;
      this.idleSeconds = idleSeconds;
      this.actual = actual;
    }

    @Override
    public Future<?> start() {
      return VertxTransport.listen(vertx, stub, host, port, idleSeconds)
          .onSuccess(server -> actual.set(server.actualPort()));
    }
  }
}
