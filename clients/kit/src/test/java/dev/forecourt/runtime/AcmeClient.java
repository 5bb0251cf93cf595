package dev.forecourt.runtime;

import dev.forecourt.runtime.call.AnswerReader;
import dev.forecourt.runtime.call.Call;
import dev.forecourt.runtime.call.FeignRequests;
import dev.forecourt.runtime.call.PreparedRequest;
import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.call.RequestParameters;
import dev.forecourt.runtime.call.VendorConnection;
import dev.forecourt.runtime.call.VendorProfile;
import dev.forecourt.runtime.call.VendorResponse;
import dev.forecourt.runtime.contract.Operation;
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
import java.util.function.Function;

/** A client as the generator would write it, for a vendor that does not exist. */
final class AcmeClient implements AutoCloseable {
  private static final String SERVER = "https://acme.example";

  static final Operation GET = Operation.of("getThing", "GET", "/thing", SERVER).securedBy("Key");
  static final Operation GET_ONE =
      Operation.of("getOne", "GET", "/thing/{id}", SERVER).securedBy("Key");
  static final Operation PUT = Operation.of("putThing", "PUT", "/thing", SERVER).securedBy("Key");
  static final Operation POST =
      Operation.of("createThing", "POST", "/thing", SERVER).securedBy("Key");
  static final Operation SEARCH =
      Operation.of("searchThings", "POST", "/search", SERVER).securedBy("Key").declaredIdempotent();
  static final Operation FIND =
      Operation.of("findThing", "GET", "/thing/{id}", SERVER).securedBy("Key");
  static final Operation DELETE =
      Operation.of("deleteThing", "DELETE", "/thing", SERVER).securedBy("Key");

  private static final Calls CALLS = FeignRequests.of(Calls.class);

  private final VendorConnection connection;

  interface Calls {
    @RequestLine("GET /thing")
    @Headers("Accept: application/json")
    PreparedRequest getThing();

    @RequestLine("GET /thing/{id}")
    PreparedRequest getOne(@Param("id") String id);

    @RequestLine("PUT /thing")
    PreparedRequest putThing();

    @RequestLine("POST /thing")
    PreparedRequest createThing();

    @RequestLine(value = "GET /thing/{id}", decodeSlash = false)
    PreparedRequest findThing(@Param("id") String id, @QueryMap Map<String, Object> query);

    @RequestLine("DELETE /thing")
    PreparedRequest deleteThing();

    @RequestLine("POST /search")
    PreparedRequest searchThings(@QueryMap Map<String, Object> query);
  }

  AcmeClient(VendorConnection connection) {
    this.connection = connection;
  }

  static Builder builder(String url) {
    return new Builder().baseUrl(url);
  }

  VendorResponse<Map<String, Object>> get() {
    return get(RequestOptions.none());
  }

  VendorResponse<Map<String, Object>> get(RequestOptions options) {
    return getCall(options).response();
  }

  Call<Map<String, Object>> getCall(RequestOptions options) {
    return connection.call(
        GET, options, JsonMaps.READER, new RequestParameters(), it -> CALLS.getThing());
  }

  /** The model alone, read before the call ends. */
  Map<String, Object> model() {
    return getCall(RequestOptions.none()).model();
  }

  void getOne(long id) {
    send(GET_ONE, RequestOptions.none(), it -> CALLS.getOne(PathValue.of(id)));
  }

  VendorResponse<Void> put() {
    return send(PUT, RequestOptions.none(), it -> CALLS.putThing());
  }

  void post(RequestOptions options) {
    send(POST, options, it -> CALLS.createThing());
  }

  void find(Object id, Object query) {
    RequestParameters parameters = new RequestParameters().query("q", query);
    connection
        .call(
            FIND,
            RequestOptions.none(),
            AnswerReader.none(),
            parameters,
            it -> CALLS.findThing(PathValue.of(id), it.query()))
        .model();
  }

  void delete() {
    send(DELETE, RequestOptions.none(), it -> CALLS.deleteThing());
  }

  void search() {
    search("");
  }

  void search(String text) {
    connection
        .call(
            SEARCH,
            RequestOptions.none(),
            AnswerReader.none(),
            new RequestParameters().query("q", text),
            it -> CALLS.searchThings(it.query()))
        .model();
  }

  private VendorResponse<Void> send(
      Operation operation,
      RequestOptions options,
      Function<RequestParameters, PreparedRequest> request) {
    return connection
        .call(operation, options, AnswerReader.none(), new RequestParameters(), request)
        .response();
  }

  @Override
  public void close() {
    connection.close();
  }

  static final class Builder extends VendorClientBuilder<Builder> {
    private Credential key = Credential.header("X-Api-Key", "s3cret");

    Builder() {
      super("acme");
    }

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
      return new AcmeClient(connection(credentials));
    }

    /** For operations that this client does not have. */
    VendorConnection connection(Map<String, Credential> credentials) {
      return connect(
          new VendorProfile("acme", "ACME", credentials, ErrorBodyReader.at("/code", "/message")));
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
