package dev.forecourt.mock.fidcar;

import dev.forecourt.mock.store.SeedRows;
import dev.forecourt.mock.store.SeedText;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Start data: the documented samples first, then dealerships, customers, vehicles and opinions from
 * the seed files, combined by counting, so that every start gives the same objects.
 */
final class FidcarSeed {

  /** Id of the documented contact and of its review. */
  static final String DOCUMENTED_ID = "d57c6ec6-4ebd-4a01-a6fd-9771638424c9";

  /** Id of the review behind the documented dispute, and of its contact. */
  static final String DISPUTED_ID = "7f0d4c1e-9a54-4f1b-8d2b-3a3f4f0c9b21";

  private static final int CONTACTS = 118; // with the two documented ones: 120
  private static final LocalDateTime FIRST_PURCHASE = LocalDateTime.of(2025, 1, 6, 8, 15);
  private static final List<String> SERVICES =
      List.of("sav", "vn", "vo", "sav", "rent", "sav", "vo");
  private static final List<String> ORIGINS = List.of("web", "atelier", "salon", "téléphone");
  private static final List<String> SELLERS =
      List.of("Quentin Porcet", "Éric Marchand", "Anaïs Vidal");
  private static final List<String> COMMUNICATION =
      List.of("wait", "sent", "clicked", "canceled", "sent");

  private final List<String[]> dealerships =
      SeedRows.of(FidcarSeed.class, "fidcar/dealerships.psv");
  private final List<String[]> customers = SeedRows.of(FidcarSeed.class, "fidcar/customers.psv");
  private final List<String[]> vehicles = SeedRows.of(FidcarSeed.class, "fidcar/vehicles.psv");
  private final List<String[]> opinions = SeedRows.of(FidcarSeed.class, "fidcar/reviews.psv");
  private final Map<Long, List<Integer>> gradesByDealership = grades();

  void fill(FidcarState state) {
    addDocumented(state);
    for (int i = 0; i < dealerships.size(); i++) {
      state.dealerships().put(dealership(i));
    }
    for (int i = 0; i < CONTACTS; i++) {
      Contact contact = contact(i);
      state.contacts().put(contact);
      if (hasReview(i)) {
        state.reviews().put(review(i, contact));
      }
    }
    addLeads(state);
    addDisputes(state);
  }

  private static void addDocumented(FidcarState state) {
    state.dealerships().put(DocumentedSamples.dealership());
    state.dealerships().put(DocumentedSamples.sparseDealership());
    state.contacts().put(DocumentedSamples.contact());
    state.reviews().put(DocumentedSamples.review());
    state.leads().put(DocumentedSamples.lead());
    state.contacts().put(DocumentedSamples.unhappyContact());
    state.reviews().put(DocumentedSamples.unhappyReview());
    state.disputes().put(DocumentedSamples.dispute());
  }

  private Dealership dealership(int i) {
    String[] row = dealerships.get(i);
    long id = Long.parseLong(row[0]);
    List<Integer> grades = gradesByDealership.getOrDefault(id, List.of());
    return new Dealership(
        id,
        row[1],
        DealershipIntake.seededKey(id),
        row[2],
        new Dealership.Address(row[3], row[4], row[5], row[5].equals("Liège") ? "BE" : "FR"),
        List.of(row[6], row[7]),
        row[8],
        row[9],
        row[10].isEmpty() ? null : row[10],
        mean(grades, i),
        DealershipIntake.page(id, row[2]),
        grades.size(),
        row[11].isEmpty() ? List.of() : List.of(row[11].split(",")),
        DocumentedSamples.social(
            i % 3 == 0 ? false : "8." + i % 10 + "0",
            "7." + i % 9 + "5",
            i % 2 == 0 ? "6.50" : false),
        bridge(row[12]),
        Dealership.Subscription.DEFAULT);
  }

