package dev.forecourt.contracttests.kit;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * A class loader that knows no place but the classes of these tests, and loads them as ever. For
 * Pact, which looks for the methods of a provider in every place there is, once for each message.
 */
public final class OnlyThisModule extends URLClassLoader {
  private final ClassLoader whole = OnlyThisModule.class.getClassLoader();

  public OnlyThisModule() {
    super(
        new URL[] {OnlyThisModule.class.getProtectionDomain().getCodeSource().getLocation()}, null);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return whole.loadClass(name);
  }
}
