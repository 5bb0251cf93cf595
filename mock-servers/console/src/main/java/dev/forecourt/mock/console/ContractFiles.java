package dev.forecourt.mock.console;

import dev.forecourt.mock.http.MockResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The published contracts, with the address of the mock in them as it is now. */
final class ContractFiles {

  private static final String FOLDER = "/dev/forecourt/specs/";
  private static final Pattern NAME =
      Pattern.compile("(?<id>[a-z][a-z0-9]*)(?<version>/3\\.1)?\\.(?<form>json|yaml)");
  private static final Pattern PUBLISHED =
      Pattern.compile("http://(?:127\\.0\\.0\\.1|localhost):\\d+(?![\\d\\w.:])");

  private final List<ConsoleVendor> vendors;
  private final Map<String, Info> infos = new ConcurrentHashMap<>();

  ContractFiles(List<ConsoleVendor> vendors) {
    this.vendors = vendors;
  }

  /**
   * What a contract says of itself.
   *
   * @param title the vendor's name
   * @param version of the contract
   */
  record Info(String title, String version) {}

  /** Such as {@code fidcar.json} or {@code fidcar/3.1.json}. */
  MockResponse answer(String name) {
    // the version of OpenAPI stands where people look for it, behind the vendor
    Matcher parts = NAME.matcher(name.replaceFirst("^([a-z0-9]+)/3\\.1\\.", "$1/3.1."));
    ConsoleVendor vendor = parts.matches() ? named(parts.group("id")) : null;
    byte[] published =
        vendor == null ? null : read(vendor, parts.group("version") != null, parts.group("form"));
    if (vendor == null || published == null) {
      return Message.of(
          404,
          "No contract '%s' here. There are ID.json, ID.yaml and ID/3.1.json of %s."
              .formatted(
                  name, String.join(", ", vendors.stream().map(ConsoleVendor::id).toList())));
    }
    return MockResponse.of(200, Pages.type(name), served(published, vendor));
  }

  private @Nullable ConsoleVendor named(String id) {
    return vendors.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
  }

  private static byte @Nullable [] read(ConsoleVendor vendor, boolean newer, String form) {
    String file = FOLDER + (newer ? "3.1/" : "") + vendor.id() + "." + form;
    byte[] published = Pages.read(Pages.class, file);
    // one that was made of a file brings its contract
    return published == null ? Pages.read(vendor.vendor().getClass(), file) : published;
  }

  /** The mock stands first among the published servers, by its usual port. */
  private static byte[] served(byte[] published, ConsoleVendor vendor) {
    String usual = "http://127.0.0.1:" + vendor.vendor().port();
    Matcher server = PUBLISHED.matcher(new String(published, StandardCharsets.UTF_8));
    return server
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group().equals(usual) ? vendor.baseUri().toString() : found.group()))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Title and version; read once. */
  Info info(ConsoleVendor vendor) {
    return infos.computeIfAbsent(vendor.id(), id -> read(vendor));
  }

  private static Info read(ConsoleVendor vendor) {
    byte[] contract = read(vendor, false, "json");
    if (contract != null && Message.read(contract).get("info") instanceof Map<?, ?> info) {
      return new Info(String.valueOf(info.get("title")), String.valueOf(info.get("version")));
    }
    // one that was made by hand, or of a file
    return new Info(vendor.id(), "");
  }
}