  private static @Nullable Bridge bridge(String text) {
    if (text.isEmpty()) {
      return null;
    }
    String[] parts = text.split(":");
    boolean icar = parts[0].equals("icar");
    return icar
        ? new Bridge("i'Car Systems", "icar", Map.of("code_dealer", parts[1]))
        : new Bridge("WinMotor", parts[0], Map.of("site", parts[1]));
  }

  private Map<Long, List<Integer>> grades() {
    Map<Long, List<Integer>> grades = new HashMap<>();
    for (int i = 0; i < CONTACTS; i++) {
      if (hasReview(i)) {
        grades.computeIfAbsent(localId(i), each -> new ArrayList<>()).add(grade(i));
      }
    }
    return grades;
  }

  /** Text with two decimals as in the sample; a number for every fifth, null without reviews. */
  private static @Nullable Object mean(List<Integer> grades, int i) {
    if (grades.isEmpty()) {
      return null;
    }
    double mean = grades.stream().mapToInt(Integer::intValue).average().orElse(0);
    long hundredths = Math.round(100 * mean);
    String text = hundredths / 100 + "." + SeedText.padded(hundredths % 100, 2);
    return i % 5 == 4 ? Double.valueOf(text) : (Object) text;
  }

  private static long localId(int i) {
    // every fourth contact belongs to the documented dealership, so that its lists have several
    // pages
    return i % 4 == 0 ? 1325 : 1327 + (i * 5L) % 23;
  }

  private static boolean hasReview(int i) {
    return i % 3 != 2;
  }

  private int grade(int i) {
    return Integer.parseInt(opinions.get(i % opinions.size())[0]);
  }

  private static String id(String kind, int i) {
    return SeedText.id(kind + " " + i).toString();
  }

  private static LocalDateTime purchase(int i) {
    return FIRST_PURCHASE.plusDays(i * 5L).plusMinutes(i * 37L % 540);
  }

  private Contact contact(int i) {
    String[] person = customers.get(i % customers.size());
    String phone = "06" + SeedText.padded(10_203_040 + i * 137_911, 8);
    boolean missing = i % 29 == 11;
    User user =
        new User(
            person[0],
            person[1],
            missing || i % 6 == 5 ? null : email(i),
            missing || i % 7 == 3 ? null : phone);
    return new Contact(
        id("contact", i),
        localId(i),
        user,
        i % 2 == 0 ? "CLI-" + (30_000 + i) : null,
        i % 9 == 4,
        SERVICES.get(i % SERVICES.size()),
        purchase(i),
        hasReview(i) ? id("review", i) : null,
        communications(i, user),
        i % 4 == 1 ? null : SELLERS.get(i % SELLERS.size()),
        vehicle(i),
        i % 5 == 2 ? null : ORIGINS.get(i % ORIGINS.size()),
        i % 8 == 6 ? (Object) "1490.00" : (Object) (i * 173L % 32_000),
        status(i, user));
  }

  private static String email(int i) {
    return "client" + SeedText.padded(i, 3) + "@example.org";
  }

  private static String status(int i, User user) {
    if (user.email() == null && user.phone() == null) {
      return "missing";
    }
    return i % 31 == 7 ? "disabled" : i % 17 == 9 ? "too_soon" : "contactable";
  }

  private static List<Communication> communications(int i, User user) {
    if (user.email() == null && user.phone() == null) {
      return List.of();
    }
    String status = i % 31 == 7 ? "unsubscribe" : COMMUNICATION.get(i % COMMUNICATION.size());
    Communication first =
        new Communication(
            user.email() == null ? "sms" : "email",
            status,
            purchase(i).toLocalDate().plusDays(3).atTime(10, 0));
    return i % 3 == 0 && user.phone() != null
        ? List.of(
            first,
            new Communication("sms", "wait", purchase(i).toLocalDate().plusDays(6).atTime(10, 0)))
        : List.of(first);
  }

