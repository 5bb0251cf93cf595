package dev.forecourt.runtime.call;

import dev.forecourt.runtime.encode.QueryEncoder;
import feign.Contract;
import feign.Feign;
import feign.Logger;
import feign.Request;
import feign.RequestTemplate;
import feign.Response;
import feign.Retryer;
import feign.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes requests from generated Feign interfaces, and sends none of them: Feign fills in the
 * templates, and what follows is the business of {@link CallLoop}.
 *
 * <p>So nothing of Feign's is used that its versions disagree about, and no exception or log of
 * Feign's ever sees a credential.
 */
public final class FeignRequests {
  private static final Request.Options NO_OPTIONS = new Request.Options();

  @SuppressWarnings("deprecation") // Feign 13.5 does not have what replaces Contract.Default
  private static final Feign.Builder FEIGN =
      Feign.builder()
          .client((request, options) -> carrier(request))
          .contract(new Contract.Default())
          .encoder((body, type, template) -> template.body((byte[]) body, null))
          .decoder((response, type) -> prepared(response.request()))
          .options(NO_OPTIONS)
          .retryer(Retryer.NEVER_RETRY)
          .logLevel(Logger.Level.NONE);

  private FeignRequests() {}

  /** An implementation of a generated interface, whose methods answer {@link PreparedRequest}s. */
  public static <T> T of(Class<T> type) {
    return FEIGN.target(new NoTarget<>(type));
  }

  /** Feign wants an answer before it asks for what to make of it. */
  private static Response carrier(Request request) {
    return Response.builder()
        .status(200)
        .headers(Map.of())
        .request(request)
        .body(new byte[0])
        .build();
  }

  private static PreparedRequest prepared(Request request) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    request
        .headers()
        .forEach(
            (name, values) -> {
              // Feign counts characters of a body that is bytes to us
              if (!name.equalsIgnoreCase("Content-Length")) {
                headers.put(name, new ArrayList<>(values));
              }
            });
    return new PreparedRequest(
        QueryEncoder.withEmptyValues(request.url()), headers, request.body());
  }

  /** The host is a matter of the connection, so here there is none. */
  private record NoTarget<T>(Class<T> type) implements Target<T> {

    @Override
    public String name() {
      return type.getSimpleName();
    }

    @Override
    public String url() {
      return "";
    }

    @Override
    public Request apply(RequestTemplate template) {
      return template.request();
    }
  }
}
