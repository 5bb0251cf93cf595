package dev.forecourt.mock.credentials;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.contract.SecurityScheme;
import dev.forecourt.mock.text.Shown;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
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

  /** Also masks credentials that are not accepted. */
  public String maskQuery(String query) {
    return inQuery.matcher(mask(query)).replaceAll("$1=" + MASK);
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
