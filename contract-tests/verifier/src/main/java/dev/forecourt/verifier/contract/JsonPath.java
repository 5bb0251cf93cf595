package dev.forecourt.verifier.contract;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Steps of JSON paths, such as {@code .data[0]['a name with spaces']}. */
public final class JsonPath {
  private static final Pattern MEMBER = Pattern.compile("\\.([\\w$@-]+)|\\['(.*?)'](?=[.\\[]|$)");

  private JsonPath() {}

  /** The step to a member of an object. */
  public static String member(String name) {
    return name.matches("[\\w$@-]+") ? "." + name : "['" + name + "']";
  }

  /** The same path with other names of members. */
  public static String renamed(String path, UnaryOperator<String> names) {
    return MEMBER
        .matcher(path)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    member(names.apply(found.group(1) == null ? found.group(2) : found.group(1)))));
  }
}
