package dev.forecourt.mock.https;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MockCertificateTest {

  private static final Clock NOW = Clock.systemUTC();

  @TempDir Path temp;

  @Test
  void namesThisMachineAndTheHostsThatAreAskedFor() throws Exception {
    MockCertificate made = make("mocks.internal", "192.168.1.5", "0.0.0.0");

    assertThat(names(made))
        .containsExactlyInAnyOrder(
            "localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "mocks.internal", "192.168.1.5");
    assertThat(made.isFresh()).isTrue();
    // a server's, and nobody's authority
    assertThat(read(made).getBasicConstraints()).isEqualTo(-1);
    assertThat(read(made).getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
  }

  @Test
  void isKeptAndRenewedWhenANameIsMissingOrItsTimeEnds() throws Exception {
    X509Certificate first = read(make("mocks.internal"));
    MockCertificate again = make();
    X509Certificate second = read(again);
    X509Certificate more = read(make("other.internal"));
    Clock late = Clock.offset(NOW, Duration.ofDays(391));
    X509Certificate later = read(MockCertificate.in(folder(), List.of(), late));

    assertThat(second).isEqualTo(first);
    assertThat(again.isFresh()).isFalse();
    assertThat(more).isNotEqualTo(first);
    // who trusted it by the earlier name goes on doing so
    assertThat(more.getSubjectAlternativeNames().toString())
        .contains("mocks.internal", "other.internal");
    assertThat(later).isNotEqualTo(more);
  }

  @Test
  void isReadByItsOwnerAlone() throws Exception {
    assumeTrue(
        Files.getFileStore(temp).supportsFileAttributeView("posix"),
        "this file system has no rights of an owner");

    make();

    assertThat(rights(folder())).isEqualTo("rwx------");
    assertThat(rights(folder().resolve("forecourt-mock.p12"))).isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(folder())) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder("forecourt-mock.p12", "forecourt-mock.crt");
    }
  }

  @Test
  void saysWhatToDoWithAFileThatIsNone() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("forecourt-mock.p12"), "nothing");

    assertThatExceptionOfType(CertificateProblem.class)
        .isThrownBy(this::make)
        .withMessageStartingWith("No certificate in " + folder() + ": ")
        .withMessageEndingWith(
            ". Choose another folder (--https-dir), or remove the file and start again");
  }

  @Test
  void saysWhatTheToolSaysOfANameThatIsNone() {
    assertThatExceptionOfType(CertificateProblem.class)
        .isThrownBy(() -> make("no name"))
        .withMessageStartingWith("keytool made no certificate for [");
  }

  private MockCertificate make(String... hosts) {
    return MockCertificate.in(folder(), List.of(hosts), NOW);
  }

  private Path folder() {
    return temp.resolve("made").resolve("https");
  }

  private static String rights(Path at) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(at));
  }

  private static List<Object> names(MockCertificate certificate) throws Exception {
    return read(certificate).getSubjectAlternativeNames().stream()
        .<Object>map(each -> each.get(1))
        .toList();
  }

  private static X509Certificate read(MockCertificate certificate)
      throws IOException, CertificateException {
    byte[] pem = Files.readAllBytes(certificate.pem());
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
  }
}
