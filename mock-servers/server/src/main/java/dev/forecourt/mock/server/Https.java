package dev.forecourt.mock.server;

import dev.forecourt.mock.https.CertificateProblem;
import dev.forecourt.mock.https.MockCertificate;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What the process speaks HTTPS with, and how callers come to trust it. */
final class Https {

  private final SslContext context;
  private final @Nullable MockCertificate own;
  private final String words;

  private Https(SslContext context, @Nullable MockCertificate own, String words) {
    this.context = context;
    this.own = own;
    this.words = words;
  }

  /**
   * With a certificate of our own, which is kept in this folder and names these hosts. Throws
   * {@link StartFailure}.
   */
  static Https ofOwn(Path folder, Collection<String> hosts) {
    try {
      MockCertificate certificate = MockCertificate.in(folder, hosts, Clock.systemUTC());
      return new Https(
          context(SslContextBuilder.forServer(certificate.keyManagers())),
          certificate,
          "https%s: trust %s, such as curl --cacert FILE, NODE_EXTRA_CA_CERTS=FILE node, or import it into the browser. http works on the same ports"
              .formatted(
                  certificate.isFresh() ? " with a new certificate" : "", certificate.pem()));
    } catch (CertificateProblem | SSLException e) {
      throw new StartFailure(String.valueOf(e.getMessage()), e);
    }
  }

  /** With a certificate and its key of the user, both in PEM. Throws {@link StartFailure}. */
  static Https of(Path certificate, Path key) {
    try {
      return new Https(
          context(SslContextBuilder.forServer(certificate.toFile(), key.toFile())),
          null,
          "https with the certificate %s. http works on the same ports".formatted(certificate));
    } catch (IllegalArgumentException | SSLException e) {
      String why =
          String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
      throw new StartFailure(
          "The certificate %s with the key %s cannot be used: %s. Both are PEM, the key in PKCS#8 (BEGIN PRIVATE KEY) and without a password."
              .formatted(certificate, key, why),
          e);
    }
  }

  private static SslContext context(SslContextBuilder builder) throws SSLException {
    return builder
        .sslProvider(SslProvider.JDK)
        .applicationProtocolConfig(
            new ApplicationProtocolConfig(
                Protocol.ALPN,
                SelectorFailureBehavior.NO_ADVERTISE,
                SelectedListenerFailureBehavior.ACCEPT,
                List.of(ApplicationProtocolNames.HTTP_1_1)))
        .build();
  }

  SslContext context() {
    return context;
  }

  /** What curl needs to know; empty for a certificate of the user. */
  String curlOption() {
    return own == null ? "" : " --cacert '%s'".formatted(own.pem());
  }

  /** For who starts the process. */
  String describe() {
    return words;
  }
}
