package dev.forecourt.contracttests.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Pact's command line (npm @pact-foundation/pact-cli), as tests run it. */
public final class PactCli {
  private PactCli() {}

  /**
   * Lets it trust nobody. It reads every certificate of the machine before each request, also of
   * plain HTTP, which is nine tenths of its time.
   */
  public static void withoutCertificates(Map<String, String> environment) throws IOException {
    Path none = Files.createDirectories(Path.of("target")).resolve("no-certificates.pem");
    environment.put("SSL_CERT_FILE", Files.write(none, new byte[0]).toAbsolutePath().toString());
    environment.remove("SSL_CERT_DIR");
  }
}
