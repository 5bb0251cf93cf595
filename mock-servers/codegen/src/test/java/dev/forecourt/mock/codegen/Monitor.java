package dev.forecourt.mock.codegen;

/** What an operation has to hold while it runs; public, for compiled stubs look at it. */
public final class Monitor {

  public static final Object HELD = new Object();

  private Monitor() {}
}
