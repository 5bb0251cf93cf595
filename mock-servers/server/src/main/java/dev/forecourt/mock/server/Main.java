package dev.forecourt.mock.server;

import dev.forecourt.mock.memory.Budgets;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.Vendors;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * {@code java -jar forecourt-mock-servers.jar}: starts the mocks and keeps them running until the
 * process is told to end.
 */
public final class Main {

  // shorter than the 10 seconds after which Docker kills
  private static final Duration DRAIN = Duration.ofSeconds(8);
  private static final int USAGE_ERROR = 2;
  private static final int START_ERROR = 1;
  // what costs time at each start and is of no use here; a property that is set already stays
  private static final Map<String, String> DEFAULTS =
      Map.of(
          // events of JDK Flight Recorder, which would be loaded with all it needs
          "io.netty.jfr.enabled",
          "false",
          // what names connections in logs; found out by asking for every network interface
          "io.netty.machineId",
          "00:00:00:00:00:01",
          // the process has the heap to itself
          Budgets.PERCENT,
          "60");

  // how the user started it, where that was not java -jar
  private static final String PROGRAM = "forecourt.mock.program";
  // processes without which it ends, by their numbers
  private static final String STARTED_BY = "forecourt.mock.started-by";

  private Main() {}

  /**
   * Runs until the process is told to end. Exit code 2 for a wrong option, 1 when a port cannot be
   * opened.
   */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    Starters.of(System.getProperty(STARTED_BY, "")).onEnd(() -> System.exit(0));
    int code = serve(Vendors.all(), List.of(args), out, err);
    if (code != 0) {
      System.exit(code);
    }
  }

  private static String ready(int mocks) {
    return mocks == 1 ? "The mock is ready" : "All " + mocks + " mocks are ready";
  }

  private static String version() {
    return Objects.requireNonNullElse(
        Main.class.getPackage().getImplementationVersion(), "of a working copy");
  }

  /** Calls what each vendor's line says to try. */
  private static int selfTest(
      MockProcess process, List<Service> services, PrintStream out, PrintStream err) {
    int failed = 0;
    for (Service service : services) {
      String line = SelfTest.statusLine(service, process.port(service.vendor().id()));
      boolean ok = line.contains(" 200 ");
      (ok ? out : err).println(service.vendor().id() + " answers " + line);
      failed += ok ? 0 : 1;
    }
    process.close();
    return failed == 0 ? 0 : START_ERROR;
  }

  /**
   * The same for these vendors, wherever they come from: serves in threads of its own and returns.
   *
   * @param args options of the command line
   * @return the exit code
   */
  public static int serve(
      List<Vendor> vendors, List<String> args, PrintStream out, PrintStream err) {
    DEFAULTS.forEach(
        (name, value) -> {
          if (System.getProperty(name) == null) {
            System.setProperty(name, value);
          }
        });
    try {
      Options options = Options.parse(args, vendors);
      if (options.help()) {
        out.print(
            Option.usage(System.getProperty(PROGRAM, "java -jar forecourt-mock-servers.jar")));
        return 0;
      }
      if (options.version()) {
        out.println("forecourt-mock-servers " + version());
        return 0;
      }
      List<Service> services = options.services(vendors);
      MockProcess process =
          MockProcess.start(services, options.bind(), options.https(), out::println);
      if (options.selfTest()) {
        return selfTest(process, services, out, err);
      }
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> process.close(DRAIN), "forecourt-mock-stop"));
      process.ready().forEach(out::println);
      if (options.hasConsole()) {
        out.println(process.serveConsole(options.access(), options.consolePort()));
      }
      // what scripts and containers wait for
      out.println(ready(services.size()));
      return 0;
    } catch (IllegalArgumentException e) {
      // the reason alone: a list of all options after it would push it out of sight
      err.println(e.getMessage());
      err.println("--help lists the options.");
      return USAGE_ERROR;
    } catch (StartFailure e) {
      err.println(e.getMessage());
      return START_ERROR;
    }
  }
}
