package dev.forecourt.mock.trials.soak;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * FIDCAR: contacts of one dealership, each of which is listed once; and answers to one review, of
 * which an acknowledged one stands in the end.
 */
final class ReviewLedger implements Ledger {

  private static final String VENDOR = "fidcar";
  private static final String CONTACTS = "/api/local/1326/contact";
  // the process has a small heap, and what is stored stays
  private static final int MOST = 5_000;
  // a review of the seed that the contract does not show: made-up requests do not find it
  private final String review;

  private final SoakClient client;
  private final String mark = "soak" + Long.toString(System.nanoTime(), 36);
  private final Queue<String> created = new ConcurrentLinkedQueue<>();
  private final Set<String> answers = ConcurrentHashMap.newKeySet();
  private final AtomicInteger numbers = new AtomicInteger();

  ReviewLedger(SoakClient client) {
    this.client = client;
    JsonNode reviews = client.get(VENDOR, "/api/review?limit=100").json().path("data");
    review = reviews.path(reviews.size() - 1).path("id").asText();
    if (review.isEmpty()) {
      throw new IllegalStateException("GET /api/review lists no review");
    }
  }

  @Override
  public void work(Random random) {
    String name = mark + "-" + numbers.incrementAndGet();
    if (random.nextBoolean() && created.size() < MOST) {
      String fields = "firstname=%s&lastname=%s&phone=%s".formatted(name, mark, name);
      if (client.form(VENDOR, CONTACTS, fields).ok()) {
        created.add(name);
      }
    } else if (client.form(VENDOR, "/api/review/" + review + "/answer", "content=" + name).ok()) {
      answers.add(name);
    }
  }

  @Override
  public List<String> differences() {
    List<String> found = new ArrayList<>();
    Map<String, Integer> listed = listed();
    for (String name : created) {
      int times = listed.getOrDefault(name, 0);
      if (times != 1) {
        found.add(
            "fidcar: contact %s was acknowledged and is listed %d times".formatted(name, times));
      }
    }
    if (listed.size() != created.size()) {
      found.add(
          "fidcar: %d contacts are listed but %d were acknowledged"
              .formatted(listed.size(), created.size()));
    }
    String answer = client.get(VENDOR, "/api/review/" + review).json().toString();
    if (!answers.isEmpty()
        && answers.stream().noneMatch(each -> answer.contains("\"" + each + "\""))) {
      found.add("fidcar: none of the acknowledged answers stands at review " + review);
    }
    return found;
  }

  private Map<String, Integer> listed() {
    Map<String, Integer> times = new HashMap<>();
    for (int page = 1; ; page++) {
      JsonNode items =
          client
              .get(VENDOR, CONTACTS + "?limit=100&page=" + page + "&lastname=" + mark)
              .json()
              .path("data");
      if (items.isEmpty()) {
        return times;
      }
      items.forEach(
          each -> times.merge(each.path("user").path("firstname").asText(), 1, Integer::sum));
    }
  }

  @Override
  public String summary() {
    return "fidcar: %d contacts created, %d answers to one review"
        .formatted(created.size(), answers.size());
  }
}
