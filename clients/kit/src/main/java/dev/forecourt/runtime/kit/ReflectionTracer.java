package dev.forecourt.runtime.kit;

import static net.bytebuddy.matcher.ElementMatchers.anyOf;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.none;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.security.CodeSource;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * A Java agent that notes what the clients and the libraries they bring along find by reflection,
 * and a program that runs test classes under it and prints the notes.
 *
 * <p>It stands in for the tracing agent of GraalVM, which needs a GraalVM. Only direct calls are
 * noted: what the JDK finds for itself is in every native image.
 */
public final class ReflectionTracer {
  /** What each note begins with, when printed. */
  static final String NOTE = "reflection: ";

  /** How many tests were run, when printed. */
  static final String TESTS = "tests: ";

  private static final String KEY = "forecourt.reflection-tracer";
  private static final Set<String> NOTES = new ConcurrentSkipListSet<>();
  private static final ThreadLocal<Boolean> NOTING = ThreadLocal.withInitial(() -> false);
  private static final Set<Class<?>> INSTRUMENTED =
      Set.of(
          Class.class,
          ClassLoader.class,
          Constructor.class,
          Field.class,
          Method.class,
          Proxy.class,
          ResourceBundle.class,
          ServiceLoader.class);
  private static final StackWalker STACK =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private ReflectionTracer() {}

  /** Instruments the JDK. */
  public static void premain(@Nullable String options, Instrumentation jvm) {
    Consumer<Object[]> recorder = ReflectionTracer::record;
    System.getProperties().put(KEY, recorder);
    new AgentBuilder.Default()
        .disableClassFormatChanges()
        .ignore(none())
        .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
        .with(AgentBuilder.Listener.StreamWriting.toSystemError().withErrorsOnly())
        .type(anyOf(INSTRUMENTED.toArray(Class<?>[]::new)))
        .transform(
            (builder, type, loader, module, domain) ->
                builder.visit(
                    Advice.to(Found.class)
                        .on(
                            isPublic()
                                .and(namedOneOf(ReflectionUse.METHODS.toArray(String[]::new))))))
        .installOn(jvm);
  }

  /** Runs the test classes, and prints what was noted. */
  public static void main(String... testClasses) {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(Stream.of(testClasses).map(DiscoverySelectors::selectClass).toList())
            .build();
    LauncherFactory.create().execute(request, summary);
    NOTES.forEach(note -> System.out.println(NOTE + note));
    summary.getSummary().getFailures().forEach(failure -> failure.getException().printStackTrace());
    System.out.println(
        TESTS
            + summary.getSummary().getTestsSucceededCount()
            + " of "
            + summary.getSummary().getTestsFoundCount());
    System.exit(0);
  }

  private static void record(Object[] call) {
    if (NOTING.get()) {
      return;
    }
    NOTING.set(true);
    try {
      Class<?> caller =
          STACK.walk(
              frames ->
                  frames
                      .<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
                      .dropWhile(ReflectionTracer::isOnTheWay)
                      .findFirst()
                      .orElse(Object.class));
      if (isOfClient(caller) && !isOfProxy(caller, call[1])) {
        ReflectionUse use = ReflectionUse.of((String) call[0], call[1], (Object[]) call[2]);
        if (!use.isOfTests() && (!isDatabind(caller) || use.isOfOurs())) {
          NOTES.add(use.line());
        }
      }
    } finally {
      NOTING.set(false);
    }
  }

  /** The instrumented method, those of the same class that lead to it, and a stream around it. */
  private static boolean isOnTheWay(Class<?> frame) {
    return frame == ReflectionTracer.class
        || INSTRUMENTED.contains(frame)
        || frame.getName().startsWith("java.util.");
  }

  private static boolean isOfClient(Class<?> caller) {
    String name = caller.getName();
    return Stream.of(
                "dev.forecourt.", "feign.", "org.apache.hc.", "com.fasterxml.", "tools.jackson.")
            .anyMatch(name::startsWith)
        && !isOfTests(caller);
  }

  /** A proxy finds its methods for itself; a native image has done so when it was built. */
  private static boolean isOfProxy(Class<?> caller, @Nullable Object found) {
    return Proxy.isProxyClass(caller)
        || found instanceof Constructor<?> made && Proxy.isProxyClass(made.getDeclaringClass());
  }

  /** Databind belongs to the application, and so does what it finds but of our types. */
  private static boolean isDatabind(Class<?> caller) {
    return caller.getName().contains(".jackson.databind.");
  }

  static boolean isOfTests(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return type.getName().startsWith(ReflectionTracer.class.getPackageName() + ".")
        || source != null && source.getLocation().getPath().endsWith("/test-classes/");
  }

  /** Stands at the beginning of each instrumented method, so it names nothing but the JDK. */
  private static final class Found {

    @Advice.OnMethodEnter
    @SuppressWarnings("unchecked")
    static void enter(
        @Advice.Origin("#t.#m") String method,
        @Advice.This(optional = true) Object self,
        @Advice.AllArguments Object[] arguments) {
      Object recorder = System.getProperties().get("forecourt.reflection-tracer");
      if (recorder instanceof Consumer) {
        ((Consumer<Object[]>) recorder).accept(new Object[] {method, self, arguments});
      }
    }
  }
}
