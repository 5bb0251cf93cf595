package dev.forecourt.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/** Certificates for servers of tests, and clients that trust them. */
final class TestTls {
  static final String PASSWORD = "for-the-test";

  /** By what they are for: each costs the start of a process. */
  private static final Map<String, KeyStore> MADE = new ConcurrentHashMap<>();

  private static final TestTls LOCAL = new TestTls("SAN=IP:127.0.0.1,DNS:localhost");

  private final KeyStore keys;
  private final SSLContext context;

  /** For a host that is named like that. */
  TestTls(String alternativeName) {
    try {
      KeyStore made = MADE.get(alternativeName);
      keys = made == null ? selfSigned(alternativeName) : made;
      MADE.put(alternativeName, keys);
      context = context(keys, keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** For 127.0.0.1 and localhost. */
  static TestTls local() {
    return LOCAL;
  }

  /** Has the certificate, and trusts nobody else. */
  SSLContext context() {
    return context;
  }

  KeyStore keys() {
    return keys;
  }

  /** Settings of a client that trusts this certificate. */
  HttpSettings settings() {
    return HttpSettings.DEFAULTS.withSsl(context);
  }

  /** A listening socket that speaks those application protocols; none at all if none are given. */
  ServerSocket listening(String... protocols) {
    try {
      SSLServerSocket socket =
          (SSLServerSocket)
              context
                  .getServerSocketFactory()
                  .createServerSocket(0, 500, InetAddress.getByName("127.0.0.1"));
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(protocols);
      socket.setSSLParameters(parameters);
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Presents those keys, none if null, and trusts those. */
  static SSLContext context(KeyStore own, KeyStore trusted)
      throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, PASSWORD.toCharArray());
    KeyStore certificates = KeyStore.getInstance("PKCS12");
    certificates.load(null, null);
    certificates.setCertificateEntry("server", trusted.getCertificate("server"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(certificates);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own == null ? null : keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static KeyStore selfSigned(String alternativeName)
      throws IOException, GeneralSecurityException {
    Path folder = Files.createTempDirectory("tls");
    Path file = folder.resolve("server.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=test",
                "-ext",
                alternativeName,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException("keytool failed");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    Files.delete(file);
    Files.delete(folder);
    return store;
  }
}
