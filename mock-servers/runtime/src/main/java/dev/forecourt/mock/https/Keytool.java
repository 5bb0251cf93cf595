package dev.forecourt.mock.https;

import dev.forecourt.mock.http.HostName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Java's own tool for keys, in the folder of the Java that runs us: the JDK makes certificates by
 * it alone, and a library for them (Bouncy Castle) is larger than all mocks together.
 */
final class Keytool {

  private static final String VALID_DAYS = "397"; // some browsers take no longer ones

  private Keytool() {}

  /**
   * Makes a key and a certificate that it signs itself, for these names and no other use than a
   * server's. Throws {@link CertificateProblem} when there is no such tool, or with what it says.
   */
  static void make(Path store, String alias, String password, Set<String> names) {
    List<String> command =
        List.of(
            tool().toString(),
            "-genkeypair",
            "-alias",
            alias,
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=Forecourt mocks of this machine",
            "-validity",
            VALID_DAYS,
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            password,
            "-ext",
            "san=" + names.stream().map(Keytool::name).collect(Collectors.joining(",")),
            "-ext",
            "eku=serverAuth",
            "-ext",
            "bc:c=ca:false");
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new CertificateProblem(
            "keytool made no certificate for %s: %s".formatted(names, said));
      }
    } catch (IOException e) {
      throw new CertificateProblem("keytool cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CertificateProblem("Interrupted while keytool made a certificate", e);
    }
  }

  private static String name(String host) {
    return (HostName.isAddress(host) ? "ip:" : "dns:") + host;
  }

  private static Path tool() {
    Path folder = Path.of(System.getProperty("java.home"), "bin");
    for (String name : List.of("keytool", "keytool.exe")) {
      if (Files.isExecutable(folder.resolve(name))) {
        return folder.resolve(name);
      }
    }
    throw new CertificateProblem(
        "This Java has no keytool in %s, which makes certificates. Use a JDK or a whole JRE, or give a certificate: --https-cert FILE --https-key FILE"
            .formatted(folder));
  }
}
