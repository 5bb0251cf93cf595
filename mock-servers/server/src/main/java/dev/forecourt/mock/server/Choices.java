package dev.forecourt.mock.server;

import dev.forecourt.mock.http.Cors;
import dev.forecourt.mock.https.MockCertificate;
import dev.forecourt.mock.serving.BasePath;
import dev.forecourt.mock.vendor.Vendor;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What options have been set to so far; what none has been given for has its default. */
final class Choices {

  final Set<String> vendors = new HashSet<>();
  final Map<String, Integer> ports = new HashMap<>();
  final Map<String, Set<String>> keys = new HashMap<>();
  final Map<String, Path> seeds = new HashMap<>();
  final Map<String, Path> classes = new HashMap<>();
  final Set<String> unsigned = new HashSet<>();
  final Set<String> hosts = new HashSet<>();
  final Set<String> origins = new HashSet<>();
  final Set<String> targets = new HashSet<>();
  @Nullable Set<String> cors;
  @Nullable Path httpsFolder;
  @Nullable Path httpsCertificate;
  @Nullable Path httpsKey;
  @Nullable Path state;
  final Map<String, String> scenarioOf = new HashMap<>();
  @Nullable String scenario;
  @Nullable Path scenarios;
  int portBase = -1;
  BasePath base = BasePath.NONE;
  String bind = "localhost";
  boolean help;
  boolean version;
  boolean selfTest;
  boolean checkResponses;
  boolean reload;
  boolean console = true;
  @Nullable Integer consolePort;

  private final Map<String, Vendor> known = new TreeMap<>();

  Choices(List<Vendor> vendors) {
    vendors.forEach(each -> known.put(each.id(), each));
  }

  /**
   * Sets what an option says; the value is empty for one that takes none. Throws {@link
   * IllegalArgumentException} with a message for the user.
   */
  void set(Option option, String value) {
    switch (option) {
      case VENDOR -> vendors.add(vendor(value));
      case PORT -> ports.put(vendor(before(option, value)), port(option, after(value)));
      case PORT_BASE -> portBase = port(option, value);
      case KEY ->
          keys.computeIfAbsent(vendorOfKey(before(option, value)), id -> new HashSet<>())
              .add(after(value));
      case CHECK_RESPONSES -> checkResponses = true;
      case UNSIGNED -> unsigned.add(signing(vendor(value)));
      case SEED -> seeds.put(vendor(before(option, value)), Path.of(after(value)));
      case SCENARIO -> scenario(value);
      case SCENARIOS -> scenarios = Path.of(value);
      case STATE -> state = Path.of(value);
      case RELOAD -> reload = true;
      case CLASSES -> classes.put(vendor(before(option, value)), Path.of(after(value)));
      case BIND -> bind = value;
      case HTTPS -> httpsFolder = httpsFolder == null ? MockCertificate.usualFolder() : httpsFolder;
      case HTTPS_DIR -> httpsFolder = Path.of(value);
      case HTTPS_CERT -> httpsCertificate = Path.of(value);
      case HTTPS_KEY -> httpsKey = Path.of(value);
      case ALLOW_HOST -> hosts.add(value);
      case ALLOW_ORIGIN -> origins.add(value);
      case BASE_PATH -> base = new BasePath(value);
      case CORS -> addCors(value);
      case WEBHOOK_HOST -> targets.add(value);
      case CONSOLE -> console = onOrOff(option, value);
      case CONSOLE_PORT -> consolePort = port(option, value);
      case SELF_TEST -> selfTest = true;
      case VERSION -> version = true;
      case HELP -> help = true;
    }
  }

  /** Throws {@link IllegalArgumentException} for an option that lacks the one beside it. */
  void refuseHalves() {
    if ((httpsCertificate == null) != (httpsKey == null)) {
      throw new IllegalArgumentException(
          "Options --https-cert and --https-key go together: the certificate and its key.");
    }
    if (httpsCertificate != null && httpsFolder != null) {
      throw new IllegalArgumentException(
          "Option --https-cert gives a certificate, and --https makes one. Leave out --https and --https-dir.");
    }
  }

  private void addCors(String value) {
    boolean off = value.equals("off");
    if (cors != null && off != cors.isEmpty()) {
      throw new IllegalArgumentException(
          "Option --cors is either off or the origins that may call, not both.");
    }
    cors = cors == null ? new HashSet<>() : cors;
    if (!off) {
      cors.add(Cors.origin(value));
    }
  }

  private void scenario(String value) {
    if (value.contains("=")) {
      scenarioOf.put(vendor(before(Option.SCENARIO, value)), after(value));
    } else {
      scenario = value;
    }
  }

  private String vendor(String id) {
    if (!known.containsKey(id)) {
      throw new IllegalArgumentException("Unknown vendor '%s'. Known: %s.".formatted(id, known()));
    }
    return id;
  }

  private String signing(String id) {
    Vendor vendor = known.get(id);
    if (vendor != null) {
      vendor.requireUnsigned();
    }
    return id;
  }

  /** What stands before the first equals sign may be half of a key, so it is not repeated. */
  private String vendorOfKey(String id) {
    if (!known.containsKey(id)) {
      throw new IllegalArgumentException(
          "Option --key takes VENDOR=KEY, and what stands before '=' is no vendor. Known: %s."
              .formatted(known()));
    }
    return id;
  }

  private String known() {
    return String.join(", ", known.keySet());
  }

  private static boolean onOrOff(Option option, String value) {
    if (!value.equals("on") && !value.equals("off")) {
      throw new IllegalArgumentException(
          "Option %s takes on or off but was given '%s'.".formatted(option.text(), value));
    }
    return value.equals("on");
  }

  private static String before(Option option, String value) {
    int equals = value.indexOf('=');
    if (equals < 1 || equals == value.length() - 1) {
      // the value may hold a key, so it is not repeated
      throw new IllegalArgumentException("Option %s takes VENDOR=VALUE.".formatted(option.text()));
    }
    return value.substring(0, equals);
  }

  private static String after(String value) {
    return value.substring(value.indexOf('=') + 1);
  }

  private static int port(Option option, String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
      throw new IllegalArgumentException(
          "Option %s takes a port, a number from 0 to 65535, but was given '%s'."
              .formatted(option.text(), text));
    }
    return Integer.parseInt(text);
  }
}
