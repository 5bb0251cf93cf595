package dev.forecourt.spring;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/** The application's SSL bundles, each made once, so that clients can share connections. */
final class SslContexts {
  private final @Nullable SslBundles bundles;
  private final Map<String, SSLContext> made = new ConcurrentHashMap<>();

  SslContexts(@Nullable SslBundles bundles) {
    this.bundles = bundles;
  }

  /** The context of a bundle. Throws {@code IllegalArgumentException} that says what to change. */
  SSLContext of(String name) {
    return made.computeIfAbsent(name, this::make);
  }

  private SSLContext make(String name) {
    if (bundles == null) {
      throw new IllegalArgumentException(
          "The application has no SSL bundles. Let SslAutoConfiguration make them, or remove the"
              + " property.");
    }
    SslBundle bundle;
    try {
      bundle = bundles.getBundle(name);
    } catch (NoSuchSslBundleException e) {
      throw new IllegalArgumentException(
          "There is no SSL bundle '"
              + name
              + "' among "
              + bundles.getBundleNames()
              + ". Define it below spring.ssl.bundle.",
          e);
    }
    if (bundle.getOptions().getCiphers() != null
        || bundle.getOptions().getEnabledProtocols() != null) {
      throw new IllegalArgumentException(
          "SSL bundle '"
              + name
              + "' sets options.ciphers or options.enabled-protocols, which the clients take from"
              + " the JVM. Remove them there, or give an SSLContext of your own in a"
              + " VendorClientCustomizer.");
    }
    try {
      return bundle.createSslContext();
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException(
          "SSL bundle '" + name + "' cannot be read. Check its files and passwords.", e);
    }
  }
}
