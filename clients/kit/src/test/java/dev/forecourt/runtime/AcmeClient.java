package dev.forecourt.runtime;

import dev.forecourt.runtime.call.Attempt;
import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.call.RequestParameters;
import dev.forecourt.runtime.call.VendorConnection;
import dev.forecourt.runtime.call.VendorProfile;
import dev.forecourt.runtime.call.VendorResponse;
import dev.forecourt.runtime.contract.ContractServer;
import dev.forecourt.runtime.contract.Operation;
import dev.forecourt.runtime.contract.QueryParameters;
import dev.forecourt.runtime.contract.Secured;
import dev.forecourt.runtime.credentials.Credential;
import dev.forecourt.runtime.encode.PathValue;
import dev.forecourt.runtime.errors.ErrorBodyReader;
import dev.forecourt.runtime.kit.FakeTime;
import feign.Headers;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import java.util.HashMap;
import java.util.Map;

/** A client as the generator would write it, for a vendor that does not exist. */
final class AcmeClient implements AutoCloseable {
  static final Operation GET = new Operation("getThing", "GET", "/thing", false);
  static final Operation GET_ONE = new Operation("getOne", "GET", "/thing/{id}", false);
  static final Operation PUT = new Operation("putThing", "PUT", "/thing", false);
  static final Operation POST = new Operation("createThing", "POST", "/thing", false);
  static final Operation SEARCH = new Operation("searchThings", "POST", "/search", true);

  static final Operation FIND = new Operation("findThing", "GET", "/thing/{id}", false);
  static final Operation DELETE = new Operation("deleteThing", "DELETE", "/thing", false);

  private final VendorConnection connection;
  private final Calls calls;

  @ContractServer("https://acme.example")
  interface Calls {
    @RequestLine("GET /thing")
    @Headers("Accept: application/json")
    @Secured("Key")
    VendorResponse<Map<String, Object>> getThing(Attempt attempt);

    @RequestLine("GET /thing/{id}")
    @Secured("Key")
    VendorResponse<Map<String, Object>> getOne(
        @Param(value = "id", expander = PathValue.class) long id, Attempt attempt);

    @RequestLine("PUT /thing")
    @Secured("Key")
    VendorResponse<Void> putThing(Attempt attempt);

    @RequestLine("POST /thing")
    @Secured("Key")
    VendorResponse<Void> createThing(Attempt attempt);

    @RequestLine(value = "GET /thing/{id}", decodeSlash = false)
    @Secured("Key")
    VendorResponse<Map<String, Object>> findThing(
        @Param(value = "id", expander = PathValue.class) Object id,
        @QueryMap QueryParameters parameters,
        Attempt attempt);

    @RequestLine("DELETE /thing")
    @Secured("Key")
    VendorResponse<Void> deleteThing(Attempt attempt);

    @RequestLine("POST /search")
    @Secured("Key")
    VendorResponse<Void> searchThings(@QueryMap QueryParameters parameters, Attempt attempt);
  }

  AcmeClient(VendorConnection connection) {
    this.connection = connection;
    this.calls = connection.calls(Calls.class);
  }

  static Builder builder(String url) {
    return new Builder().baseUrl(url);
  }

  VendorResponse<Map<String, Object>> get() {
    return get(RequestOptions.none());
  }

  VendorResponse<Map<String, Object>> get(RequestOptions options) {
    return connection.send(GET, options, calls::getThing);
  }

  void getOne(long id) {
    connection.send(GET_ONE, RequestOptions.none(), attempt -> calls.getOne(id, attempt));
  }

  VendorResponse<Void> put() {
    return connection.send(PUT, RequestOptions.none(), calls::putThing);
  }

  void post(RequestOptions options) {
    connection.send(POST, options, calls::createThing);
  }

  VendorResponse<Map<String, Object>> find(Object id, Object query) {
    RequestParameters parameters = new RequestParameters().query("q", query);
    return connection.send(
        FIND, RequestOptions.none(), attempt -> calls.findThing(id, parameters, attempt));
  }

  void delete() {
    connection.send(DELETE, RequestOptions.none(), calls::deleteThing);
  }

  void search() {
    search("");
  }

  void search(String text) {
    RequestParameters parameters = new RequestParameters().query("q", text);
    connection.send(
        SEARCH, RequestOptions.none(), attempt -> calls.searchThings(parameters, attempt));
  }

  @Override
  public void close() {
    connection.close();
  }

  static final class Builder extends VendorClientBuilder<Builder> {
    private Credential key = Credential.header("X-Api-Key", "s3cret");

    Builder key(Credential key) {
      this.key = key;
      return this;
    }

    /** Waits take no time, and are as long as they can be. */
    Builder time(FakeTime time) {
      return clock(time).sleeper(time).jitter(() -> 1);
    }

    AcmeClient build() {
      Map<String, Credential> credentials = new HashMap<>();
      credentials.put("Key", key);
      return new AcmeClient(
          connect(
              new VendorProfile(
                  "acme", "ACME", credentials, ErrorBodyReader.at("/code", "/message"))));
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
