package dev.forecourt.clients.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One folder of {@code corpus} a construct: {@code contract.yaml}, and {@code Use.java}, which
 * calls the client as an application does and says what is right. Beyond that no call may lose a
 * part of its request or answer and say nothing.
 */
class CorpusTest {
  @TempDir Path folder;

  static Stream<Path> constructs() throws IOException, URISyntaxException {
    Path all = Path.of(Objects.requireNonNull(CorpusTest.class.getResource("/corpus")).toURI());
    String only = System.getProperty("corpus.only", "");
    return Files.list(all)
        .filter(each -> only.isEmpty() || each.getFileName().toString().matches(only))
        .sorted();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("constructs")
  void doesWhatTheContractSays(Path construct) throws ReflectiveOperationException {
    GeneratedClient client = GeneratedClient.of(construct.resolve("contract.yaml"), folder);

    List<String> errors = client.compile(construct.resolve("Use.java"));

    assertThat(errors).isEmpty();
    Class<?> use = client.load().loadClass("dev.forecourt.acme.Use");
    @SuppressWarnings("unchecked") // as all of them are
    Consumer<Recorder> calls = (Consumer<Recorder>) use.getConstructor().newInstance();
    calls.accept(new Recorder());
    assertThat(RoundTrips.of(client, construct.resolve("contract.yaml")).wrong()).isEmpty();
  }
}
