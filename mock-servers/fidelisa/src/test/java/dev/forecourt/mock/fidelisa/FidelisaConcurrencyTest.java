package dev.forecourt.mock.fidelisa;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many callers at once lose no update. */
final class FidelisaConcurrencyTest extends AbstractFidelisaTest {

  private static final int WRITERS = 8;
  private static final int CALLS = 200;

  @Test
  void addsUpPointsOfManyWriters() throws Exception {
    List<Integer> sold = many(() -> postSample("/api/sales/", "billEnvelope.json").status());
    List<Integer> corrected =
        many(() -> postSample("/api/corrections", "correctionOnlyCard.json").status());

    assertThat(sold).containsOnly(201);
    assertThat(corrected).containsOnly(201);
    assertThat(points(PIERRE)).isEqualTo(20L + CALLS * 22L + CALLS * 20L);
  }

  @Test
  void createsEachCustomerOnce() throws Exception {
    List<Object> ids =
        many(
            () ->
                post(
                        "/api/customers",
                        "{\"customer\":{\"email\":\"same@example.org\",\"phone\":\"1\",\"first_name\":\"A\","
                            + "\"last_name\":\"B\"}}")
                    .at("uuid"));

    assertThat(ids.stream().distinct()).hasSize(1);
    assertThat((List<?>) get("/api/customers").at("customers")).hasSize(61);
  }

  @Test
  void awardsAGiftOnlyAsOftenAsThereArePoints() throws Exception {
    FidelisaPointsTest.correct(PIERRE, "", 80); // 100: five gifts of 20

    List<Integer> statuses = many(() -> postSample("/api/gifts/award", "giftAward.json").status());

    assertThat(Collections.frequency(statuses, 200)).isEqualTo(5);
    assertThat(Collections.frequency(statuses, 400)).isEqualTo(CALLS - 5);
    assertThat(points(PIERRE)).isEqualTo(0L);
  }

  @Test
  void takesATokenOnceHoweverManySendIt() throws Exception {
    HttpRequest.Builder request = provider("/api/shops");

    List<Integer> statuses = many(() -> send(request.copy()).status());

    assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
    assertThat(Collections.frequency(statuses, 403)).isEqualTo(CALLS - 1);
  }

  private static <T> List<T> many(Callable<T> call)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> each : threads.invokeAll(Collections.nCopies(CALLS, call))) {
        results.add(each.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
