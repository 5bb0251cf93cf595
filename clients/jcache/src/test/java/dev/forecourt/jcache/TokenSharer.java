package dev.forecourt.jcache;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.forecourt.autochat.AutochatClient;
import dev.forecourt.runtime.kit.Callers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.redisson.jcache.configuration.RedissonConfiguration;

/**
 * A process of {@link SharedTokenTest}: shares its token with the lines of the README. For each
 * number that it reads, so many threads make one call.
 */
final class TokenSharer {
  private TokenSharer() {}

  public static void main(String[] arguments) throws IOException {
    Logger.getLogger("org.redisson").setLevel(Level.WARNING);
    String redisUrl = arguments[0];
    String vendorUrl = arguments[1];
    CacheManager cacheManager =
        Caching.getCachingProvider("org.redisson.jcache.JCachingProvider").getCacheManager();

    Config config = new Config();
    config.useSingleServer().setAddress(redisUrl).setTimeout(2_000).setRetryAttempts(1);
    RedissonClient redis = Redisson.create(config);
    Cache<String, String> cache =
        cacheManager.createCache(
            "forecourt-tokens",
            RedissonConfiguration.fromInstance(
                redis,
                new MutableConfiguration<String, String>().setTypes(String.class, String.class)));

    BufferedReader told = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    String id = "our-id";
    String secret = "s3cret";
    try (AutochatClient client =
        AutochatClient.builder()
            .baseUrl(vendorUrl)
            .clientCredentials(id, secret)
            .tokenStore(new JCacheTokenStore(cache))
            .build()) {
      System.out.println("ready");
      for (String line = told.readLine(); line != null; line = told.readLine()) {
        Callers.allAtOnce(Integer.parseInt(line), () -> call(client));
        System.out.println("done");
      }
    }
    redis.shutdown();
  }

  private static void call(AutochatClient client) {
    try {
      client.options().listOptions();
    } catch (RuntimeException e) {
      System.out.println("failed " + e.getClass().getName() + ": " + e.getMessage());
    }
  }
}
