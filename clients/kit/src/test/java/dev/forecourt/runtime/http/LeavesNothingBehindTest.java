package dev.forecourt.runtime.http;

import static dev.forecourt.runtime.http.Requests.await;
import static dev.forecourt.runtime.http.Requests.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpVersion;
import java.io.File;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An application that is undeployed is gone, whatever it did with its client. */
@Timeout(120)
class LeavesNothingBehindTest {
  private final List<Thread> before = threads();

  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("forecourt"))
        .toList();
  }

  /** The runtime and what it needs, as a web application has them: in a loader of its own. */
  private static URLClassLoader application() {
    Predicate<String> needed = path -> path.contains("runtime") || path.contains("httpcore5");
    URL[] urls =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(needed)
            .map(LeavesNothingBehindTest::url)
            .toArray(URL[]::new);
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(String path) {
    try {
      return new File(path).toURI().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Builds, uses and closes in the application's loader, which it gives back weakly. */
  private static WeakReference<ClassLoader> deployed(
      URI uri, SSLContext ssl, boolean http2, Duration timeout) throws Exception {
    ClassLoader mine = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader application = application()) {
      Thread.currentThread().setContextClassLoader(application);
      use(application, uri, ssl, http2, timeout);
      return new WeakReference<>(application);
    } finally {
      Thread.currentThread().setContextClassLoader(mine);
    }
  }

  private static void use(
      ClassLoader application, URI uri, SSLContext ssl, boolean http2, Duration timeout)
      throws Exception {
    Class<?> settingsType = application.loadClass(HttpSettings.class.getName());
    assertThat(settingsType).isNotSameAs(HttpSettings.class);
    Object settings = settingsType.getField("DEFAULTS").get(null);
    settings = settingsType.getMethod("withSsl", SSLContext.class).invoke(settings, ssl);
    settings = settingsType.getMethod("withHttp2", boolean.class).invoke(settings, http2);
    Object transport =
        application
            .loadClass(Transports.class.getName())
            .getMethod("lease", settingsType)
            .invoke(null, settings);
    Class<?> requestType = application.loadClass(WireRequest.class.getName());
    Object request =
        requestType
            .getConstructor(String.class, URI.class, Map.class, byte[].class, Duration.class)
            .newInstance("GET", uri, Map.of(), null, timeout);
    Class<?> type = application.loadClass(Transport.class.getName());
    try {
      type.getMethod("send", requestType).invoke(transport, request);
    } catch (InvocationTargetException e) {
      assertThat(e.getCause()).hasMessageContaining("within PT0.2S");
    }
    type.getMethod("close").invoke(transport);
  }

  private static void isGone(List<WeakReference<ClassLoader>> loaders) throws Exception {
    await(
        () -> {
          System.gc();
          return loaders.stream().allMatch(loader -> loader.get() == null);
        });
  }

  private void threadsAreGone() throws Exception {
    await(() -> before.containsAll(threads()));
  }

  @Test
  void overHttpAndOverTls() throws Exception {
    try (RawServer plain = RawServer.kept("x");
        RawServer secure =
            new RawServer(
                TestTls.local().listening(),
                peer -> {
                  while (peer.request() != null) {
                    peer.write(RawServer.ok("x"));
                  }
                })) {
      SSLContext ssl = TestTls.local().context();
      List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        loaders.add(deployed(plain.uri("/"), null, false, Requests.LONG));
        loaders.add(
            deployed(
                URI.create("https://127.0.0.1:" + secure.port() + "/"), ssl, false, Requests.LONG));
      }

      isGone(loaders);
      threadsAreGone();
      assertThat(plain.connections()).isEqualTo(3);
    }
  }

  @Test
  void afterTimeOuts() throws Exception {
    try (RawServer silent = new RawServer(peer -> Thread.sleep(60_000))) {
      List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        loaders.add(deployed(silent.uri("/"), null, false, Duration.ofMillis(200)));
      }

      isGone(loaders);
      threadsAreGone();
    }
  }

  @Test
  void overHttp2() throws Exception {
    try (Http2Server server = new Http2Server(10, 0, HttpVersion.HTTP_2)) {
      List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        loaders.add(deployed(server.uri("/"), TestTls.local().context(), i > 0, Requests.LONG));
      }

      isGone(loaders);
      threadsAreGone();
    }
  }

  @Test
  void notEvenThePoolWithItsSettings() throws Exception {
    try (RawServer plain = RawServer.kept("x")) {
      WeakReference<SSLContext> context = used(plain.uri("/"));

      await(
          () -> {
            System.gc();
            return context.get() == null;
          });
    }
  }

  private static WeakReference<SSLContext> used(URI uri) throws Exception {
    SSLContext own = SSLContext.getInstance("TLS");
    own.init(null, null, null);
    HttpSettings settings = HttpSettings.DEFAULTS.withSsl(own);
    try (Transport transport = Transports.lease(settings)) {
      transport.send(get(uri));
    }
    try (Transport unused = Transports.lease(settings)) {
      assertThat(unused).isNotNull();
    }
    return new WeakReference<>(own);
  }
}
