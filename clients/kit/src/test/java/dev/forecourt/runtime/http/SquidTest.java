package dev.forecourt.runtime.http;

import static dev.forecourt.runtime.http.Requests.failure;
import static dev.forecourt.runtime.http.Requests.get;
import static dev.forecourt.runtime.http.Requests.post;
import static dev.forecourt.runtime.http.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.runtime.http.TransportFailure.Kind;
import dev.forecourt.runtime.kit.NobodyListens;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The proxy that most companies have. Where it is not installed, ProxiesTest does all of this with
 * a proxy of its own, and only squid's own manners go untested: {@code apt-get install squid}.
 */
@Tag("squid")
@Timeout(60)
class SquidTest {
  private static final ProxyLogin LOGIN = new ProxyLogin("jane", "s3cret");

  private static Process squid;
  private static int port;

  private final RawServer plain = RawServer.kept("plain");
  private final RawServer secure =
      new RawServer(
          TestTls.local().listening(),
          peer -> {
            while (peer.request() != null) {
              peer.write(RawServer.ok("secure"));
            }
          });

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    Optional<Path> program =
        Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin"))
            .map(each -> Path.of(each, "squid"))
            .filter(Files::isExecutable)
            .findFirst();
    // a laptop may have none; .ci/run installs it
    Assumptions.assumeTrue(program.isPresent(), "squid is not installed");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    // as root, squid becomes another user
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path check = folder.resolve("check");
    Files.writeString(
        check,
        "#!/bin/sh\nwhile read -r who; do\n  [ \"$who\" = 'jane s3cret' ] && echo OK || echo ERR\n"
            + "done\n");
    Files.setPosixFilePermissions(check, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path configuration = folder.resolve("squid.conf");
    Files.writeString(
        configuration,
        String.join(
            "\n",
            "http_port 127.0.0.1:" + port,
            "visible_hostname test",
            "auth_param basic program " + check,
            "auth_param basic children 1",
            "auth_param basic realm company",
            "acl known proxy_auth REQUIRED",
            "acl forbidden url_regex forbidden",
            "acl forbiddenPort port 1",
            "http_access deny forbidden",
            "http_access deny forbiddenPort",
            "http_access allow known",
            "http_access deny all",
            "cache deny all",
            "access_log none",
            "cache_log " + folder.resolve("cache.log"),
            "pid_filename none",
            "coredump_dir " + folder,
            "shutdown_lifetime 0 seconds",
            "pinger_enable off",
            "netdb_filename none",
            ""));
    squid =
        new ProcessBuilder(program.get().toString(), "-N", "-f", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!listens()) {
      if (!squid.isAlive() || System.nanoTime() - end > 0) {
        throw new AssertionError("squid: " + Files.readString(folder.resolve("out")));
      }
      Thread.sleep(50);
    }
  }

  private static boolean listens() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (ConnectException e) {
      return false;
    }
  }

  @AfterAll
  static void stop() throws Exception {
    if (squid != null) {
      squid.destroy();
      squid.waitFor(20, TimeUnit.SECONDS);
    }
  }

  private Transport through(ProxyLogin login) {
    return Transports.lease(
        TestTls.local()
            .settings()
            .withProxyLogin(login)
            .withProxy(ProxySelector.of(InetSocketAddress.createUnresolved("127.0.0.1", port))));
  }

  private URI uri(boolean tls) {
    return URI.create(
        tls
            ? "https://127.0.0.1:" + secure.port() + "/"
            : "http://127.0.0.1:" + plain.port() + "/");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void passesRequestsOnForWhoLogsIn(boolean tls) throws Exception {
    try (Transport transport = through(LOGIN);
        plain;
        secure) {
      for (int i = 0; i < 5; i++) {
        assertThat(text(transport.send(post(uri(tls), "abc")))).isEqualTo(tls ? "secure" : "plain");
      }
      RawServer target = tls ? secure : plain;
      assertThat(target.requests()).hasSize(5);
      assertThat(String.join("", target.requests())).doesNotContain("Proxy-Authorization");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void refusesWrongPasswords(boolean tls) {
    try (Transport transport = through(new ProxyLogin("jane", "geheim"));
        plain;
        secure) {
      TransportFailure failure = failure(transport, post(uri(tls), "abc"));

      assertThat(failure.kind()).isEqualTo(Kind.PROXY);
      assertThat(failure.mayHaveArrived()).isFalse();
      assertThat(failure)
          .hasMessage(
              "the proxy 127.0.0.1:"
                  + port
                  + " refuses the password of the user jane (407). Check both.");
    }
  }

  @Test
  void saysWhyItMakesNoConnection() throws IOException {
    try (Transport transport = through(LOGIN);
        NobodyListens gone = new NobodyListens();
        plain;
        secure) {
      assertThat(failure(transport, get(URI.create("https://127.0.0.1:1/"))))
          .hasMessage(
              "the proxy 127.0.0.1:"
                  + port
                  + " makes no connection to 127.0.0.1:1: 403 Forbidden (ERR_ACCESS_DENIED 0)."
                  + " Check the base URL, and what the proxy allows.");
      assertThat(failure(transport, get(URI.create("https://127.0.0.1:" + gone.port() + "/"))))
          .hasMessageContaining("503 Service Unavailable (ERR_CONNECT_FAIL 111)");
    }
  }

  @Test
  void answersItselfWhatIsForbidden() throws Exception {
    try (Transport transport = through(LOGIN);
        plain;
        secure) {
      assertThat(transport.send(get(uri(false).resolve("/forbidden"))).status()).isEqualTo(403);
      assertThat(plain.requests()).isEmpty();
    }
  }
}
