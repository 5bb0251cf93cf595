package dev.forecourt.mock.junit;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The stubs of each test class, for whoever asks first: JUnit, or Spring when it makes the
 * application of a test.
 */
final class MocksOfClasses {

  private static final Map<Class<?>, StartedMocks> STARTED = new ConcurrentHashMap<>();

  private MocksOfClasses() {}

  /** The class whose annotation counts for a test class: itself or one around it; null: none. */
  static @Nullable Class<?> annotated(Class<?> testClass) {
    for (Class<?> type = testClass; type != null; type = type.getEnclosingClass()) {
      if (annotation(type).isPresent()) {
        return type;
      }
    }
    return null;
  }

  private static Optional<ForecourtMocks> annotation(Class<?> type) {
    return AnnotationSupport.findAnnotation(type, ForecourtMocks.class);
  }

  /** Those of an annotated class, started when nobody has. */
  static synchronized StartedMocks of(Class<?> annotated) {
    StartedMocks started = STARTED.get(annotated);
    if (started == null) {
      String[] vendors = annotation(annotated).orElseThrow().value();
      started = new StartedMocks(() -> STARTED.remove(annotated), vendors);
      STARTED.put(annotated, started);
    }
    return started;
  }
}
