package dev.forecourt.verifier.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.contract.ContractTree;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What scripts/verify-vendor was asked for.
 *
 * @param vendor which one
 * @param host a test host in place of the vendor's own; null for that
 * @param writes whether calls that change something are sent too
 * @param values ids that this vendor's account knows, by those of contract and pact
 * @param pause time between two requests
 * @param limit most requests that are sent
 */
public record VerifyVendorOptions(
    String vendor,
    @Nullable URI host,
    boolean writes,
    Map<String, String> values,
    Duration pause,
    int limit) {
  /** The host to ask: the test host, else the first server of the contract. */
  URI hostOr(JsonNode contract) {
    if (host != null) {
      return host;
    }
    return URI.create(new ContractTree(contract).servers().get(0));
  }

  /** What to send in place of a value of the pact. */
  String valueFor(String ours) {
    return values.getOrDefault(ours, ours);
  }
}
