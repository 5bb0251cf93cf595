package dev.forecourt.mock.credentials;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.contract.SecurityScheme;
import dev.forecourt.mock.text.Shown;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps accepted keys out of messages and of the journal, wherever in a request they were put. */
public final class Secrets {

  public static final String MASK = "****";

  private final List<String> keys;
  private final Map<String, Pattern> patterns = new HashMap<>();
  private final Pattern inQuery;
  private final Set<String> headers;

  /** Knows these secrets, and where in a query the operations take a credential. */
  public Secrets(Set<String> keys, List<Operation> operations) {
    // the longest first: another one may be a part of it
    this.keys =
        keys.stream()
            .flatMap(Secrets::asShown)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    this.keys.forEach(each -> patterns.put(each, Pattern.compile(Encoded.pattern(each))));
    Set<String> parameters =
        schemes(operations, true).stream()
            .map(scheme -> Encoded.pattern(scheme.parameter()))
            .collect(Collectors.toCollection(TreeSet::new));
    this.headers =
        headers(operations).stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    // without any parameter nothing matches
    this.inQuery = Pattern.compile("(?<=^|&)(" + String.join("|", parameters) + ")=[^&]+");
  }

  /** The text without any accepted key, be it percent-encoded or not. */
  public String mask(String text) {
    String masked = text;
    if (Encoded.mayBe(text)) {
      for (String key : Encoded.hidden(keys, text)) {
        masked = patterns.get(key).matcher(masked).replaceAll(MASK);
      }
    }
    for (String key : keys) {
      masked = masked.replace(key, MASK);
    }
    return masked;
  }

  /** Messages cut a long value: its beginning is a secret as well. */
  private static Stream<String> asShown(String key) {
    return key.length() > Shown.MAX_CHARS
        ? Stream.of(key, key.substring(0, Shown.MAX_CHARS))
        : Stream.of(key);
  }

  /** Also masks credentials that are not accepted, and what is a secret by its name. */
  public String maskQuery(String query) {
    return SecretNames.maskForm(inQuery.matcher(mask(query)).replaceAll("$1=" + MASK));
  }

  /** The value of a header as it may be shown: nothing of one that carries a credential. */
  public String maskHeader(String name, String value) {
    return headers.contains(name.toLowerCase(Locale.ROOT)) || SecretNames.isHeader(name)
        ? MASK
        : mask(value);
  }

  /**
   * A body without accepted keys, and without what is a secret by the name of its field.
   *
   * @param isCut whether it is the beginning of a longer one, which may end within a key
   */
  public String maskBody(String text, boolean isCut) {
    String masked = mask(isCut ? withoutBeginOfKey(text) : text);
    String start = masked.stripLeading();
    if (start.startsWith("{") || start.startsWith("[")) {
      return SecretNames.maskJson(masked);
    }
    return start.startsWith("--")
        ? SecretNames.maskMultipart(masked)
        : SecretNames.maskForm(masked);
  }

  private String withoutBeginOfKey(String text) {
    int end = text.length();
    for (String key : keys) {
      for (int length = Math.min(key.length() - 1, end); length > 0; length--) {
        if (text.regionMatches(end - length, key, 0, length)) {
          return text.substring(0, end - length) + MASK;
        }
      }
    }
    return text;
  }

  /** Names of the headers in which the operations take a credential. */
  public static Set<String> headers(List<Operation> operations) {
    return schemes(operations, false).stream()
        .map(SecurityScheme::header)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<SecurityScheme> schemes(List<Operation> operations, boolean inQuery) {
    return operations.stream()
        .flatMap(operation -> operation.schemes().stream())
        .filter(scheme -> scheme.isQuery() == inQuery)
        .toList();
  }
}
