package dev.forecourt.contracttests.kit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Prism from npm on the contract of one vendor, on a free port of 127.0.0.1. */
public final class PrismServer implements AutoCloseable {
  private static final Map<String, PrismServer> SHARED = new ConcurrentHashMap<>();

  private final PrismProcess process;
  private final int port;

  private PrismServer(PrismProcess process, String vendor) {
    this.process = process;
    this.port = process.listen(vendor);
  }

  /**
   * The one for all tests of this JVM, which ends with it: Prism remembers nothing, and takes long
   * to start. Not for requests that may end it.
   */
  public static PrismServer shared(String vendor) {
    return SHARED.computeIfAbsent(vendor, name -> new PrismServer(OfAll.PROCESS, name));
  }

  /** Starts Prism and waits until it listens. */
  public static PrismServer start(String vendor) {
    return new PrismServer(PrismProcess.start(), vendor);
  }

  /** Another vendor's in the same process, which takes less time than to start one. */
  public PrismServer and(String vendor) {
    return new PrismServer(process, vendor);
  }

  public int port() {
    return port;
  }

  /**
   * Fails if Prism has died: it can end as a whole on one bad multipart part (prism issue 2672).
   */
  public void requireAlive() {
    process.requireAlive();
  }

  /** Whether it has died, or is about to. */
  public boolean ends() throws InterruptedException {
    return process.ends();
  }

  /** Ends all of its process. */
  @Override
  public void close() {
    process.close();
  }

  /** One process for all vendors. */
  private static final class OfAll {
    static final PrismProcess PROCESS = PrismProcess.start();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(PROCESS::close, "end-prism"));
    }
  }
}
