package dev.forecourt.mock.fidcar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is written to, and what becomes of the messages that FIDCAR plans. */
final class FidcarMessageTest extends AbstractFidcarTest {

  private static final String[] ANNA = {
    "firstname", "Anna", "lastname", "Berg", "email", "anna@example.org", "phone", "06 11 11 11 11"
  };
  private static final String CONTACT =
      "{\"id\":\"%s\",\"localId\":%d,\"user\":{\"firstname\":\"Anna\",\"lastname\":\"Berg\",\"email\":\"Anna@example.org\"},"
          + "\"datetime\":\"2026-11-20T10:00:00\",%s\"communication\":[%s],\"status\":\"contactable\",\"fields\":{\"pro\":false}}";

  // "The contact already has been reached the last month on this dealership."
  @Test
  void countsTheMonthFromTheMessagesThatWentOut() {
    Answer first = post("/api/local/1325/contact", ANNA);
    at(Instant.parse("2026-12-12T13:05:00Z"));
    Answer day20 = post("/api/local/1325/contact", ANNA);
    at(Instant.parse("2027-01-01T13:05:00Z"));
    Answer day40 = post("/api/local/1325/contact", ANNA);

    assertThat(first.at("status")).isEqualTo("contactable");
    assertThat(day20.at("status")).isEqualTo("too_soon");
    assertThat((List<?>) day20.at("communication")).isEmpty();
    assertThat(day40.at("status")).as("day 20 got no message").isEqualTo("contactable");
    assertThat((List<?>) day40.at("communication")).hasSize(2);
  }

  @Test
  void countsMessagesOfEarlierContactsToo() {
    post("/api/local/1325/contact", ANNA);
    at(Instant.parse("2026-12-27T13:05:00Z"));

    // the e-mail of 25 November is older than a month, the text message of 28 November is not
    assertThat(post("/api/local/1325/contact", ANNA).at("status")).isEqualTo("too_soon");
    at(Instant.parse("2026-12-28T09:00:01Z"));
    assertThat(post("/api/local/1325/contact", ANNA).at("status")).isEqualTo("contactable");
  }

  @Test
  void doesNotPlanTwiceForPurchasesOfLastYear() {
    String[] lastYear = {
      "firstname", "A", "lastname", "B", "email", "a@example.org", "date", "2025-11-22"
    };

    Answer first = post("/api/local/1325/contact", lastYear);
    at(Instant.parse("2026-11-22T13:06:09Z"));
    Answer second = post("/api/local/1325/contact", lastYear);

    assertThat(first.at("status")).isEqualTo("contactable");
    assertThat(second.at("status")).isEqualTo("too_soon");
    assertThat((List<?>) second.at("communication")).isEmpty();
  }

  @Test
  void knowsAPersonByEitherAddressAtOneDealership() {
    post("/api/local/1325/contact", ANNA);

    Answer byPhone =
        post("/api/local/1325/contact", "firstname", "A", "lastname", "B", "phone", "0611111111");
    Answer byEmail =
        post(
            "/api/local/1325/contact",
            "firstname",
            "A",
            "lastname",
            "B",
            "email",
            "ANNA@example.org");
    Answer elsewhere = post("/api/local/1326/contact", ANNA);

    assertThat(byPhone.at("status")).isEqualTo("too_soon");
    assertThat(byEmail.at("status")).isEqualTo("too_soon");
    assertThat(elsewhere.at("status")).isEqualTo("contactable");
  }

  // "The contact requested to not receive any other communication from FIDCAR."
  @Test
  void writesToNobodyWhoUnsubscribedAtAnyDealership() {
    Answer contacts = get("/api/contact?limit=100");
    int unsubscribed = contacts.each("status").indexOf("disabled");
    String email = (String) contacts.at("data." + unsubscribed + ".user.email");
    assertThat(contacts.at("data." + unsubscribed + ".communication.0.status"))
        .isEqualTo("unsubscribe");

    for (Object dealership : get("/api/local?limit=100").each("id")) {
      Answer created =
          post(
              "/api/local/" + dealership + "/contact",
              "firstname",
              "A",
              "lastname",
              "B",
              "email",
              email);

      assertThat(created.at("status")).isEqualTo("disabled");
      assertThat((List<?>) created.at("communication")).isEmpty();
    }
  }