  private Vehicle vehicle(int i) {
    String[] row = vehicles.get(i % vehicles.size());
    long km = 1_000 + i * 1_931L % 180_000;
    return new Vehicle(
        row[0],
        row[1],
        row[2],
        i % 5 == 0
            ? null
            : letters('A' + i % 26, 'B' + i % 25)
                + "-"
                + (100 + i)
                + "-"
                + letters('C' + i % 24, 'D' + i % 23),
        i % 6 == 1 ? null : "VF1" + SeedText.padded(7_700_000L + i * 91_711L, 14),
        i % 10 == 9 ? null : i % 4 == 2 ? Long.toString(km) : (Object) km,
        i % 7 == 0
            ? null
            : "20" + SeedText.padded(8 + i % 17, 2) + "-" + SeedText.padded(1 + i % 12, 2) + "-15");
  }

  private static String letters(int first, int second) {
    return Character.toString(first) + Character.toString(second);
  }

  private Review review(int i, Contact contact) {
    int grade = grade(i);
    Map<String, Integer> survey = new LinkedHashMap<>();
    if (i % 2 == 0) {
      survey.put("Accueil", grade);
      survey.put("Délai", Math.max(1, grade - i % 4));
      survey.put("Rapport qualité/prix", Math.max(1, grade - i % 3));
    }
    LocalDateTime given = contact.datetime().plusDays(4).plusMinutes(11);
    Answer answer =
        i % 4 == 1
            ? new Answer(
                FidcarBehaviour.ACCOUNT_USER,
                given.plusDays(1),
                "Merci pour votre avis,\r\nà bientôt !")
            : null;
    return new Review(
        id("review", i),
        contact.id(),
        contact.localId(),
        given,
        grade,
        opinions.get(i % opinions.size())[1],
        survey,
        answer);
  }

  private void addLeads(FidcarState state) {
    List<String> delays = List.of("3 mois", "6 mois", "1 an");
    for (int i = 0; i < 36; i += 3) {
      String[] vehicle = vehicles.get((i + 5) % vehicles.size());
      state
          .leads()
          .put(
              new Lead(
                  2 + i / 3,
                  id("review", i),
                  localId(i),
                  i % 2 == 0 ? "Neuf" : "Occasion",
                  vehicle[1],
                  i % 4 == 3 ? null : vehicle[2],
                  i % 5 == 3 ? null : delays.get(i / 3 % 3)));
    }
  }

  /** One dispute per status; the grades of these reviews are low. */
  private static void addDisputes(FidcarState state) {
    String review10 = id("review", 10);
    String review13 = id("review", 13);
    String review16 = id("review", 16);
    String review28 = id("review", 28);
    User team = FidcarBehaviour.ACCOUNT_USER;
    state
        .disputes()
        .put(
            new Dispute(
                "4013",
                review10,
                true,
                "afternoon",
                "email",
                true,
                null,
                false,
                "waiting",
                "2025-03-04T09:12:00+01:00",
                null,
                null,
                null));
    state
        .disputes()
        .put(
            new Dispute(
                "4014",
                review13,
                false,
                null,
                null,
                false,
                team,
                true,
                "closed",
                "2025-03-18T18:40:05+01:00",
                "2025-03-19T08:55:00+01:00",
                "2025-03-21T16:20:44+01:00",
                null));
    state
        .disputes()
        .put(
            new Dispute(
                "4015",
                review16,
                true,
                "morning",
                "phone",
                true,
                team,
                false,
                "solved",
                "2025-04-01T11:03:27+02:00",
                "2025-04-01T14:00:00+02:00",
                "2025-04-02T10:31:09+02:00",
                "2025-04-03T19:22:51+02:00"));
    state
        .disputes()
        .put(
            new Dispute(
                "4016",
                review28,
                true,
                "afternoon",
                "phone",
                false,
                team,
                true,
                "unsolved",
                "2025-06-05T07:45:13+02:00",
                "2025-06-05T09:10:00+02:00",
                "2025-06-06T17:05:30+02:00",
                "2025-06-10T12:00:00+02:00"));
  }
}
