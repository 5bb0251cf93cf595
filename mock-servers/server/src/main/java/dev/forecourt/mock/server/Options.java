package dev.forecourt.mock.server;

import dev.forecourt.mock.control.ControlAccess;
import dev.forecourt.mock.http.Cors;
import dev.forecourt.mock.scenario.Scenarios;
import dev.forecourt.mock.text.Spelling;
import dev.forecourt.mock.vendor.CallTargets;
import dev.forecourt.mock.vendor.Vendor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the command line asks for: see {@link Option}. */
final class Options {

  private final Choices chosen;

  private Options(Choices chosen) {
    this.chosen = chosen;
  }

  /** Reads the arguments. Throws {@link IllegalArgumentException} with a message for the user. */
  static Options parse(List<String> arguments, List<Vendor> vendors) {
    Choices chosen = new Choices(vendors);
    for (int i = 0; i < arguments.size(); i++) {
      String name = arguments.get(i);
      Option option = Option.named(name);
      if (option == null) {
        throw new IllegalArgumentException("Unknown option: " + shown(name));
      }
      if (!option.takesValue()) {
        chosen.set(option, "");
      } else if (i + 1 < arguments.size()) {
        chosen.set(option, arguments.get(++i));
      } else {
        throw new IllegalArgumentException("Missing value: " + option.shape());
      }
    }
    chosen.refuseHalves();
    return new Options(chosen);
  }

  /** The name alone: {@code --key=fidcar=secret} holds a key. */
  private static String shown(String option) {
    int equals = option.indexOf('=');
    return equals < 0
        ? option + Spelling.hint(option, Option.names())
        : option.substring(0, equals) + ". The value follows after a space, without '='";
  }

  boolean help() {
    return chosen.help;
  }

  boolean version() {
    return chosen.version;
  }

  boolean selfTest() {
    return chosen.selfTest;
  }

  String bind() {
    return chosen.bind;
  }

  /** What to speak HTTPS with; null for HTTP alone. Throws {@link StartFailure}. */
  @Nullable Https https() {
    if (chosen.httpsCertificate != null && chosen.httpsKey != null) {
      return Https.of(chosen.httpsCertificate, chosen.httpsKey);
    }
    if (chosen.httpsFolder == null) {
      return null;
    }
    List<String> names = new ArrayList<>(chosen.hosts);
    names.add(chosen.bind);
    return Https.ofOwn(chosen.httpsFolder, names);
  }

  /** The vendors to serve, in the order of their usual ports, each with its port and keys. */
  List<Service> services(List<Vendor> vendors) {
    List<Service> services = new ArrayList<>();
    ControlAccess access = access();
    Cors cors = chosen.cors == null ? Cors.OPEN : Cors.of(chosen.cors);
    CallTargets targets = new CallTargets(chosen.targets);
    requireScenario(vendors);
    for (Vendor vendor : vendors) {
      if (chosen.vendors.isEmpty() || chosen.vendors.contains(vendor.id())) {
        services.add(
            new Service(
                vendor,
                port(vendor, services.size()),
                chosen.keys.getOrDefault(vendor.id(), vendor.defaultKeys()),
                chosen.seeds.get(vendor.id()),
                chosen.state,
                chosen.checkResponses,
                chosen.unsigned.contains(vendor.id()),
                access,
                cors,
                chosen.base,
                targets,
                classes(vendor),
                scenarios(vendor)));
      }
    }
    return services;
  }

  /** Whether there is a console; the self-test needs none. */
  boolean hasConsole() {
    return chosen.console && !chosen.selfTest;
  }

  /** The port of the console if the user asked for one, else null. */
  @Nullable Integer consolePort() {
    return chosen.consolePort;
  }

  /** Who may call the controls. */
  ControlAccess access() {
    return new ControlAccess(chosen.bind, chosen.hosts, chosen.origins);
  }

  private Scenarios scenarios(Vendor vendor) {
    Scenarios all = new Scenarios(vendor, chosen.scenarios, null);
    String first = chosen.scenarioOf.get(vendor.id());
    if (first == null && chosen.scenario != null && all.names().containsKey(chosen.scenario)) {
      first = chosen.scenario;
    }
    return first == null ? all : new Scenarios(vendor, chosen.scenarios, first);
  }

  /** One that is meant for whoever has it must be there somewhere. */
  private void requireScenario(List<Vendor> vendors) {
    if (chosen.scenario == null) {
      return;
    }
    Set<String> known = new TreeSet<>();
    vendors.forEach(
        each -> known.addAll(new Scenarios(each, chosen.scenarios, null).names().keySet()));
    if (!known.contains(chosen.scenario)) {
      throw new IllegalArgumentException(
          "No vendor has a scenario '%s'. There are %s%s."
              .formatted(
                  chosen.scenario,
                  String.join(", ", known),
                  Spelling.hint(chosen.scenario, known)));
    }
  }

  private int port(Vendor vendor, int before) {
    if (chosen.selfTest) {
      return 0;
    }
    int usual = chosen.portBase < 0 ? vendor.port() : chosen.portBase + before;
    return chosen.ports.getOrDefault(vendor.id(), usual);
  }

  private @Nullable VendorClasses classes(Vendor vendor) {
    Path path = chosen.classes.get(vendor.id());
    if (path != null) {
      return new VendorClasses(vendor, path);
    }
    return chosen.reload ? VendorClasses.of(vendor) : null;
  }
}
