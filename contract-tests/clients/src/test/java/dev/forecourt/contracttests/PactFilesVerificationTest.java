package dev.forecourt.contracttests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.contracttests.kit.Checkout;
import dev.forecourt.contracttests.kit.PublicCredentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The committed pact files are, byte for byte, those that the consumer tests write today. */
@Tag("verification")
class PactFilesVerificationTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void committedPactsAreWhatTheTestsWrite() throws IOException {
    Map<String, String> written = files(Checkout.writtenPacts());
    Map<String, String> committed = files(Checkout.committedPacts());

    assertThat(written).as("pact files of this run").isNotEmpty();
    assertThat(differences(committed, written))
        .as(
            "contract-tests/pacts and what the tests wrote differ in these. Look and accept:"
                + " scripts/update-pacts")
        .isEmpty();
  }

  /** So that a failure names the operation, whichever tool prints it. */
  @Test
  void everyDescriptionBeginsWithTheOperation() throws IOException {
    for (String pact : files(Checkout.writtenPacts()).values()) {
      assertThat(interactions(pact).keySet()).allMatch(name -> name.matches("[a-z]+[A-Z]\\w+: .+"));
    }
  }

  /** Where a credential may stand: headers of the contracts, and members of token calls. */
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "(?i).*authorization|x-api-key|api_key|fidelisa_(jeton|.*_key)|.*-secret|client_secret|(access_|refresh_)?token");

  @Test
  void pactFilesHoldNoSecret() throws IOException {
    for (String text : files(Checkout.writtenPacts()).values()) {
      JsonNode pact = JSON.readTree(text);
      String vendor = pact.path("consumer").path("name").asText().replace("forecourt-", "");
      // bodies that nobody wrote are of the vendor's published file, or made up
      List<String> parts =
          Checkout.hasOwnPactTests(vendor)
              ? List.of("headers", "query", "body")
              : List.of("headers", "query");
      for (JsonNode interaction : pact.path("interactions")) {
        assertThat(credentials(interaction, parts, PublicCredentials.members(vendor)))
            .as("credentials in %s", interaction.path("description").asText())
            .isSubsetOf(PublicCredentials.of(vendor));
      }
    }
  }

  /** Not those of the matching rules, which hold patterns. */
  private static Set<String> credentials(
      JsonNode interaction, List<String> parts, Set<String> members) {
    Set<String> found = new TreeSet<>();
    for (String side : List.of("request", "response")) {
      for (String part : parts) {
        collect(interaction.path(side).path(part), members, found);
      }
    }
    collect(interaction.path("contents"), members, found);
    collect(interaction.path("metadata"), members, found);
    return found;
  }

  private static void collect(JsonNode node, Set<String> members, Set<String> found) {
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (CREDENTIAL.matcher(member.getKey()).matches() || members.contains(member.getKey())) {
        texts(member.getValue()).forEach(text -> found.add(secret(text)));
      }
    }
    node.forEach(child -> collect(child, members, found));
  }

  /** What follows the scheme; of a name and a password the password. */
  private static String secret(String text) {
    if (!text.startsWith("Basic ")) {
      return text.replaceFirst("^(Bearer|JWT) ", "");
    }
    byte[] pair = Base64.getDecoder().decode(text.substring("Basic ".length()));
    return new String(pair, StandardCharsets.UTF_8).replaceFirst("^[^:]*:", "");
  }

  private static List<String> texts(JsonNode value) {
    List<String> texts = new ArrayList<>();
    if (value.isTextual()) {
      texts.add(value.asText());
    }
    value.forEach(each -> texts.addAll(texts(each)));
    return texts;
  }

  private static List<String> differences(
      Map<String, String> committed, Map<String, String> written) throws IOException {
    Set<String> names = new TreeSet<>(committed.keySet());
    names.addAll(written.keySet());
    List<String> found = new ArrayList<>();
    for (String name : names) {
      String before = committed.get(name);
      String now = written.get(name);
      if (before == null && System.getProperty("forecourt.vendor") != null) {
        // the first one of a new vendor, which scripts/test --vendor says how to accept
        continue;
      }
      if (before == null || now == null) {
        found.add(name + (before == null ? " is not committed" : " is no longer written"));
      } else if (!before.equals(now)) {
        found.addAll(changes(name, interactions(before), interactions(now)));
      }
    }
    return found;
  }

  private static List<String> changes(
      String file, Map<String, JsonNode> before, Map<String, JsonNode> now) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(now.keySet());
    List<String> changed =
        names.stream()
            .filter(name -> !(before.containsKey(name) && before.get(name).equals(now.get(name))))
            .map(
                name ->
                    file
                        + ": "
                        + name
                        + (now.containsKey(name)
                            ? before.containsKey(name) ? " (changed)" : " (new)"
                            : " (gone)"))
            .toList();
    return changed.isEmpty()
        ? List.of(file + ": order or spacing, or the version of Pact")
        : changed;
  }

  private static Map<String, JsonNode> interactions(String pact) throws IOException {
    Map<String, JsonNode> byName = new TreeMap<>();
    for (JsonNode interaction : JSON.readTree(pact).path("interactions")) {
      byName.put(interaction.path("description").asText(), interaction);
    }
    return byName;
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.filter(f -> f.toString().endsWith(".json")).toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    if (Checkout.isOneVendor()) {
      String vendor = Checkout.vendors().get(0);
      texts.keySet().removeIf(name -> !name.startsWith("forecourt-" + vendor + "-"));
    }
    return texts;
  }
}
