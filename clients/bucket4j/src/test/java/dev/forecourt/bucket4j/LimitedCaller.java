package dev.forecourt.bucket4j;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.forecourt.claire.ClaireClient;
import dev.forecourt.runtime.kit.Callers;
import dev.forecourt.runtime.limits.RateLimit;
import dev.forecourt.runtime.limits.RequestLimiter;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;

/**
 * A process of {@link SharedLimitTest}: calls as fast as its limiter lets it, with the lines of the
 * README. For each line "THREADS CALLS" that it reads, so many threads make so many calls each.
 *
 * <p>Prints between which two times, in milliseconds, leave was given for each request.
 */
final class LimitedCaller {
  private LimitedCaller() {}

  public static void main(String[] arguments) throws IOException {
    String redisUrl = arguments[0];
    String vendorUrl = arguments[1];
    RateLimit limit = new RateLimit(Integer.parseInt(arguments[2]), Duration.parse(arguments[3]));

    RedisClient redis = RedisClient.create(redisUrl);
    ProxyManager<byte[]> buckets =
        Bucket4jLettuce.casBasedBuilder(redis).requestTimeout(Duration.ofSeconds(2)).build();
    Bucket bucket =
        buckets
            .builder()
            .withOptimization(Optimizations.batching())
            .build("forecourt claire".getBytes(UTF_8), () -> Bucket4jLimiter.configuration(limit));
    RequestLimiter limiter = new Bucket4jLimiter(bucket);

    BufferedReader told = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    try (ClaireClient client =
        ClaireClient.builder()
            .apiKey("k3y")
            .baseUrl(vendorUrl)
            .limiter(() -> noted(limiter))
            .build()) {
      System.out.println("ready");
      for (String line = told.readLine(); line != null; line = told.readLine()) {
        int calls = Integer.parseInt(line.split(" ")[1]);
        Callers.allAtOnce(
            Integer.parseInt(line.split(" ")[0]),
            () -> {
              for (int i = 0; i < calls; i++) {
                call(client);
              }
            });
        System.out.println("done");
      }
    }
    redis.shutdown();
  }

  private static Duration noted(RequestLimiter limiter) {
    long before = System.currentTimeMillis();
    Duration wait = limiter.acquire();
    if (wait.isZero()) {
      System.out.println("leave " + before + " " + System.currentTimeMillis());
    }
    return wait;
  }

  private static void call(ClaireClient client) {
    try {
      client.appointments().getAppointment(1);
    } catch (RuntimeException e) {
      System.out.println("failed " + e.getClass().getName() + ": " + e.getMessage());
    }
  }
}
