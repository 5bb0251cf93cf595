package dev.forecourt.mock.server;

import dev.forecourt.mock.control.ControlAccess;
import dev.forecourt.mock.vendor.CallTargets;
import dev.forecourt.mock.vendor.Vendor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
final class Options {

  static final String USAGE =
      """
      Usage: java -jar forecourt-mock-servers.jar [options]

      Serves the mocks of all vendors, each on its own port.

        --vendor ID        serve this vendor only; may be repeated
        --port ID=PORT     serve a vendor on another port; may be repeated; 0 means any free one
        --port-base PORT   serve the vendors on PORT, PORT+1 and so on
        --key ID=KEY       accept this key instead of the default one; may be repeated
        --check-responses  hold every answer against the contract; one that does not fit is a 500
        --seed ID=FILE     begin with the state in this file, and anew whenever it changes; may be repeated
        --state DIR        keep what is remembered in this directory; default: in memory
        --reload           load a vendor again when its JAR or folder on the class path changes
        --classes ID=PATH  load a vendor from this JAR or folder, and again when it changes; may be repeated
        --bind ADDRESS     listen on this address; default 127.0.0.1, this machine only
        --allow-host NAME  controls may be called by this host name too; default: localhost, 127.0.0.1 and --bind; may be repeated
        --allow-origin URL pages of this origin may call controls, as http://127.0.0.1:4010; default: none; may be repeated
        --webhook-host NAME  webhooks may be called on this host too; default: this machine only; may be repeated
        --self-test        start all on free ports, call each once, and end: exit code 0 if all answered
        --help             print this text
      """;

  private final Map<String, Vendor> known;
  private final Set<String> wanted = new HashSet<>();
  private final Map<String, Integer> ports = new HashMap<>();
  private final Map<String, Set<String>> keys = new HashMap<>();
  private final Map<String, Path> seeds = new HashMap<>();
  private final Map<String, Path> classes = new HashMap<>();
  private final Set<String> hosts = new HashSet<>();
  private final Set<String> origins = new HashSet<>();
  private final Set<String> targets = new HashSet<>();
  private @Nullable Path state;
  private int portBase = -1;
  private String bind = "127.0.0.1";
  private boolean help;
  private boolean selfTest;
  private boolean checkResponses;
  private boolean reload;

  private Options(List<Vendor> vendors) {
    known = vendors.stream().collect(Collectors.toMap(Vendor::id, vendor -> vendor));
  }

  /** Reads the arguments. Throws {@link IllegalArgumentException} with a message for the user. */
  static Options parse(List<String> arguments, List<Vendor> vendors) {
    Options options = new Options(vendors);
    for (int i = 0; i < arguments.size(); i++) {
      String name = arguments.get(i);
      if (name.equals("--help") || name.equals("-h")) {
        options.help = true;
      } else if (name.equals("--self-test")) {
        options.selfTest = true;
      } else if (name.equals("--check-responses")) {
        options.checkResponses = true;
      } else if (name.equals("--reload")) {
        options.reload = true;
      } else if (i + 1 < arguments.size()) {
        options.set(name, arguments.get(++i));
      } else {
        throw new IllegalArgumentException("Unknown option or missing value: " + shown(name));
      }
    }
    return options;
  }

  private void set(String name, String value) {
    switch (name) {
      case "--vendor" -> wanted.add(vendor(value));
      case "--port" -> ports.put(vendor(before(name, value)), port(after(value)));
      case "--port-base" -> portBase = port(value);
      case "--key" ->
          keys.computeIfAbsent(vendorOfKey(before(name, value)), id -> new HashSet<>())
              .add(after(value));
      case "--seed" -> seeds.put(vendor(before(name, value)), Path.of(after(value)));
      case "--classes" -> classes.put(vendor(before(name, value)), Path.of(after(value)));
      case "--state" -> state = Path.of(value);
      case "--bind" -> bind = value;
      case "--allow-host" -> hosts.add(value);
      case "--allow-origin" -> origins.add(value);
      case "--webhook-host" -> targets.add(value);
      default -> throw new IllegalArgumentException("Unknown option: " + shown(name));
    }
  }

  /** The name alone: {@code --key=fidcar=secret} holds a key. */
  private static String shown(String option) {
    int equals = option.indexOf('=');
    return equals < 0
        ? option
        : option.substring(0, equals) + ". The value follows after a space, without '='";
  }

  private String vendor(String id) {
    if (!known.containsKey(id)) {
      throw new IllegalArgumentException("Unknown vendor '%s'. Known: %s.".formatted(id, known()));
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
    return known.keySet().stream().sorted().collect(Collectors.joining(", "));
  }

  private static String before(String option, String value) {
    int equals = value.indexOf('=');
    if (equals < 1 || equals == value.length() - 1) {
      // the value may hold a key, so it is not repeated
      throw new IllegalArgumentException("Option %s takes VENDOR=VALUE.".formatted(option));
    }
    return value.substring(0, equals);
  }

  private static String after(String value) {
    return value.substring(value.indexOf('=') + 1);
  }

  private static int port(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
      throw new IllegalArgumentException(
          "A port is a number from 0 to 65535 but was '%s'.".formatted(text));
    }
    return Integer.parseInt(text);
  }

  boolean help() {
    return help;
  }

  boolean selfTest() {
    return selfTest;
  }

  String bind() {
    return bind;
  }

  /** The vendors to serve, in the order of their usual ports, each with its port and keys. */
  List<Service> services(List<Vendor> vendors) {
    List<Service> services = new ArrayList<>();
    ControlAccess access = new ControlAccess(bind, hosts, origins);
    for (Vendor vendor : vendors) {
      if (wanted.isEmpty() || wanted.contains(vendor.id())) {
        int usual = portBase < 0 ? vendor.port() : portBase + services.size();
        services.add(
            new Service(
                vendor,
                selfTest ? 0 : ports.getOrDefault(vendor.id(), usual),
                keys.getOrDefault(vendor.id(), vendor.defaultKeys()),
                seeds.get(vendor.id()),
                state,
                checkResponses,
                access,
                new CallTargets(targets),
                classes(vendor)));
      }
    }
    return services;
  }

  private @Nullable VendorClasses classes(Vendor vendor) {
    Path path = classes.get(vendor.id());
    if (path != null) {
      return new VendorClasses(vendor, path);
    }
    return reload ? VendorClasses.of(vendor) : null;
  }

  /**
   * A vendor to serve.
   *
   * @param seed file to begin with; null: the vendor's own data
   * @param state directory to keep the state in; null: in memory
   * @param checkResponses whether answers are held against the contract
   * @param access who may call the controls
   * @param targets whom the vendor may call by itself
   * @param classes to load it from, and again when they change; null: those of the process
   */
  record Service(
      Vendor vendor,
      int port,
      Set<String> keys,
      @Nullable Path seed,
      @Nullable Path state,
      boolean checkResponses,
      ControlAccess access,
      CallTargets targets,
      @Nullable VendorClasses classes) {}
}
