package dev.forecourt.mock.fidcar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.contract.Example;
import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.json.JsonReader;
import dev.forecourt.mock.store.SeedRows;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the stub starts with: {@code seed/fidcar.json}. */
final class FidcarSeedTest extends AbstractFidcarTest {

  @Test
  void readsTheRestOfItsSeedAfterWhatNeedsDealershipsAlone() {
    assertThat(get("/api/local?limit=1").at("total")).isEqualTo(25L);

    assertThat(get("/api/contact?limit=1").at("total")).isEqualTo(120L);
    assertThat(get("/api/local?limit=1").at("total")).isEqualTo(25L);
  }

  @Test
  void isWhatANewStubExports() throws Exception {
    byte[] seed = SeedRows.document(FidcarState.class, "fidcar.json");

    assertThat(get("/__mock/state").json()).isEqualTo(JsonReader.read(seed));
  }

  @Test
  void holdsTheObjectsOfTheContract() throws Exception {
    assertThat(get("/api/local/1325").json())
        .isEqualTo(example(FidcarOperations.GET_DEALERSHIP, 0));
    assertThat(get("/api/local/1326").json())
        .isEqualTo(example(FidcarOperations.GET_DEALERSHIP, 1));
    assertThat(get("/api/review/" + DOCUMENTED).json())
        .isEqualTo(example(FidcarOperations.GET_REVIEW, 0));
  }

  private static Object example(Operation operation, int number) throws Exception {
    Example example = operation.examples().get(number);
    return JsonReader.read(example.text().getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/local, siret=81426458802142",
    "/api/local, code=DCUZ1123",
    "/api/local, bridge=icar",
    "/api/contact, name=Thibault%20Henry",
    "/api/contact, firstname=Thibault",
    "/api/contact, lastname=Henry",
    "/api/contact, email=thibault%40fidcar.com",
    "/api/contact, phone=0672391759",
    "/api/contact, start=2025-06-01",
    "/api/contact, end=2025-06-01",
    "/api/contact, grade=10",
    "/api/contact, grade=%3E6",
    "/api/contact, grade=%3C7",
    "/api/contact, grade=all",
    "/api/contact, siret=81426458802142",
    "/api/contact, origin=web",
    "/api/contact, service=sav",
    "/api/local/1325/contact, name=Thibault%20Henry",
    "/api/local/1325/contact, firstname=Thibault",
    "/api/local/1325/contact, lastname=Henry",
    "/api/local/1325/contact, email=thibault%40fidcar.com",
    "/api/local/1325/contact, phone=0672391759",
    "/api/local/1325/contact, start=2025-06-01",
    "/api/local/1325/contact, end=2025-06-01",
    "/api/local/1325/contact, grade=all",
    "/api/local/1325/contact, origin=web",
    "/api/review, local=1325",
    "/api/review, start=2025-06-01",
    "/api/review, end=2025-06-01",
    "/api/local/1325/lead, type=Neuf",
    "/api/local/1325/lead, type=Occasion",
  })
  void showsADifferenceByEachFilter(String list, String filter) {
    long all = (long) get(list).at("total");

    assertThat((long) get(list + "?" + filter).at("total")).isBetween(1L, all - 1);
  }

  @Test
  void tellsOneStoryOfMessagesAndReviews() {
    List<String> wrong = new ArrayList<>();
    for (int page = 1; page <= 2; page++) {
      List<?> contacts = (List<?>) get("/api/contact?limit=100&page=" + page).json().get("data");
      contacts.forEach(each -> check((Map<?, ?>) each, wrong));
    }

    assertThat(wrong).isEmpty();
  }

  /** Times compare as text. */
  private static void check(Map<?, ?> contact, List<String> wrong) {
    Map<?, ?> review = (Map<?, ?>) contact.get("review");
    List<?> messages = (List<?>) contact.get("communication");
    boolean written = List.of("contactable", "disabled").contains(contact.get("status"));
    boolean unsubscribed = contact.get("status").equals("disabled");
    if (written == messages.isEmpty()) {
      wrong.add("messages do not fit the status: " + contact);
    }
    for (Object each : messages) {
      Map<?, ?> message = (Map<?, ?>) each;
      String planned = (String) message.get("datetime");
      boolean reviewed = review != null && planned.compareTo((String) review.get("datetime")) > 0;
      boolean documented = contact.get("id").equals(DOCUMENTED);
      boolean cancelled = message.get("status").equals("canceled");
      if (message.get("status").equals("wait")
          || (!documented
              && cancelled != (reviewed || (unsubscribed && each != messages.get(0))))) {
        wrong.add(message + " of " + contact);
      }
    }
  }

  @Test
  void hasReachedWhomItCallsTooSoon() {
    List<?> contacts = (List<?>) get("/api/contact?limit=100").json().get("data");

    List<?> tooSoon =
        contacts.stream()
            .filter(each -> "too_soon".equals(((Map<?, ?>) each).get("status")))
            .toList();

    assertThat(tooSoon).isNotEmpty();
    assertThat(tooSoon)
        .allSatisfy(
            each -> {
              Object user = ((Map<?, ?>) each).get("user");
              assertThat(contacts)
                  .filteredOn(
                      other ->
                          user.equals(((Map<?, ?>) other).get("user"))
                              && !((List<?>) ((Map<?, ?>) other).get("communication")).isEmpty())
                  .as("an earlier contact that was reached, of " + user)
                  .hasSize(1);
            });
  }
}
