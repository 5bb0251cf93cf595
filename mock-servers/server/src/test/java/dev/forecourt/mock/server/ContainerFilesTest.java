package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.Vendors;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What of the container's files can be tried without an engine: the health check, the ports, the
 * options of the process. Nobody has built an image with them here.
 */
final class ContainerFilesTest {

  private static final Path DOCKERFILE = Path.of("Dockerfile");
  private static final Path COMPOSE = Path.of("compose.yaml");
  private static final Pattern WAITED = Pattern.compile("forLogMessage\\(\"([^\"]+)\"");

  @Test
  void callsAContainerHealthyThatAnswers() throws Exception {
    try (RunningMock mock = RunningMock.start(List.of("fidcar"))) {
      int port = mock.uri("fidcar").getPort();

      assertThat(exitCode(healthCheck(port))).isZero();
    }
  }

  @Test
  void callsAContainerUnhealthyThatDoesNotAnswer() throws Exception {
    // bound, so that nobody else gets it, and not listening
    try (Socket held = new Socket()) {
      held.bind(new InetSocketAddress("127.0.0.1", 0));

      assertThat(exitCode(healthCheck(held.getLocalPort()))).isNotZero();
    }
  }

  @Test
  void opensThePortOfTheConsoleAndOfEachVendor() throws IOException {
    Matcher exposed = find(DOCKERFILE, "(?m)^EXPOSE (\\d+)-(\\d+)$");
    Matcher published = find(COMPOSE, "127\\.0\\.0\\.1:(\\d+)-(\\d+):(\\d+)-(\\d+)");
    int first = Integer.parseInt(exposed.group(1));
    int last = Integer.parseInt(exposed.group(2));

    assertThat(first).isEqualTo(4010);
    assertThat(Vendors.all())
        .extracting(Vendor::port)
        .allMatch(port -> first < port && port <= last);
    assertThat(List.of(published.group(1), published.group(3))).containsOnly(exposed.group(1));
    assertThat(List.of(published.group(2), published.group(4))).containsOnly(exposed.group(2));
  }

  @Test
  void startsWithOptionsThatTheProcessKnows() throws IOException {
    List<String> entry = strings(find(DOCKERFILE, "(?m)^ENTRYPOINT (\\[.*\\])$").group(1));
    List<String> options =
        new ArrayList<>(entry.subList(entry.indexOf("mocks.jar") + 1, entry.size()));
    assertThat(options).containsExactly("--bind", "0.0.0.0");
    options.add("--help");

    int code = Main.serve(Vendors.all(), options, nowhere(), nowhere());

    assertThat(code).isZero();
  }

  @Test
  void theLineThatTestcontainersWaitForIsTheLastOfAStart() throws IOException {
    String guide = Files.readString(Path.of("../../specs/docs/guide/containers.md"));
    Matcher waited = WAITED.matcher(guide);
    assertThat(waited.find()).isTrue();
    String line = waited.group(1).replace("\\\\", "\\");

    assertThat("All 5 mocks are ready\n").matches(line);
    assertThat("The mock is ready\n").matches(line);
    assertThat("fidcar ready at http://localhost:4011  try: curl x\n").doesNotMatch(line);
  }

  private static List<String> healthCheck(int port) throws IOException {
    String words = find(DOCKERFILE, "CMD (\\[.*\\])").group(1);
    assertThat(words).contains("/4011 ");
    return strings(words.replace("/4011 ", "/" + port + " "));
  }

  private static Matcher find(Path file, String pattern) throws IOException {
    Matcher found = Pattern.compile(pattern).matcher(Files.readString(file));
    assertThat(found.find()).as("%s in %s", pattern, file).isTrue();
    return found;
  }

  private static List<String> strings(String array) throws IOException {
    List<String> strings = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(array)) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
          strings.add(parser.getText());
        }
      }
    }
    return strings;
  }

  private static int exitCode(List<String> command) throws Exception {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static PrintStream nowhere() {
    return new PrintStream(OutputStream.nullOutputStream());
  }
}
