package dev.forecourt.contracttests.fidelisa;

import dev.forecourt.contracttests.kit.Access;
import dev.forecourt.fidelisa.FidelisaClient;
import dev.forecourt.runtime.http.Transport;
import dev.forecourt.runtime.http.WireResponse;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.HttpRequest;

/** Signs requests of the verifier as the client signs its own. */
final class FidelisaSigning implements AutoCloseable {
  private final FidelisaClient client;
  private Map<String, List<String>> signed = Map.of();

  FidelisaSigning(Access access) {
    client = FidelisaPact.builder(access).aroundTransport(next -> keeping()).build();
  }

  /** A transport that keeps the headers of a request and sends nothing. */
  private Transport keeping() {
    return request -> {
      signed = request.headers();
      return new WireResponse(200, Map.of(), new byte[0]);
    };
  }

  /** Replaces those signing headers that the request has by fresh ones. */
  void sign(HttpRequest request) {
    client.customers().deleteCustomer(FidelisaPact.CUSTOMER);
    signed.forEach(
        (name, values) -> {
          if (name.startsWith("FIDELISA_") && request.containsHeader(name)) {
            request.setHeader(name, values.get(0));
          }
        });
  }

  @Override
  public void close() {
    client.close();
  }
}
