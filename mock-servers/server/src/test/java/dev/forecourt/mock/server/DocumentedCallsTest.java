package dev.forecourt.mock.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.Vendors;
import dev.forecourt.vendors.documents.Documents;
import dev.forecourt.vendors.documents.Snippet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every call of a mock that a document shows, made by bash and curl; the answer shown below it is
 * the one that came. {@code …} stands for any text. The calls of one document follow each other;
 * each document begins with the seed. Without an answer shown, each call must succeed.
 */
final class DocumentedCallsTest {

  private static final Path ROOT = Path.of(System.getProperty("forecourt.specs")).getParent();
  private static final Pattern CALL =
      Pattern.compile("(?s)curl .*https?://(127\\.0\\.0\\.1|localhost):40\\d\\d");
  private static final Pattern FETCH = Pattern.compile("fetch\\('https?://localhost:40\\d\\d");
  private static final int CONSOLE = 4010;

  @TempDir private static Path home;
  private static MockProcess process;
  private static URI console;
  private static final Map<Integer, Integer> PORTS = new HashMap<>();

  @BeforeAll
  static void start() {
    List<Vendor> vendors = Vendors.all();
    List<String> options = new ArrayList<>(List.of("--https", "--https-dir", https().toString()));
    vendors.forEach(each -> options.addAll(List.of("--port", each.id() + "=0")));
    Options parsed = Options.parse(options, vendors);
    process =
        MockProcess.start(parsed.services(vendors), parsed.bind(), parsed.https(), line -> {});
    for (Vendor each : vendors) {
      PORTS.put(each.port(), process.port(each.id()));
    }
    String address = process.serveConsole(parsed.access(), 0).replaceFirst(".*(?=http)", "");
    console = URI.create(address);
    PORTS.put(CONSOLE, console.getPort());
  }

  @AfterAll
  static void stop() {
    process.close();
  }

  private static Path https() {
    return home.resolve(".forecourt/https");
  }

  @TestFactory
  List<DynamicTest> answerAsShown() throws IOException {
    Map<String, List<Snippet>> documents = new LinkedHashMap<>();
    for (Snippet each : Documents.of(ROOT).snippets()) {
      documents.computeIfAbsent(each.document(), name -> new ArrayList<>()).add(each);
    }
    List<DynamicTest> tests = new ArrayList<>();
    documents.forEach(
        (name, snippets) -> {
          if (snippets.stream().anyMatch(DocumentedCallsTest::isCall)) {
            tests.add(DynamicTest.dynamicTest(name, () -> answersAsShown(snippets)));
          }
        });
    assertThat(tests).hasSizeGreaterThan(10);
    return tests;
  }

  @Test
  @Tag("node")
  void scriptsOfPagesRun() throws Exception {
    List<Snippet> scripts =
        Documents.of(ROOT).snippets().stream()
            .filter(each -> each.language().equals("js") && FETCH.matcher(each.text()).find())
            .toList();

    assertThat(scripts).isNotEmpty();
    for (Snippet each : scripts) {
      Path file = Files.writeString(home.resolve("page.mjs"), here(each.text()));
      Process node = new ProcessBuilder("node", file.toString()).redirectErrorStream(true).start();
      String printed = new String(node.getInputStream().readAllBytes(), UTF_8);
      assertThat(node.waitFor()).as("%s: %s", each.place(), printed).isZero();
      assertThat(printed).as(each.place()).isNotBlank().doesNotContain("undefined");
    }
  }

  private static boolean isCall(Snippet snippet) {
    return snippet.language().equals("sh") && CALL.matcher(snippet.text()).find();
  }

  private static void answersAsShown(List<Snippet> snippets) throws Exception {
    reset();
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < snippets.size(); i++) {
      if (isCall(snippets.get(i))) {
        Snippet next = i + 1 < snippets.size() ? snippets.get(i + 1) : null;
        boolean shown = next != null && next.answers();
        String came = run(snippets.get(i), !shown);
        if (shown && !matches(next, came)) {
          wrong.add("%s shows%n%s%nbut this came:%n%s".formatted(next.place(), next.text(), came));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static void reset() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(console.resolve("/__mock/reset"))
            .POST(BodyPublishers.noBody())
            .build();
    int status = HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    assertThat(status).isBetween(200, 299);
  }

  private static String run(Snippet snippet, boolean mustSucceed) throws Exception {
    String commands =
        snippet.commands().stream()
            .filter(each -> !each.startsWith("scripts/"))
            .collect(Collectors.joining("\n"));
    String flags = mustSucceed ? "--fail-with-body " : "";
    Path script =
        Files.writeString(
            home.resolve("call.sh"),
            "set -euo pipefail\ncurl() { command curl -sS --max-time 60 %s\"$@\"; echo; }\n%s\n"
                .formatted(flags, here(commands)));
    ProcessBuilder bash = new ProcessBuilder("bash", script.toString()).directory(home.toFile());
    bash.environment().put("HOME", home.toString());
    Process running = bash.redirectErrorStream(true).start();
    running.getOutputStream().close();
    String came = new String(running.getInputStream().readAllBytes(), UTF_8);
    assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(running.exitValue()).as("%s: %s", snippet.place(), came).isZero();
    return there(came).replace("\r", "");
  }

  /** With the ports of this test in place of those of documents. */
  private static String here(String commands) {
    String result = commands;
    for (Map.Entry<Integer, Integer> each : PORTS.entrySet()) {
      result =
          result.replaceAll(
              "(127\\.0\\.0\\.1|localhost):" + each.getKey() + "\\b", "$1:" + each.getValue());
    }
    return result;
  }

  private static String there(String answer) {
    String result = answer;
    for (Map.Entry<Integer, Integer> each : PORTS.entrySet()) {
      result = result.replace(":" + each.getValue(), ":" + each.getKey());
    }
    return result;
  }

  /**
   * Whether an answer is the one that is shown, but for white space and where it has an ellipsis.
   */
  private static boolean matches(Snippet shown, String came) {
    String pattern =
        words(shown.text())
            .codePoints()
            .mapToObj(Character::toString)
            .map(each -> each.equals("…") ? ".*" : Pattern.quote(each))
            .collect(Collectors.joining());
    return words(came).matches("(?s)" + pattern);
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", "");
  }
}
