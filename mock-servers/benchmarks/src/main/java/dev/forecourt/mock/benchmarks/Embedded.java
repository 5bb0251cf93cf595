package dev.forecourt.mock.benchmarks;

import dev.forecourt.mock.MockServer;

/** A mock as a test embeds it, in a JVM of its own. Argument: port. */
public final class Embedded {
  private Embedded() {}

  /** Runs until the process is ended. */
  public static void main(String[] args) throws InterruptedException {
    MockServer.builder("fidcar").port(Integer.parseInt(args[0])).start();
    Thread.currentThread().join();
  }
}
