package dev.forecourt.bucket4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.claire.ClaireClient;
import dev.forecourt.runtime.limits.RateLimit;
import dev.forecourt.runtime.limits.RequestLimiter;
import dev.forecourt.runtime.observe.MicrometerRequestListener;
import dev.forecourt.runtime.observe.Slf4jRequestListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The examples of {@code clients/runtime/README.md}: here, and in tests of other modules. */
@Tag("documents")
class ReadmeExamplesTest {
  private static final Path CLIENTS =
      Path.of(System.getProperty("forecourt.specs")).resolveSibling("clients");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```java\n(.*?)```");

  private final String key = "k3y";

  @Test
  void buildsAClientWithBothListeners() {
    MeterRegistry registry = new SimpleMeterRegistry();

    ClaireClient client =
        ClaireClient.builder()
            .apiKey(key)
            .listener(new Slf4jRequestListener())
            .listener(new MicrometerRequestListener(registry))
            .build();

    assertThat(client).isNotNull();
    client.close();
  }

  @Test
  void buildsAClientWithALimiter() {
    Bucket4jLimiter limiter = Bucket4jLimiter.local(ClaireClient.RATE_LIMIT);
    ClaireClient client = ClaireClient.builder().apiKey(key).limiter(limiter).build();

    assertThat(client).isNotNull();
    client.close();
  }

  /** The lines of a limiter on Redis are those of {@link LimitedCaller}. */
  @Test
  void goesOnWithAShareOfTheLimitIfTheStoreIsGone() {
    RequestLimiter limiter =
        () -> {
          throw new IllegalStateException("the store is gone");
        };

    RequestLimiter share = Bucket4jLimiter.local(new RateLimit(1_000, Duration.ofHours(1)));
    RequestLimiter forgiving =
        () -> {
          try {
            return limiter.acquire();
          } catch (RuntimeException storeIsGone) {
            return share.acquire();
          }
        };

    assertThat(forgiving.acquire()).isPositive();
  }

  @Test
  void showsNoExampleThatIsNotPartOfATest() throws IOException {
    String readme = Files.readString(CLIENTS.resolve("runtime/README.md"));
    String tests = sources();

    List<String> examples =
        EXAMPLE.matcher(readme).results().map((MatchResult found) -> found.group(1)).toList();

    assertThat(examples)
        .hasSize(9)
        .allSatisfy(example -> assertThat(tests).contains(oneLine(example)));
  }

  /** All tests of the clients, without their line breaks. */
  private static String sources() throws IOException {
    try (Stream<Path> modules = Files.list(CLIENTS)) {
      return modules
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .flatMap(ReadmeExamplesTest::files)
          .map(ReadmeExamplesTest::text)
          .map(ReadmeExamplesTest::oneLine)
          .collect(Collectors.joining(" "));
    }
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String oneLine(String java) {
    return java.replaceAll("\\s+", "").strip();
  }
}
