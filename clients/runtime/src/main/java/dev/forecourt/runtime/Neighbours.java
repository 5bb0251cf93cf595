package dev.forecourt.runtime;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.PackageVersion;
import feign.Client;
import feign.Contract;
import feign.MethodMetadata;
import feign.Request;
import feign.RequestTemplate;
import feign.Response;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.hc.core5.http.impl.BasicHttpTransportMetrics;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether the libraries that the application has chosen are new enough, so that {@code
 * build()} says so and not the first call.
 *
 * <p>Each is used once as the clients use it, without reflection, and its version is read where it
 * states one. All that is wrong comes in one message.
 */
final class Neighbours {
  // lowest: with which every row of scripts/matrix passes, tried one by one; and the one to take
  private static final Library FEIGN =
      new Library("io.github.openfeign", "feign-core", "10.6.0", "13.13");
  private static final Library HTTP_CORE =
      new Library("org.apache.httpcomponents.core5", "httpcore5", "5.1", "5.4.4");
  private static final Library JACKSON =
      new Library("com.fasterxml.jackson.core", "jackson-core", "2.10.0", "2.22.4");

  private static volatile boolean good;

  private Neighbours() {}

  /**
   * Throws {@code IllegalStateException} that names each library that is missing or too old, the
   * version found, the lowest that works and what to do. Costs nothing once nothing was found.
   */
  static void check() {
    if (good) {
      return;
    }
    List<UnfitLibrary> unfit =
        Stream.of(
                FEIGN.check(OfFeign::version, OfFeign::use),
                HTTP_CORE.check(OfHttpCore::version, OfHttpCore::use),
                JACKSON.check(OfJackson::version, OfJackson::use))
            .filter(Objects::nonNull)
            .toList();
    if (!unfit.isEmpty()) {
      throw UnfitLibrary.exception(unfit);
    }
    good = true;
  }

  // a class for each library: what of the others is loaded must not depend on it

  private static final class OfFeign {
    private interface Nothing {}

    private interface Making {
      Request make(
          Request.HttpMethod method,
          String url,
          Map<String, Collection<String>> headers,
          byte[] body,
          Charset charset,
          RequestTemplate template);
    }

    private interface Sending {
      Response send(Client client, Request request, Request.Options options) throws IOException;
    }

    static @Nullable String version() {
      return FEIGN.statedBeside(Contract.class);
    }

    /** As FeignRequests reads the generated interfaces, and as FeignTransport sends. */
    @SuppressWarnings("deprecation") // older ones do not have what replaces Contract.Default
    static List<Object> use() {
      Function<MethodMetadata, Method> method = MethodMetadata::method;
      Making making = Request::create;
      Sending sending = Client::execute;
      return List.of(
          method, making, sending, new Contract.Default().parseAndValidateMetadata(Nothing.class));
    }
  }

  private static final class OfHttpCore {

    static @Nullable String version() {
      return HTTP_CORE.statedBeside(SessionInputBufferImpl.class);
    }

    static List<Object> use() {
      return List.of(new SessionInputBufferImpl(new BasicHttpTransportMetrics(), 16, -1, 16, null));
    }
  }

  private static final class OfJackson {

    static String version() {
      return PackageVersion.VERSION.toString();
    }

    static List<Object> use() {
      return List.of(JsonFactory.builder().build());
    }
  }
}
