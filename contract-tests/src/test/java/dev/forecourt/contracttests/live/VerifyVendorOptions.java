package dev.forecourt.contracttests.live;

import dev.forecourt.contract.tools.Bundle;
import dev.forecourt.contracttests.kit.Checkout;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What scripts/verify-vendor was asked for.
 *
 * @param vendor which one
 * @param host a test host in place of the vendor's own; null for that
 * @param writes whether calls that change something are sent too
 * @param values ids that this vendor's account knows, by those of the pact
 */
record VerifyVendorOptions(
    String vendor, @Nullable URI host, boolean writes, Map<String, String> values) {
  /** Named after what may happen. */
  static final String WRITES = "--write-to-the-real-vendor";

  /** Throws {@link IllegalArgumentException} for what it does not understand. */
  static VerifyVendorOptions of(String... args) throws IOException {
    String vendor = "";
    URI host = null;
    boolean writes = false;
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case WRITES -> writes = true;
        case "--host" -> host = URI.create(next(args, i++));
        case "--value" -> {
          String[] pair = next(args, i++).split("=", 2);
          if (pair.length != 2) {
            throw new IllegalArgumentException("--value takes OURS=YOURS, such as 1325=4711.");
          }
          values.put(pair[0], pair[1]);
        }
        default -> vendor = args[i];
      }
    }
    if (!Checkout.vendors().contains(vendor)) {
      throw new IllegalArgumentException(
          "No vendor is called '" + vendor + "'. There are " + Checkout.vendors() + ".");
    }
    return new VerifyVendorOptions(vendor, host, writes, values);
  }

  /** The host to ask: the test host, else the first server of the contract. */
  URI hostOr(Path contract) {
    if (host != null) {
      return host;
    }
    var server = Bundle.of(contract).path("servers").path(0);
    String url = server.path("url").asText();
    for (var variable : server.path("variables").properties()) {
      url =
          url.replace("{" + variable.getKey() + "}", variable.getValue().path("default").asText());
    }
    return URI.create(url);
  }

  /** What to send in place of a value of the pact. */
  String valueFor(String ours) {
    return values.getOrDefault(ours, ours);
  }

  private static String next(String[] args, int i) {
    if (i + 1 == args.length) {
      throw new IllegalArgumentException(args[i] + " takes a value. See --help.");
    }
    return args[i + 1];
  }
}
