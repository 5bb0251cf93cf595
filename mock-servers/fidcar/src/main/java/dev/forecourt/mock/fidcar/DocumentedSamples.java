package dev.forecourt.mock.fidcar;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The objects of FIDCAR's documentation, under their documented ids; the text is that of {@code
 * specs/fidcar/evidence}.
 */
final class DocumentedSamples {

  private static final long LOCAL = 1325;
  private static final User CUSTOMER =
      new User("Thibault", "Henry", "thibault@fidcar.com", "0672391759");
  private static final LocalDateTime PURCHASE = LocalDateTime.of(2017, 10, 10, 18, 0, 30);

  private DocumentedSamples() {}

  static Dealership dealership() {
    return new Dealership(
        LOCAL,
        "DCUZ1123",
        "4a5bc929b3a8a2a23cca0ba5985dazzd3",
        "Garage Automobiles du Nord",
        new Dealership.Address("13 rue du Général Leclerc", "78310", "Villerain sur Seine", "FR"),
        List.of("48.26900", "-1.11800"),
        "01 69 65 24 02",
        "http://www.garage-automobile-du-nord.fr/",
        "81426458802142",
        "9.40",
        "https://www.fidcar.dev/app_dev.php/fr/local/1325/garage-automobile-du-nord",
        231,
        List.of("BMW", "Mini"),
        social("6.70", "7.90", false),
        new Bridge("i'Car Systems", "icar", Map.of("code_dealer", "1268")),
        Dealership.Subscription.DEFAULT);
  }

  /** The other example of the contract: no optional values, and numbers that are numbers. */
  static Dealership sparseDealership() {
    return new Dealership(
        1326,
        null,
        "91f2ab7710e64c0f8d51c0ffee12b3a4",
        "Société Lemoine & Fils",
        new Dealership.Address("4 avenue de la Gare", "29200", "Brest", "FR"),
        List.of(48.3904, -4.4861),
        "02 98 00 11 22",
        null,
        null,
        null,
        DealershipIntake.page(1326, "Société Lemoine & Fils"),
        0,
        List.of(),
        social(false, 8.1, false),
        null,
        Dealership.Subscription.DEFAULT);
  }

  static Map<String, Object> social(Object facebook, Object google, Object pagesjaunes) {
    Map<String, Object> social = new LinkedHashMap<>();
    social.put("facebook", facebook);
    social.put("google", google);
    social.put("pagesjaunes", pagesjaunes);
    return social;
  }

  static Contact contact() {
    return new Contact(
        FidcarSeed.DOCUMENTED_ID,
        LOCAL,
        CUSTOMER,
        "CLI-20871",
        false,
        "sav",
        PURCHASE,
        FidcarSeed.DOCUMENTED_ID,
        List.of(
            new Communication("email", "canceled", LocalDateTime.of(2017, 10, 27, 15, 3)),
            new Communication("sms", "clicked", LocalDateTime.of(2017, 10, 13, 10, 0))),
        "Quentin Porcet",
        new Vehicle(
            "auto", "Volvo", "XC 60", "AZ-232-DZ", "ABC4513321K05ZDHA", 239143L, "2015-10-01"),
        "web",
        25990L,
        "contactable");
  }

  static Review review() {
    Map<String, Integer> survey = new LinkedHashMap<>();
    survey.put("Accueil", 10);
    survey.put("Explications", 10);
    survey.put("Essai", 1);
    survey.put("Livraison", 8);
    Answer answer =
        new Answer(
            FidcarBehaviour.ACCOUNT_USER,
            LocalDateTime.of(2017, 10, 9, 19, 3, 2),
            "Bonjour\r\nNous vous remercions pour avoir partager votre avis. Revenez vite !");
    return new Review(
        FidcarSeed.DOCUMENTED_ID,
        FidcarSeed.DOCUMENTED_ID,
        LOCAL,
        PURCHASE,
        10,
        "Personnel agréable et compétent",
        survey,
        answer);
  }

  static Lead lead() {
    return new Lead(1, FidcarSeed.DOCUMENTED_ID, LOCAL, "Neuf", "Volvo", "XC60", "6 mois");
  }

  /** The customer behind the documented dispute: the vendor's sample does not say who it is. */
  static Contact unhappyContact() {
    return new Contact(
        FidcarSeed.DISPUTED_ID,
        LOCAL,
        new User("Agnès", "Delaunay", "agnes.delaunay@example.org", "0611223344"),
        null,
        false,
        "sav",
        LocalDateTime.of(2019, 5, 20, 9, 30),
        FidcarSeed.DISPUTED_ID,
        List.of(new Communication("email", "clicked", LocalDateTime.of(2019, 5, 23, 10, 0))),
        null,
        new Vehicle("auto", "BMW", "X1", null, null, "84200", null),
        "atelier",
        0L,
        "contactable");
  }

  static Review unhappyReview() {
    return new Review(
        FidcarSeed.DISPUTED_ID,
        FidcarSeed.DISPUTED_ID,
        LOCAL,
        LocalDateTime.of(2019, 5, 24, 15, 20, 11),
        2,
        "Trois semaines d'attente, personne ne rappelle.",
        Map.of(),
        null);
  }

  /** With the sample's own spelling {@code morging}. */
  static Dispute dispute() {
    return new Dispute(
        "4012",
        FidcarSeed.DISPUTED_ID,
        true,
        "morging",
        "phone",
        false,
        FidcarBehaviour.ACCOUNT_USER,
        true,
        "assigned",
        "2019-05-24T15:26:37+02:00",
        "2019-05-24T17:26:37+02:00",
        null,
        null);
  }
}
