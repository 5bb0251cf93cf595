package dev.forecourt.mock.https;

import dev.forecourt.mock.http.HostName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * A certificate for this machine that its own key signs, kept in a folder of the user: whoever
 * trusts it trusts nothing else, for it can sign no other.
 */
public final class MockCertificate {

  /** Left of its time when a new one is made. */
  static final Duration RENEWAL = Duration.ofDays(7);

  private static final String ALIAS = "mock";
  // keeps nothing secret: the rights of the file do
  private static final String PASSWORD = "forecourt";
  private static final int PEM_COLUMNS = 64;

  private final KeyStore store;
  private final Path pem;
  private final boolean fresh;

  private MockCertificate(KeyStore store, Path pem, boolean fresh) {
    this.store = store;
    this.pem = pem;
    this.fresh = fresh;
  }

  /** Where it is kept unless told otherwise: {@code .forecourt/https} of the user's own folder. */
  public static Path usualFolder() {
    return Path.of(System.getProperty("user.home"), ".forecourt", "https");
  }

  /**
   * The one in this folder; made if there is none, if it ends within a week, or if it lacks one of
   * these hosts. Always for {@code localhost}, 127.0.0.1 and ::1. Throws {@link
   * CertificateProblem}.
   */
  public static MockCertificate in(Path folder, Collection<String> hosts, Clock clock) {
    Set<String> names =
        Stream.concat(Stream.of("localhost", "127.0.0.1", "::1"), hosts.stream())
            .map(HostName::plain)
            .filter(each -> !HostName.isAnyAddress(each))
            .map(HostName::written)
            .collect(Collectors.toCollection(TreeSet::new));
    Path file = folder.resolve("forecourt-mock.p12");
    Path pem = folder.resolve("forecourt-mock.crt");
    try {
      OwnerOnly.folder(folder);
      @Nullable KeyStore known = Files.exists(file) ? load(file) : null;
      if (known != null && isGood(certificate(known), names, clock.instant())) {
        return written(known, pem, false);
      }
      if (known != null) {
        names.addAll(names(certificate(known)));
      }
      // in one step, for other processes may start at the same time
      Path work = Files.createTempDirectory(folder, "new");
      try {
        Path made = work.resolve(file.getFileName());
        Keytool.make(made, ALIAS, PASSWORD, names);
        OwnerOnly.file(made);
        Files.move(made, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.delete(work);
      }
      return written(load(file), pem, true);
    } catch (IOException | GeneralSecurityException e) {
      throw new CertificateProblem(
          "No certificate in %s: %s. Choose another folder (--https-dir), or remove the file and start again"
              .formatted(folder, reason(e)),
          e);
    }
  }

  /** The message of a file's exception is the path alone; its name says what is wrong with it. */
  private static String reason(Exception e) {
    return e instanceof FileSystemException ? e.toString() : String.valueOf(e.getMessage());
  }

  private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private static X509Certificate certificate(KeyStore store) throws GeneralSecurityException {
    if (store.getCertificate(ALIAS) instanceof X509Certificate certificate) {
      return certificate;
    }
    throw new GeneralSecurityException("forecourt-mock.p12 holds no certificate 'mock'");
  }

  private static boolean isGood(X509Certificate certificate, Set<String> names, Instant now)
      throws GeneralSecurityException {
    return certificate.getNotAfter().toInstant().isAfter(now.plus(RENEWAL))
        && names(certificate).containsAll(names);
  }

  private static Set<String> names(X509Certificate certificate) throws GeneralSecurityException {
    return certificate.getSubjectAlternativeNames().stream()
        .map(each -> HostName.written(String.valueOf(each.get(1))))
        .collect(Collectors.toSet());
  }

  private static MockCertificate written(KeyStore store, Path pem, boolean fresh)
      throws IOException, GeneralSecurityException {
    String base64 =
        Base64.getMimeEncoder(PEM_COLUMNS, new byte[] {'\n'})
            .encodeToString(certificate(store).getEncoded());
    String text = "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
    if (!Files.exists(pem) || !Files.readString(pem).equals(text)) {
      Files.writeString(pem, text, StandardCharsets.US_ASCII);
    }
    return new MockCertificate(store, pem, fresh);
  }

  /** The certificate as a file in PEM, for those who are to trust it. */
  public Path pem() {
    return pem;
  }

  /** Whether it has just been made: who trusted the one before has to trust this one. */
  public boolean isFresh() {
    return fresh;
  }

  /** What a server shows of it and signs with. */
  public KeyManagerFactory keyManagers() {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, PASSWORD.toCharArray());
      return keys;
    } catch (GeneralSecurityException e) {
      throw new CertificateProblem("The key of the certificate cannot be read: " + e, e);
    }
  }

  /** For a server that shows it, and for clients that trust it and nothing else. */
  public SSLContext context() {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry(ALIAS, certificate(store));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keyManagers().getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new CertificateProblem("The certificate cannot be used: " + e, e);
    }
  }
}
