package dev.forecourt.clients.normalizer.plain;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Makes names of Java from names of a contract, and gives each once, whatever its case. */
final class JavaNames {
  /** What generated code names beside models, and what the generator takes for types of its own. */
  private static final String CLASSES =
      """
      AnyType AnyValue AnswerReader Appendable Array ArrayList Async AsyncPages AutoCloseable
      BareModel BigDecimal BigInteger Binary Boolean Builder Byte ByteArray Call Calls Character
      Checked Choice Class Cloneable Collection Comparable CompletableFuture CharSequence Credential
      Date DateTime Decimal Deprecated Describe Double Enum Environment Error ErrorBodyReader
      Exception FeignRequests File FilePart FilterPrimitive FilterValue Float FormFields FormFlag
      FormModel HeaderMap Headers Integer Iterable Json JsonIn JsonReader JsonValue JsonOut Key Known LinkedHashMap List
      LocalDate LocalDateTime LocalTime Long LooseBoolean LooseGrade LooseNumber Map MapKey Math
      Members Model Models Module Nullable Number Object Objects OffsetDateTime OpenEnum Operation
      Operations Optional OrderedModel Override Package Pages Param PathValue PreparedRequest
      Process QueryMap QueryParameters Raw Readable Record RequestChecks RequestLine RequestOptions
      RequestParameters Runnable Runtime RuntimeException SafeVarargs SecretModel SecretTexts Set
      Short Stream String StringBuilder Style Styled Supplier System TextPattern Thread Throwable
      Timestamp TokenStore TrueOnly URI URL UUID Unknown VendorClient VendorClientBuilder
      VendorConnection VendorException VendorProfile VendorResponse Void
      """;

  /** What every service has. */
  private static final String METHODS =
      "with withRawResponse async equals hashCode toString getClass notify notifyAll wait clone"
          + " finalize";

  private final Set<String> reserved = new HashSet<>();
  private final Set<String> taken = new HashSet<>();
  private final String suffix;

  private JavaNames(String words, String suffix) {
    this.suffix = suffix;
    for (String each : words.strip().split("\\s+")) {
      reserved.add(each.toLowerCase(Locale.ROOT));
    }
  }

  static JavaNames ofClasses() {
    return new JavaNames(CLASSES, "Model");
  }

  static JavaNames ofOperations() {
    return new JavaNames(METHODS, "Operation");
  }

  static JavaNames ofServices() {
    return new JavaNames("", "Tag");
  }

  /** A class name that nobody has yet. */
  String type(String text) {
    return free(upper(text));
  }

  /** A method name that nobody has yet. */
  String method(String text) {
    String name = lower(text);
    return free(SourceVersion.isKeyword(name) ? name + suffix : name);
  }

  private String free(String wished) {
    String name = wished;
    if (reserved.contains(name.toLowerCase(Locale.ROOT))) {
      name += suffix;
    }
    String base = name;
    for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
      name = base + number;
    }
    return name;
  }

  String upper(String text) {
    StringBuilder name = new StringBuilder();
    boolean start = true;
    for (char sign : text.toCharArray()) {
      boolean letter = sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z';
      if (letter || sign >= '0' && sign <= '9') {
        name.append(start ? Character.toUpperCase(sign) : sign);
        start = !letter;
      } else {
        start = true;
      }
    }
    return name.isEmpty() || Character.isDigit(name.charAt(0)) ? suffix + name : name.toString();
  }

  private String lower(String text) {
    String name = upper(text);
    int capitals = 0;
    while (capitals < name.length() && Character.isUpperCase(name.charAt(capitals))) {
      capitals++;
    }
    // URLOf becomes urlOf, and GET becomes get
    int lowered = capitals == name.length() || capitals < 2 ? capitals : capitals - 1;
    return name.substring(0, lowered).toLowerCase(Locale.ROOT) + name.substring(lowered);
  }
}
