package dev.forecourt.contracttests.kit;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * A class loader that knows no place but the classes of these tests, and loads them as ever. For
 * Pact, which looks for the methods of a provider in every place there is, once for each message.
 */
public final class OnlyThisModule extends URLClassLoader {
  private final ClassLoader whole;

  /** The module is that of this class. */
  public OnlyThisModule(Class<?> test) {
    super(new URL[] {test.getProtectionDomain().getCodeSource().getLocation()}, null);
    this.whole = test.getClassLoader();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return whole.loadClass(name);
  }
}
