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
 * A process of {@link SharedTokenTest}: shares its token with the lines of the README. Of each line
 * that it reads it answers another: {@code open REDIS VENDOR} makes a client, {@code call N} lets
 * so many threads make one call, {@code close} ends the client.
 */
final class TokenSharer {
  private TokenSharer() {}

  public static void main(String[] arguments) throws IOException {
    Logger.getLogger("org.redisson").setLevel(Level.WARNING);
    BufferedReader told = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = told.readLine(); line != null; line = told.readLine()) {
      String[] words = line.split(" ");
      share(words[1], words[2], told);
    }
  }

  private static void share(String redisUrl, String vendorUrl, BufferedReader told)
      throws IOException {
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

    String id = "our-id";
    String secret = "s3cret";
    try (AutochatClient client =
        AutochatClient.builder()
            .baseUrl(vendorUrl)
            .clientCredentials(id, secret)
            .tokenStore(new JCacheTokenStore(cache))
            .build()) {
      System.out.println("open");
      for (String line = told.readLine(); line.startsWith("call "); line = told.readLine()) {
        Callers.allAtOnce(Integer.parseInt(line.substring(5)), () -> call(client));
        System.out.println("called");
      }
    }
    cache.close();
    redis.shutdown();
    System.out.println("closed");
  }

  private static void call(AutochatClient client) {
    try {
      client.options().listOptions();
    } catch (RuntimeException e) {
      System.out.println("failed " + e.getClass().getName() + ": " + e.getMessage());
    }
  }
}
