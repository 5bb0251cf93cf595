package dev.forecourt.mock.console;

import dev.forecourt.mock.control.ControlAccess;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page, its files, and the contracts. */
final class Pages {

  private static final Pattern FILE = Pattern.compile("(?:[\\w-][\\w.-]*/)*[\\w-][\\w.-]*");
  private static final String SWAGGER_UI = "swagger-ui/";
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("png", "image/png"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("yaml", "application/yaml"));

  private final ContractFiles contracts;
  private final String policy;

  Pages(List<ConsoleVendor> vendors) {
    contracts = new ContractFiles(vendors);
    policy = Security.policy(vendors);
  }

  String policy() {
    return policy;
  }

  MockResponse answer(MockRequest request, ControlAccess access) {
    String refused = access.hostRefusal(request);
    if (refused != null) {
      return Message.of(403, refused);
    }
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return Message.of(405, "The files of the console take GET.").with("Allow", "GET, HEAD");
    }
    String path = request.path();
    if (path.equals("/")) {
      return file("index.html");
    }
    if (path.startsWith("/contracts/")) {
      return contracts.answer(path.substring("/contracts/".length()));
    }
    return path.startsWith("/page/") ? file(path.substring("/page/".length())) : missing(path);
  }

  private static MockResponse file(String name) {
    byte[] content = FILE.matcher(name).matches() ? read(Pages.class, resource(name)) : null;
    return content == null ? missing(name) : MockResponse.of(200, type(name), content);
  }

  /** Swagger UI is in the JAR already, beside the reference pages of the contracts. */
  private static String resource(String name) {
    return name.startsWith(SWAGGER_UI)
        ? "/dev/forecourt/specs/reference/" + name.substring(SWAGGER_UI.length())
        : "page/" + name;
  }

  private static MockResponse missing(String path) {
    return Message.of(
        404, "The console has no " + path + ". GET / is its page, GET /__mock lists its calls.");
  }

  static String type(String name) {
    return TYPES.getOrDefault(
        name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
  }

  /** A resource beside this class; null when there is none. */
  static byte @Nullable [] read(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
