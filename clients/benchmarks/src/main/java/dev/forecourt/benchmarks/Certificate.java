package dev.forecourt.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The certificate of the servers: made at the start of a run, for 127.0.0.1, good for two days.
 *
 * <p>This JVM and those that it starts trust it beside all that Java trusts anyway. So each client
 * does TLS as it is set up by default, and none needs settings of its own.
 */
final class Certificate {
  /** Of files that live as long as the run. */
  static final String PASSWORD = "benchmark";

  private static final String FOLDER = "forecourt.benchmark.certificate";
  private static final String TRUST_STORE = "javax.net.ssl.trustStore";
  private static final String TRUST_STORE_PASSWORD = "javax.net.ssl.trustStorePassword";

  private Certificate() {}

  /** Makes it, and has this JVM trust it. Before anything in this JVM does TLS. */
  static void make() throws IOException, InterruptedException, GeneralSecurityException {
    Path folder = Files.createTempDirectory("forecourt-benchmark");
    System.setProperty(FOLDER, folder.toString());
    Files.createDirectories(folder);
    generate(keyStore());
    trust(folder.resolve("trust.p12"));
    folder.toFile().deleteOnExit();
    keyStore().toFile().deleteOnExit();
    folder.resolve("trust.p12").toFile().deleteOnExit();
  }

  /** What a JVM must be started with to trust it, and to serve with it. */
  static List<String> jvmOptions() {
    return List.of(FOLDER, TRUST_STORE, TRUST_STORE_PASSWORD).stream()
        .map(name -> "-D" + name + "=" + System.getProperty(name))
        .toList();
  }

  /** The file with certificate and key, in PKCS 12. */
  static Path keyStore() {
    return Path.of(System.getProperty(FOLDER), "server.p12");
  }

  /** For a server. */
  static SSLContext serverContext() throws GeneralSecurityException, IOException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(read(keyStore()), PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static void generate(Path file) throws IOException, InterruptedException {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command =
        List.of(
            keytool,
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=127.0.0.1",
            "-ext",
            "SAN=IP:127.0.0.1",
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException("keytool made no certificate: " + said);
    }
  }

  /** A copy of what Java trusts, and the certificate. */
  private static void trust(Path file) throws IOException, GeneralSecurityException {
    KeyStore trusted = read(Path.of(System.getProperty("java.home"), "lib/security/cacerts"));
    trusted.setCertificateEntry("benchmark", read(keyStore()).getCertificate("server"));
    KeyStore copy = KeyStore.getInstance("PKCS12");
    copy.load(null, null);
    for (String alias : Collections.list(trusted.aliases())) {
      copy.setCertificateEntry(alias, trusted.getCertificate(alias));
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      copy.store(out, PASSWORD.toCharArray());
    }
    System.setProperty(TRUST_STORE, file.toString());
    System.setProperty(TRUST_STORE_PASSWORD, PASSWORD);
  }

  private static KeyStore read(Path file) throws IOException, GeneralSecurityException {
    // certificates need no password, a key does
    char[] password = file.equals(keyStore()) ? PASSWORD.toCharArray() : null;
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(in, password);
      return store;
    }
  }
}
