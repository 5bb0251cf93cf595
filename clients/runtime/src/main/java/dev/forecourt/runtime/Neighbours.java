package dev.forecourt.runtime;

import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks once whether the libraries that the application has chosen are new enough, so that {@code
 * build()} says so and not the first call.
 */
final class Neighbours {
  private static final AtomicBoolean CHECKED = new AtomicBoolean();

  private Neighbours() {}

  /** Throws {@code IllegalStateException} that names what is too old and what to do. */
  static void check() {
    if (!CHECKED.get()) {
      feign();
      CHECKED.set(true);
    }
  }

  private static void feign() {
    try {
      Class<?> template = Class.forName("feign.RequestTemplate");
      Method wanted = template.getMethod("methodMetadata");
      Class<?> target = Class.forName("feign.Target");
      target.getMethod("apply", template);
      if (wanted.getReturnType() == void.class) {
        throw new NoSuchMethodException();
      }
    } catch (ClassNotFoundException | NoSuchMethodException | LinkageError e) {
      throw new IllegalStateException(
          "The feign-core of this application is too old for the Forecourt clients, or missing:"
              + " 13.5 or newer is needed. Set io.github.openfeign:feign-core to 13.5 or newer, for"
              + " example by importing forecourt-bom before other BOMs.",
          e);
    }
  }
}
