package dev.forecourt.contracttests.fidelisa;

import dev.forecourt.contracttests.kit.Access;
import dev.forecourt.fidelisa.FidelisaClient;
import feign.Client;
import feign.Request;
import feign.Response;
import java.util.Collection;
import java.util.Map;
import org.apache.hc.core5.http.HttpRequest;

/** Signs requests of the verifier as the client signs its own. */
final class FidelisaSigning implements AutoCloseable {
  private final FidelisaClient client;
  private Map<String, Collection<String>> signed = Map.of();

  FidelisaSigning(Access access) {
    client = FidelisaPact.builder(access).aroundTransport(next -> keeping()).build();
  }

  /** A transport that keeps the headers of a request and sends nothing. */
  private Client keeping() {
    return (Request request, Request.Options options) -> {
      signed = request.headers();
      return Response.builder()
          .status(200)
          .headers(Map.of())
          .request(request)
          .body(new byte[0])
          .build();
    };
  }

  /** Replaces those signing headers that the request has by fresh ones. */
  void sign(HttpRequest request) {
    client.customers().deleteCustomer(FidelisaPact.CUSTOMER);
    signed.forEach(
        (name, values) -> {
          if (name.startsWith("FIDELISA_") && request.containsHeader(name)) {
            request.setHeader(name, values.iterator().next());
          }
        });
  }

  @Override
  public void close() {
    client.close();
  }
}
