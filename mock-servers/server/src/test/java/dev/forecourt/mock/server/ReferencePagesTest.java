package dev.forecourt.mock.server;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.Vendors;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The reference pages of the mocks list the options and controls that there are. */
@Tag("documents")
final class ReferencePagesTest {

  private static final Path PAGES =
      Path.of(System.getProperty("forecourt.specs"), "docs/reference");
  private static final String CONTROL = "`((?:GET|PUT|POST|DELETE|ANY) /__mock[^`]*)` \\|";

  @Test
  void optionsAreThoseOfTheHelp() throws IOException {
    List<String> rows =
        Arrays.stream(Option.values())
            .map(each -> "| `%s` | %s |".formatted(each.shape().replace("|", "\\|"), each.help()))
            .toList();

    assertThat(
            Files.readString(PAGES.resolve("mock-options.md"))
                .lines()
                .filter(line -> line.startsWith("| `--")))
        .containsExactlyElementsOf(rows);
  }

  @Test
  void controlsAreThoseThatAVendorLists() throws Exception {
    String page = Files.readString(PAGES.resolve("controls.md"));
    Set<String> common = found("(?m)^\\| " + CONTROL, before(page, "## Controls of one vendor"));

    for (Vendor vendor : Vendors.all()) {
      Set<String> listed = new TreeSet<>(common);
      listed.addAll(found("(?im)^\\| " + vendor.id() + " \\| " + CONTROL, page));
      try (MockServer server = MockServer.builder(vendor).start()) {
        assertThat(listed).as(vendor.id()).isEqualTo(names(server.baseUri()));
      }
    }
  }

  @Test
  void controlsOfTheConsoleAreThoseThatItLists() throws Exception {
    String page = Files.readString(PAGES.resolve("controls.md"));
    String console = page.substring(page.indexOf("## Controls of the console"));
    List<Vendor> vendors = Vendors.all();
    Options options = Options.parse(List.of("--vendor", "fidcar", "--port", "fidcar=0"), vendors);

    try (MockProcess process =
        MockProcess.start(options.services(vendors), options.bind(), options.https(), line -> {})) {
      String line = process.serveConsole(options.access(), 0);
      URI address = URI.create(line.replaceFirst(".*(?=http)", ""));
      assertThat(found("(?m)^\\| " + CONTROL, console)).isEqualTo(names(address));
    }
  }

  private static String before(String page, String heading) {
    return page.substring(0, page.indexOf(heading));
  }

  private static Set<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(each -> each.group(1))
        .collect(toCollection(TreeSet::new));
  }

  /** The names in the list that {@code GET /__mock} answers with. */
  private static Set<String> names(URI server) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(server.resolve("/__mock")).build();
    String body = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    Set<String> names = new TreeSet<>();
    try (JsonParser json = new JsonFactory().createParser(body)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.FIELD_NAME && json.currentName().contains(" ")) {
          names.add(json.currentName());
        }
      }
    }
    return names;
  }
}
