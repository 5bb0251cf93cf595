package dev.forecourt.mock.server;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import dev.forecourt.mock.console.Console;
import dev.forecourt.mock.console.ConsoleVendor;
import dev.forecourt.mock.control.ControlAccess;
import dev.forecourt.mock.http.HostName;
import dev.forecourt.mock.serving.ServedStub;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The mocks of several vendors in one process. */
final class MockProcess implements AutoCloseable {

  // longer than the longest delay
  private static final int IDLE_SECONDS = 90;
  // the other half of the processors belongs to those who call
  private static final int LOOPS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  private static final int OPENERS = 2;
  private static final int CONSOLE_PORT = 4010;

  private final NettyServer server;
  private final Map<Service, Integer> ports = new LinkedHashMap<>();
  private final List<OpenStub> stubs = new ArrayList<>();
  private final String host;
  private final int idleSeconds;
  private final @Nullable Https https;
  // read by the threads that answer
  private volatile @Nullable Console console;

  private MockProcess(String host, int idleSeconds, @Nullable Https https) {
    this.host = host;
    this.idleSeconds = idleSeconds;
    this.https = https;
    server = new NettyServer(LOOPS, https);
  }

  /** Starts all services or none. Throws {@link StartFailure} when a port is taken. */
  static MockProcess start(List<Service> services, String host) {
    return start(services, host, null, notice -> {});
  }

  /**
   * The same; speaks HTTPS as well unless that is null, and is told what happens to seed files that
   * change.
   */
  static MockProcess start(
      List<Service> services, String host, @Nullable Https https, Consumer<String> notices) {
    return start(services, host, IDLE_SECONDS, https, notices);
  }

  /** The same; hangs up on a client that neither sends nor is sent anything for so long. */
  static MockProcess start(List<Service> services, String host, int idleSeconds) {
    return start(services, host, idleSeconds, null, notice -> {});
  }

  private static MockProcess start(
      List<Service> services,
      String host,
      int idleSeconds,
      @Nullable Https https,
      Consumer<String> notices) {
    ExecutorService openers = Executors.newFixedThreadPool(OPENERS);
    try {
      // the stubs are made while Netty starts
      List<CompletableFuture<OpenStub>> opening =
          services.stream()
              .map(each -> supplyAsync(() -> OpenStub.open(each, notices), openers))
              .toList();
      MockProcess process = new MockProcess(host, idleSeconds, https);
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
    for (int i = 0; i < services.size(); i++) {
      Service service = services.get(i);
      OpenStub stub = join(opening.get(i));
      keep(stub);
      ServedStub served = new ServedStub(stub.stub(), service.serving(this::consoleUrl));
      try {
        ports.put(service, server.listen(served, host, service.port(), idleSeconds));
      } catch (IOException e) {
        throw failure(service, e);
      }
    }
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

  private String url(String scheme, Service service, int port) {
    return scheme + "://" + HostName.inUrl(host) + ":" + port + service.base().prefix();
  }

  private @Nullable String consoleUrl() {
    Console served = console;
    return served == null ? null : "http://" + HostName.inUrl(host) + ":" + served.port();
  }

  /**
   * One line per vendor: where it is, its key, and a command to try; more where it is not as usual.
   */
  List<String> ready() {
    List<String> lines = new ArrayList<>();
    ports.forEach(
        (service, port) -> {
          String url = url(https == null ? "http" : "https", service, port);
          lines.add(
              "%s ready at %s  try: curl%s%s '%s%s'"
                  .formatted(
                      service.vendor().id(),
                      url,
                      https == null ? "" : https.curlOption(),
                      headers(service),
                      url,
                      service.vendor().samplePath()));
          if (service.unsigned()) {
            lines.add(
                "%s takes calls without signatures (--unsigned); the vendor itself does not"
                    .formatted(service.vendor().id()));
          }
        });
    if (https != null) {
      lines.add(https.describe());
    }
    return lines;
  }

  /**
   * Serves the page that shows all of them, and says where. The usual port may be taken: then there
   * is none, which is said as well. Throws {@link StartFailure} when another one was asked for.
   */
  String serveConsole(ControlAccess access, @Nullable Integer port) {
    List<ConsoleVendor> shown = new ArrayList<>();
    ports.forEach(
        (service, its) ->
            shown.add(
                new ConsoleVendor(
                    service.vendor(),
                    stubs.get(shown.size()).stub(),
                    URI.create(url("http", service, its)),
                    service.keys())));
    int wanted = port == null ? CONSOLE_PORT : port;
    try {
      console = Console.start(shown, access, host, wanted);
      return "console at " + consoleUrl();
    } catch (IOException e) {
      String what = "No console at %s:%d: %s.".formatted(host, wanted, e.getMessage());
      if (port != null) {
        close();
        throw new StartFailure(what + " Choose another one: --console-port 0", e);
      }
      return what + " The mocks do not need it; for another port: --console-port 0";
    }
  }

  private static String headers(Service service) {
    // a default key is public; one of the user's own is not printed
    boolean own = !service.keys().equals(service.vendor().defaultKeys());
    StringBuilder options = new StringBuilder();
    Map<String, String> keyed =
        service.unsigned() ? Map.of() : service.vendor().headers(service.keys());
    keyed.forEach((header, value) -> options.append(header(header, own ? "****" : value)));
    service
        .vendor()
        .sampleHeaders()
        .forEach((header, value) -> options.append(header(header, value)));
    return options.toString();
  }

  private static String header(String name, String value) {
    return " -H '" + name + ": " + value.replace("'", "'\\''") + "'";
  }

  /**
   * Takes no more connections, lets requests and then calls of webhooks that are under way end, and
   * closes; what has not ended within this time in all is cut off.
   */
  void close(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    server.drain(atMost);
    for (OpenStub each : stubs) {
      each.stub().drain(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }
    close();
  }

  /** Closes the ports and ends the threads at once; waits until that is done. */
  @Override
  public void close() {
    Console served = console;
    if (served != null) {
      served.close();
    }
    stubs.forEach(OpenStub::close);
    server.close();
  }
}