  // "wait: The communication has not been send yet. sent: The communication has been sent."
  @Test
  void sendsWhatIsDueWhereverItIsShown() {
    String id = (String) post("/api/local/1325/contact", ANNA).at("id");
    String list = "/api/contact?email=anna%40example.org";

    at(Instant.parse("2026-11-25T08:59:59Z"));
    assertThat(get(list).at("data.0.communication.0.status")).isEqualTo("wait");
    at(Instant.parse("2026-11-25T09:00:00Z"));
    assertThat(get("/__mock/state").body())
        .contains(
            "{\"type\":\"email\",\"status\":\"sent\",\"datetime\":\"2026-11-25T10:00\"},"
                + "{\"type\":\"sms\",\"status\":\"wait\",\"datetime\":\"2026-11-28T10:00\"}");
    assertThat(get(list).at("data.0.communication.0.status")).isEqualTo("sent");
    assertThat(get(list).at("data.0.communication.1.status")).isEqualTo("wait");
    at(Instant.parse("2026-11-28T09:00:00Z"));
    assertThat(get(list).at("data.0.communication.1.status")).isEqualTo("sent");
    assertThat(get(list).at("data.0.id")).isEqualTo(id);
  }

  // "canceled: The communication won't be send because the contact created a review."
  @Test
  void cancelsWhatComesAfterAReview() {
    load(
        CONTACT.formatted("c", 1325, "\"reviewId\":\"r\",", planned(21) + "," + planned(24)),
        "{\"id\":\"r\",\"contactId\":\"c\",\"localId\":1325,\"datetime\":\"2026-11-22T09:00:00\",\"grade\":9,\"comment\":\"\",\"survey\":{}}");

    assertThat(statuses(get("/api/contact"), 0)).containsExactly("sent", "canceled");
    assertThat(get("/api/review/r").at("contact.communication"))
        .isEqualTo(get("/api/contact").at("data.0.communication"));
  }

  @Test
  void cancelsWhatIsPlannedForOneWhoUnsubscribes() {
    String unsubscribed =
        "{\"type\":\"email\",\"status\":\"unsubscribe\",\"datetime\":\"2026-11-21T10:00:00\"}";
    load(
        CONTACT.formatted("c", 1325, "", planned(24))
            + ","
            + CONTACT.formatted("d", 1326, "", unsubscribed + "," + planned(25)),
        "");

    assertThat(statuses(get("/api/contact"), 0)).containsExactly("canceled");
    assertThat(statuses(get("/api/contact"), 1)).containsExactly("unsubscribe", "canceled");
  }

  // "disabled: The contact already tell that he doesn't wanted to be reached again."
  @Test
  void saysOfEveryContactOfOneWhoUnsubscribesThatItIsDisabled() {
    String sent = "{\"type\":\"email\",\"status\":\"sent\",\"datetime\":\"2026-11-01T10:00:00\"}";
    load(
        CONTACT.formatted("c", 1325, "", sent)
            + ","
            + CONTACT.formatted("d", 1326, "", sent.replace("sent", "unsubscribe"))
            + ","
            + CONTACT.formatted("e", 1326, "", sent).replace("Anna", "Other"),
        "");

    assertThat(get("/api/contact").each("status"))
        .containsExactly("disabled", "disabled", "contactable");
    assertThat(statuses(get("/api/contact"), 0))
        .as("what went out stays so")
        .containsExactly("sent");
    assertThat(get("/__mock/state").body()).containsOnlyOnce("\"contactable\"");
  }

  @Test
  void doesNotCancelWhatIsPlannedForOthers() {
    load(CONTACT.formatted("c", 1325, "", planned(24)), "");

    assertThat(statuses(get("/api/contact"), 0)).containsExactly("wait");
  }

  private static String planned(int day) {
    return "{\"type\":\"email\",\"status\":\"wait\",\"datetime\":\"2026-11-%dT10:00:00\"}"
        .formatted(day);
  }

  private static void load(String contacts, String reviews) {
    Answer taken =
        put(
            "/__mock/state",
            "{\"contacts\":[%s],\"reviews\":[%s],\"leads\":[],\"disputes\":[]}"
                .formatted(contacts, reviews));
    assertThat(taken.status()).as(taken.body()).isEqualTo(204);
  }

  private static List<Object> statuses(Answer contacts, int number) {
    return contacts.each("data." + number + ".communication", "status");
  }
}
