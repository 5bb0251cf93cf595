package dev.forecourt.mock.credentials;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.contract.SecurityScheme;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps accepted keys out of messages and of the journal, wherever in a request they were put. */
public final class Secrets {

  public static final String MASK = "****";

  private final List<String> keys;
  private final Pattern inQuery;

  /** Knows these secrets, and where in a query the operations take a credential. */
  public Secrets(Set<String> keys, List<Operation> operations) {
    this.keys = List.copyOf(keys);
    Set<String> parameters =
        schemes(operations, true).stream()
            .map(scheme -> Pattern.quote(scheme.parameter()))
            .collect(Collectors.toCollection(TreeSet::new));
    // without any parameter nothing matches
    this.inQuery = Pattern.compile("(?<=^|&)(" + String.join("|", parameters) + ")=[^&]+");
  }

  public String mask(String text) {
    String masked = text;
    for (String key : keys) {
      masked = masked.replace(key, MASK);
    }
    return masked;
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
