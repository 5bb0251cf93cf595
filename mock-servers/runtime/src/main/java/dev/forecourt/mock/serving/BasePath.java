package dev.forecourt.mock.serving;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MovedRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The path below which a mock is served, such as {@code /mock}.
 *
 * @param prefix begins with a slash and ends with none; empty for the root
 */
public record BasePath(String prefix) {

  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)*");

  /** The root: paths are those of the vendor. */
  public static final BasePath NONE = new BasePath("");

  /** Takes a slash at the end away. Throws {@link IllegalArgumentException} for what is no path. */
  public BasePath {
    String given = prefix;
    prefix = given.endsWith("/") ? given.substring(0, given.length() - 1) : given;
    if (!isPath(prefix)) {
      throw new IllegalArgumentException(
          "A base path is such as /mock or /a/b, of letters, digits, '.', '_', '~' and '-', but was '%s'."
              .formatted(given));
    }
  }

  static boolean isPath(String text) {
    return PATH.matcher(text).matches();
  }

  /**
   * The request as the vendor would see it; null for one that is not below the path. Controls are
   * found with and without it: health checks know nothing of it.
   */
  @Nullable MockRequest within(MockRequest request) {
    if (prefix.isEmpty()) {
      return request;
    }
    String path = request.path();
    if (path.startsWith(prefix)) {
      if (path.length() == prefix.length()) {
        return new MovedRequest(request, "/");
      }
      if (path.charAt(prefix.length()) == '/') {
        return new MovedRequest(request, path.substring(prefix.length()));
      }
    }
    return request.isControl() ? request : null;
  }

  /** What to say of a request that is not below it. */
  String missing(MockRequest request) {
    return "This mock is served below '%s' (--base-path). Call %s%s in place of %s"
        .formatted(prefix, prefix, request.path(), request.path());
  }
}
