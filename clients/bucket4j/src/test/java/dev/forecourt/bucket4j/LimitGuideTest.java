package dev.forecourt.bucket4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.claire.ClaireClient;
import dev.forecourt.runtime.limits.RateLimit;
import dev.forecourt.runtime.limits.RequestLimiter;
import dev.forecourt.runtime.observe.MicrometerRequestListener;
import dev.forecourt.runtime.observe.Slf4jRequestListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The examples of the guides to limits and logs. */
class LimitGuideTest {
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
}
