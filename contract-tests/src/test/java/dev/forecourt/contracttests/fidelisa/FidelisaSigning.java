package dev.forecourt.contracttests.fidelisa;

import dev.forecourt.contracttests.kit.Access;
import dev.forecourt.fidelisa.FidelisaClient;
import feign.Response;
import java.util.Map;
import org.apache.hc.core5.http.HttpRequest;

/** Signs requests of the verifier as the client signs its own. */
final class FidelisaSigning {
  private FidelisaSigning() {}

  /**
   * Replaces those signing headers that the request has by fresh ones. A call of the client makes
   * them, which is not sent.
   */
  static void sign(HttpRequest request, Access access) {
    try (FidelisaClient client =
        FidelisaPact.builder(access)
            .aroundTransport(
                next ->
                    (signed, options) -> {
                      signed
                          .headers()
                          .forEach(
                              (name, values) -> replace(request, name, values.iterator().next()));
                      return Response.builder()
                          .status(200)
                          .headers(Map.of())
                          .request(signed)
                          .body(new byte[0])
                          .build();
                    })
            .build()) {
      client.customers().deleteCustomer(FidelisaPact.CUSTOMER);
    }
  }

  private static void replace(HttpRequest request, String name, String value) {
    if (name.startsWith("FIDELISA_") && request.containsHeader(name)) {
      request.setHeader(name, value);
    }
  }
}
