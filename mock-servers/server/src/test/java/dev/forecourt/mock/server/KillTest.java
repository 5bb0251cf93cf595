package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.contract.tools.DocumentedRequest;
import dev.forecourt.mock.json.JsonReader;
import dev.forecourt.mock.vendor.Vendors;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process while it is written to, again and again, and looks what is left. */
@Timeout(60)
final class KillTest {

  private static final int ROUNDS = 5;
  private static final int WRITERS = 3; // of each vendor
  private static final String PIERRE = "FD39A1AA85AC4F3FB977DEA5A5786263";
  private static final long POINTS_AT_FIRST = 20;
  private static final long POINTS_OF_A_SALE = 22; // AbstractFidelisaTest: billEnvelope.json

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private Path directory;

  private final Set<String> titles = ConcurrentHashMap.newKeySet();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger sales = new AtomicInteger();
  private final AtomicInteger salesAsked = new AtomicInteger();
  private final Calls fidelisa = new Calls(Vendors.named("fidelisa"));
  private final DocumentedRequest sale =
      fidelisa.documented().stream()
          .filter(each -> each.operationId().equals("createSale"))
          .filter(each -> each.body().contains(PIERRE))
          .findFirst()
          .orElseThrow();

  @Test
  void keepsEveryAnsweredChangeAndNoHalfOne() throws Exception {
    Random random = new Random(7);
    for (int round = 0; round < ROUNDS; round++) {
      try (RunningMock mock = start()) {
        check(mock);
        writeUntilKilled(mock, 150 + random.nextInt(300));
      }
    }
    try (RunningMock mock = start()) {
      check(mock);
      assertThat(titles).hasSizeGreaterThan(ROUNDS * WRITERS);
      assertThat(sales).hasValueGreaterThan(ROUNDS * WRITERS);
    }
  }

  private RunningMock start() throws IOException {
    return RunningMock.start(List.of("fidcar", "fidelisa"), "--state", directory.toString());
  }

  private void writeUntilKilled(RunningMock mock, int millis) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2 * WRITERS);
    List<Future<?>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      writers.add(threads.submit(() -> untilRefused(() -> create(mock.uri("fidcar")))));
      writers.add(threads.submit(() -> untilRefused(() -> sell(mock.uri("fidelisa")))));
    }
    Thread.sleep(millis);
    mock.kill();
    for (Future<?> each : writers) {
      each.get(20, TimeUnit.SECONDS);
    }
    threads.shutdownNow();
  }

  private interface Writing {
    void write() throws IOException, InterruptedException;
  }

  private static Void untilRefused(Writing writing) throws InterruptedException {
    try {
      while (true) {
        writing.write();
      }
    } catch (IOException e) {
      return null; // it has been killed
    }
  }

  private void create(URI fidcar) throws IOException, InterruptedException {
    String title = "T" + next.incrementAndGet();
    HttpResponse<String> created =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(fidcar + "/api/local/add"))
                .header("Authorization", Calls.key("fidcar"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("street=S&zipcode=Z&city=C&phone=P&title=" + title))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(created.statusCode()).isEqualTo(200);
    titles.add(title);
  }

  private void sell(URI server) throws IOException, InterruptedException {
    salesAsked.incrementAndGet();
    HttpResponse<String> sold = fidelisa.send(server, sale);
    assertThat(sold.statusCode()).as(sold.body()).isEqualTo(201);
    sales.incrementAndGet();
  }

  private void check(RunningMock mock) throws Exception {
    List<Map<?, ?>> dealerships = rows(mock.uri("fidcar"), "dealerships");
    Set<Object> ids = new HashSet<>();
    Set<Object> kept = new HashSet<>();
    dealerships.forEach(each -> ids.add(each.get("id")));
    dealerships.forEach(each -> kept.add(((Map<?, ?>) each.get("fields")).get("title")));
    assertThat(ids).hasSameSizeAs(dealerships);
    assertThat(kept).containsAll(titles);

    // a sale changes a card, a list and a number at once
    long noted = number(rows(mock.uri("fidelisa"), "last_ids"), "sale");
    long points = points(rows(mock.uri("fidelisa"), "customers"));
    assertThat(noted).isBetween((long) sales.get(), (long) salesAsked.get());
    assertThat(points).isEqualTo(POINTS_AT_FIRST + noted * POINTS_OF_A_SALE);
    assertThat(rows(mock.uri("fidelisa"), "sales")).hasSize((int) Math.min(1000, noted));
  }

  private static long number(List<Map<?, ?>> lastIds, String kind) {
    return lastIds.stream()
        .filter(each -> kind.equals(each.get("kind")))
        .mapToLong(each -> (Long) each.get("id"))
        .sum();
  }

  private static long points(List<Map<?, ?>> customers) {
    Map<?, ?> pierre =
        customers.stream()
            .filter(each -> PIERRE.equals(((Map<?, ?>) each.get("customer")).get("uuid")))
            .findFirst()
            .orElseThrow();
    return (Long) ((Map<?, ?>) ((List<?>) pierre.get("cards")).get(0)).get("points");
  }

  private static List<Map<?, ?>> rows(URI server, String table) throws Exception {
    Map<?, ?> state =
        (Map<?, ?>) JsonReader.read(Calls.state(server).getBytes(StandardCharsets.UTF_8));
    List<Map<?, ?>> rows = new ArrayList<>();
    ((List<?>) state.get(table)).forEach(each -> rows.add((Map<?, ?>) each));
    return rows;
  }
}
