package matrix;

import dev.forecourt.fidcar.model.Dealership;
import dev.forecourt.runtime.json.VendorJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.redis.serializer.GenericJackson2JsonRedisSerializer;
import org.springframework.data.redis.serializer.Jackson2JsonRedisSerializer;
import org.springframework.data.redis.serializer.RedisSerializer;

/** What a cache of Spring Data Redis stores of a model, and reads again. No Redis is needed. */
final class CacheDuties implements Duties {

  @Override
  public void run(Report report) {
    Dealership model = VendorJson.read(OddDealership.JSON, Dealership.class);
    report.duty("a cache keeps a model", () -> keeps(model));
    report.duty("a cache keeps models in a map", () -> keeps(new HashMap<>(Map.of("all", new ArrayList<>(List.of(model))))));
    report.duty(
        "a cache of one type keeps a model",
        () -> keeps(new Jackson2JsonRedisSerializer<>(Dealership.class), model));
  }

  private static void keeps(Object value) {
    keeps(new GenericJackson2JsonRedisSerializer(), value);
  }

  private static <T> void keeps(RedisSerializer<T> serializer, T value) {
    Report.same(value, serializer.deserialize(serializer.serialize(value)));
  }
}
