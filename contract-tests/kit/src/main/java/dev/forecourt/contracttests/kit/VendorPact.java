package dev.forecourt.contracttests.kit;

import au.com.dius.pact.consumer.ConsumerPactBuilder;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all requests of one vendor's client have in common: its name, the headers and the
 * credentials. Immutable.
 */
public final class VendorPact {
  /** Answers in JSON say so; what follows in the header does not count. */
  public static final String JSON = "application/json.*";

  private final String vendor;
  private final List<Header> headers;

  private VendorPact(String vendor, List<Header> headers) {
    this.vendor = vendor;
    this.headers = List.copyOf(headers);
  }

  /** The vendor's client asks for JSON; what else it sends is to be added. */
  public static VendorPact of(String vendor) {
    return new VendorPact(
        vendor, List.of(new Header("Accept", JSON, "application/json", null, true)));
  }

  /** The same for a client that asks for whatever each operation answers. */
  public static VendorPact acceptingAnything(String vendor) {
    return new VendorPact(vendor, List.of());
  }

  /**
   * With a header that holds a credential.
   *
   * @param pattern what counts about a right one
   * @param example a public one that the stub takes
   * @param wrong one that it does not take: the only literal, for a provider has to see it; null
   *     for a credential that is left out if access is wrong
   */
  public VendorPact credential(
      String name, String pattern, String example, @Nullable String wrong) {
    return with(new Header(name, pattern, example, wrong, false));
  }

  /**
   * With a header that holds a credential of which only the provider can say whether it is right,
   * such as a signature: right and wrong ones look the same.
   */
  public VendorPact credential(String name, String pattern, String example) {
    return credential(name, pattern, example, example);
  }

  /** The names of all headers that hold a credential. */
  public String[] credentials() {
    return headers.stream()
        .filter(header -> !header.always())
        .map(Header::name)
        .toArray(String[]::new);
  }

  /** The id of the vendor, which is the provider of its pacts. */
  public String vendor() {
    return vendor;
  }

  /** The client that is the consumer of these pacts. */
  public String consumer() {
    return "forecourt-" + vendor;
  }

  /** A pact without any interaction, for those who run it without Pact's extension. */
  PactDslWithProvider empty() {
    return ConsumerPactBuilder.consumer(consumer())
        .pactSpecVersion(PactSpecVersion.V4)
        .hasPactWith(vendor);
  }

  /** A request as the client sends it. */
  public PactDslRequestWithPath request(
      PactDslWithProvider pact, String state, String does, String method, String path) {
    return request(pact, state, does, method, path, Access.GRANTED);
  }

  /** A request with this access. */
  PactDslRequestWithPath request(
      PactDslWithProvider pact,
      String state,
      String does,
      String method,
      String path,
      Access access) {
    PactDslRequestWithPath request =
        pact.given(state).uponReceiving(does).method(method).path(path);
    for (Header header : headers) {
      request = header.addedTo(request, access);
    }
    return request;
  }

  /** The same request with fields of a form, in this order, as {@code curl -F} sends them. */
  public static PactDslRequestWithPath form(
      PactDslRequestWithPath request, String... namesAndValues) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      body.append("--forecourt\r\nContent-Disposition: form-data; name=\"")
          .append(namesAndValues[i])
          .append("\"\r\n\r\n")
          .append(namesAndValues[i + 1])
          .append("\r\n");
    }
    return request
        .matchHeader(
            "Content-Type",
            "multipart/form-data; ?boundary=.+",
            "multipart/form-data; boundary=forecourt")
        .body(body.append("--forecourt--\r\n").toString());
  }

  /** The same request with just this JSON: what a client was told to send, it has to send. */
  public static PactDslRequestWithPath json(PactDslRequestWithPath request, JsonNode body) {
    return request
        .matchHeader("Content-Type", "application/json(;.*)?", "application/json")
        .body(body.toString());
  }

  /** The interaction: that request, and an answer of which nothing but the status counts. */
  public static V4Pact done(PactDslRequestWithPath request, int status) {
    return answered(request, status, null);
  }

  /** The interaction: that request, and this answer in JSON; null for one without a body. */
  public static V4Pact answered(
      PactDslRequestWithPath request, int status, @Nullable DslPart body) {
    PactDslResponse answer = request.willRespondWith().status(status);
    if (body != null) {
      answer.matchHeader("Content-Type", JSON, "application/json").body(body);
    }
    return answer.toPact(V4Pact.class);
  }

  /** Examples of all headers: with them a stub answers. */
  public Map<String, String> exampleHeaders(Access access) {
    Map<String, String> examples = new LinkedHashMap<>();
    for (Header header : headers) {
      String value = header.example(access);
      if (value != null) {
        examples.put(header.name(), value);
      }
    }
    return examples;
  }

  private VendorPact with(Header header) {
    List<Header> more = new ArrayList<>(headers);
    more.add(header);
    return new VendorPact(vendor, more);
  }

  private record Header(
      String name, String pattern, String example, @Nullable String wrong, boolean always) {
    @Nullable String example(Access access) {
      return always || access == Access.GRANTED ? example : access == Access.WRONG ? wrong : null;
    }

    PactDslRequestWithPath addedTo(PactDslRequestWithPath request, Access access) {
      String value = example(access);
      if (value == null) {
        return request;
      }
      return access == Access.WRONG && !always && !value.equals(example)
          ? request.headers(name, value)
          : request.matchHeader(name, pattern, value);
    }
  }
}
