package dev.forecourt.bucket4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.claire.ClaireClient;
import dev.forecourt.runtime.kit.WireServer;
import dev.forecourt.runtime.limits.RequestLimiter;
import dev.forecourt.runtime.observe.MicrometerRequestListener;
import dev.forecourt.runtime.observe.Slf4jRequestListener;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.grid.jcache.Bucket4jJCache;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import org.junit.jupiter.api.Test;

/** The examples of {@code clients/runtime/README.md}: here, and in tests of other modules. */
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

  @Test
  void buildsALimiterOnABackEnd() {
    try (CachingProvider provider = Caching.getCachingProvider();
        WireServer server = new WireServer()) {
      Cache<String, byte[]> buckets =
          provider.getCacheManager().createCache("buckets", new MutableConfiguration<>());

      Bucket bucket =
          Bucket4jJCache.entryProcessorBasedBuilder(buckets)
              .build()
              .builder()
              .build(
                  "forecourt claire", () -> Bucket4jLimiter.configuration(ClaireClient.RATE_LIMIT));
      RequestLimiter limiter = new Bucket4jLimiter(bucket);

      server.answer("{}");
      try (ClaireClient client =
          ClaireClient.builder().apiKey(key).baseUrl(server.url()).limiter(limiter).build()) {
        client.appointments().getAppointment(4711823);
      }
      assertThat(server.requests()).hasSize(1);
      assertThat(buckets.containsKey("forecourt claire")).isTrue();
    }
  }

  @Test
  void showsNoExampleThatIsNotPartOfATest() throws IOException {
    String readme = Files.readString(CLIENTS.resolve("runtime/README.md"));
    String tests = sources();

    List<String> examples =
        EXAMPLE.matcher(readme).results().map((MatchResult found) -> found.group(1)).toList();

    assertThat(examples)
        .hasSize(6)
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
