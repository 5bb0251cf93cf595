package dev.forecourt.contracttests.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.tools.DocumentedRequest;
import dev.forecourt.contracttests.kit.Checkout;
import dev.forecourt.mock.vendor.Vendor;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A call in three languages, as the console writes it.
 *
 * @param curl for a POSIX shell
 * @param fetch for Node and browsers
 * @param java with our client
 */
record Snippets(String curl, String fetch, String java) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Those of each request, in their order, for a mock at this address. */
  static List<Snippets> of(
      Vendor vendor, String address, JsonNode contract, List<DocumentedRequest> requests)
      throws IOException {
    ObjectNode told = JSON.createObjectNode();
    told.putObject("vendor")
        .put("id", vendor.id())
        .put("baseUrl", address)
        .set("credentials", JSON.valueToTree(vendor.testCredentials()));
    told.set("contract", contract);
    ArrayNode calls = told.putArray("calls");
    for (DocumentedRequest each : requests) {
      calls
          .addObject()
          .put("method", each.method())
          .put("url", address + each.target())
          .put("body", readable(each))
          .set("headers", JSON.valueToTree(headers(vendor, each)));
    }
    try (NodeProcess node = NodeProcess.of(Checkout.file("specs/site/snippets.mjs"))) {
      return JSON.readValue(node.ask(told.toString()), new TypeReference<>() {});
    }
  }

  /** The same calls of a mock at another address. */
  Snippets at(String address, String other) {
    return new Snippets(
        curl.replace(address, other), fetch.replace(address, other), java.replace(address, other));
  }

  private static String readable(DocumentedRequest request) throws JsonProcessingException {
    String mediaType = request.mediaType();
    return mediaType != null && mediaType.contains("json")
        ? JSON.readTree(request.body()).toPrettyString()
        : request.body();
  }

  private static Map<String, String> headers(Vendor vendor, DocumentedRequest request) {
    Map<String, String> headers = new LinkedHashMap<>();
    // a signature is good for one call: whoever pastes it would be refused
    if (!vendor.takesUnsigned()) {
      vendor
          .headers()
          .forEach(
              (name, value) -> {
                if (opens(request, name)) {
                  headers.put(name, value);
                }
              });
    }
    headers.putAll(request.headers());
    if (request.mediaType() != null) {
      headers.put("Content-Type", request.mediaType());
    }
    return headers;
  }

  private static boolean opens(DocumentedRequest request, String header) {
    return request.credentials().stream()
        .anyMatch(each -> each.toLowerCase(Locale.ROOT).equals(header.toLowerCase(Locale.ROOT)));
  }
}
