package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.forecourt.mock.vendor.Vendors;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Options {@code --state} and {@code --seed} of the process. */
@Timeout(60)
final class StateProcessTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String SEED = "{\"switched_off\":[{\"dealershipId\":\"d\"}],\"cars\":[%s]}";

  @TempDir private Path directory;

  @Test
  void beginsWithTheSeedFileAndAnewWhenItChanges() throws Exception {
    Path seed = directory.resolve("autochat.json");
    Files.writeString(seed, SEED.formatted(""));

    try (RunningMock mock = RunningMock.start(List.of("autochat"), "--seed", "autochat=" + seed)) {
      assertThat(Calls.state(mock.uri("autochat"))).contains("\"dealershipId\":\"d\"");

      Files.writeString(seed, SEED.formatted("{\"dealershipId\":\"d\"}"));
      assertThat(mock.nextLine())
          .startsWith("autochat: changed seed file " + seed + " was not taken, the old one stays:")
          .contains("table 'cars', row 1: field 'internalId' must be a text but was null");
      Files.writeString(seed, SEED.formatted("{\"dealershipId\":\"d\",\"internalId\":\"new\"}"));
      assertThat(mock.nextLine())
          .isEqualTo("autochat: begins anew with the changed seed file " + seed);
      assertThat(Calls.state(mock.uri("autochat"))).contains("\"internalId\":\"new\"");
    }
  }

  @Test
  void refusesToStartWithASeedThatDoesNotFit() throws Exception {
    Path seed = directory.resolve("fidcar.json");
    Files.writeString(seed, "{\"lead\":[]}");

    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> start("--seed", "fidcar=" + seed))
        .withMessage(
            "Seed file %s of fidcar does not fit: table 'lead' is not known; nearest is 'leads'."
                + " Known: dealerships, contacts, reviews, leads, disputes, reports, last_ids."
                + " Correct it and start again.",
            seed);
  }

  @Test
  void refusesASeedFileThatIsNotThere() {
    Path seed = directory.resolve("none.json");

    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> start("--seed", "fidcar=" + seed))
        .withMessageStartingWith("Seed file " + seed + " of fidcar cannot be read.");
  }

  @Test
  void refusesASecondProcessOnTheSameDirectory() throws Exception {
    try (MockProcess first = start("--state", directory.toString())) {
      assertThat(first.port("fidcar")).isPositive();
      assertThatExceptionOfType(StartFailure.class)
          .isThrownBy(() -> start("--state", directory.toString()))
          .withMessageContaining("is in use by another mock");
      // in another process too
      assertThat(ended("--state", directory.toString())).contains("is in use by another mock");
    }
    start("--state", directory.toString()).close();
  }

  @Test
  void givesItsFilesBackWhenAnotherVendorCannotBeOpened() throws Exception {
    Path missing = directory.resolve("none.json");
    String[] two = {"--vendor", "claire", "--port", "claire=0", "--seed", "claire=" + missing};

    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(
            () ->
                start(
                    Stream.concat(Stream.of("--state", directory.toString()), Stream.of(two))
                        .toArray(String[]::new)))
        .withMessageStartingWith("Seed file " + missing + " of claire cannot be read.");
    start("--state", directory.toString()).close();
  }

  @Test
  void refusesADirectoryThatIsNone() throws Exception {
    Path file = Files.createFile(directory.resolve("file"));

    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> start("--state", file.toString()))
        .withMessageContaining("cannot be used");
  }

  /**
   * The limit stands for a full disk: a write fails in the middle. Windows has no {@code ulimit};
   * .ci/run runs on Linux.
   */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void answersThatNothingHasChangedWhenTheDiskIsFull() throws Exception {
    String[] options = {"--state", directory.toString()};
    RunningMock.start(List.of("fidcar"), options).close();
    long blocks = Files.size(directory.resolve("fidcar.jsonl")) / 512 + 4;
    List<String> limited = List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "limited");

    try (RunningMock mock = RunningMock.start(limited, List.of("fidcar"), options)) {
      URI fidcar = mock.uri("fidcar");
      String before = Calls.state(fidcar);
      HttpResponse<String> refused = create(fidcar);
      int taken = 0;
      while (refused.statusCode() == 200) {
        taken++;
        before = Calls.state(fidcar);
        refused = create(fidcar);
      }

      assertThat(taken).isBetween(1, 10);
      assertThat(refused.statusCode()).isEqualTo(500);
      assertThat(refused.body())
          .startsWith("{\"error\":{\"code\":500,\"message\":\"State file " + directory)
          .contains("Nothing has changed. Make room and send the request again.");
      assertThat(Calls.state(fidcar)).isEqualTo(before);
      mock.kill();
      try (RunningMock again = RunningMock.start(List.of("fidcar"), options)) {
        assertThat(Calls.state(again.uri("fidcar"))).isEqualTo(before);
        assertThat(create(again.uri("fidcar")).statusCode()).isEqualTo(200);
      }
    }
  }

  private static HttpResponse<String> create(URI fidcar) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(fidcar + "/api/local/add"))
            .header("Authorization", Calls.key("fidcar"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("title=T&street=S&zipcode=Z&city=C&phone=P"))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** What a process says that does not start. */
  private static String ended(String... options) {
    AssertionError said = null;
    try {
      RunningMock.start(List.of("fidcar"), options).close();
    } catch (AssertionError e) {
      said = e;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return String.valueOf(said);
  }

  private static MockProcess start(String... more) {
    List<String> arguments = new java.util.ArrayList<>(List.of("--vendor", "fidcar"));
    arguments.addAll(List.of("--port", "fidcar=0"));
    arguments.addAll(List.of(more));
    Options options = Options.parse(arguments, Vendors.all());
    return MockProcess.start(options.services(Vendors.all()), options.bind());
  }
}
