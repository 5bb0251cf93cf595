package dev.forecourt.mock.vendor;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a vendor's stub says of its test credentials, said of others. */
final class GivenCredentials {

  private static final String BASIC = "Basic ";

  private final Map<String, String> givenByTest = new LinkedHashMap<>();
  private final Vendor vendor;

  /** Of a vendor: name of a part to the credential in place of the one of the tests. */
  GivenCredentials(Vendor vendor, Map<String, String> parts) {
    this.vendor = vendor;
    vendor
        .testCredentials()
        .forEach(
            (name, test) -> {
              String given = parts.get(name);
              if (given != null && !given.equals(test)) {
                givenByTest.put(test, given);
              }
            });
  }

  /** Fresh headers. */
  Map<String, String> headers() {
    Set<String> keys =
        vendor.defaultKeys().stream().map(this::replaced).collect(Collectors.toUnmodifiableSet());
    Map<String, String> headers = new LinkedHashMap<>();
    vendor.headers(keys).forEach((name, value) -> headers.put(name, replacedInHeader(value)));
    return headers;
  }

  private String replacedInHeader(String value) {
    if (!value.startsWith(BASIC)) {
      return replaced(value);
    }
    String pair =
        new String(
            Base64.getDecoder().decode(value.substring(BASIC.length())), StandardCharsets.UTF_8);
    return BASIC
        + Base64.getEncoder().encodeToString(replaced(pair).getBytes(StandardCharsets.UTF_8));
  }

  /** In one pass, so that nothing given is taken for a test credential. */
  private String replaced(String text) {
    if (givenByTest.isEmpty()) {
      return text;
    }
    String any =
        givenByTest.keySet().stream()
            .sorted((one, other) -> other.length() - one.length())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    return Pattern.compile(any)
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(givenByTest.getOrDefault(found.group(), "")));
  }
}
