package dev.forecourt.mock.fidcar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FidcarDealershipTest extends AbstractFidcarTest {

  private static final String[] MINIMAL = {
    "title",
    "Garage Caltagirone",
    "street",
    "16 place des Vosges",
    "zipcode",
    "75004",
    "city",
    "Paris",
    "phone",
    "0176420140"
  };

  @Test
  void servesTheDocumentedDealership() {
    Answer answer = get("/api/local/1325");

    // specs/fidcar/evidence/dealership.json
    assertThat(answer.body())
        .isEqualTo(
            """
            {"id":1325,"code":"DCUZ1123","publicKey":"4a5bc929b3a8a2a23cca0ba5985dazzd3",\
            "title":"Garage Automobiles du Nord","street":"13 rue du Général Leclerc","zipcode":"78310",\
            "city":"Villerain sur Seine","country":"FR","coords":["48.26900","-1.11800"],"phone":"01 69 65 24 02",\
            "website":"http://www.garage-automobile-du-nord.fr/","siret":"81426458802142","grade":"9.40",\
            "url":"https://www.fidcar.dev/app_dev.php/fr/local/1325/garage-automobile-du-nord","reviews":231,\
            "brands":["BMW","Mini"],"social":{"facebook":"6.70","google":"7.90","pagesjaunes":false},\
            "bridge":{"title":"i'Car Systems","code":"icar","params":{"code_dealer":"1268"}}}""");
  }

  @Test
  void listsTenOfTwentyFiveUnlessAsked() {
    Answer answer = get("/api/local");

    assertThat(List.of(answer.at("page"), answer.at("limit"), answer.at("total")))
        .containsExactly(1L, 10L, 25L);
    assertThat(answer.each("id")).hasSize(10).startsWith(1325L);
  }

  @Test
  void cutsTheLastPageShort() {
    Answer answer = get("/api/local?page=4&limit=7");

    assertThat(answer.each("id")).containsExactly(1346L, 1347L, 1348L, 1349L);
  }

  @Test
  void answersAnEmptyPageBehindTheLastOne() {
    Answer answer = get("/api/local?page=2147483647&limit=100");

    assertThat(answer.at("total")).isEqualTo(25L);
    assertThat(answer.each("id")).isEmpty();
  }

  @Test
  void filtersByBridge() {
    Answer answer = get("/api/local?bridge=icar&limit=100");

    assertThat(answer.at("total")).isEqualTo((long) answer.each("id").size());
    assertThat(answer.each("bridge.code")).isNotEmpty().containsOnly("icar");
  }

  @Test
  void filtersBySiretAndCodeTogether() {
    Answer both = get("/api/local?siret=81426458802142&code=DCUZ1123");
    Answer neither = get("/api/local?siret=81426458802142&code=DCU2210");

    assertThat(both.each("id")).containsExactly(1325L);
    assertThat(neither.at("total")).isEqualTo(0L);
  }

  @Test
  void createsWithTheDocumentedDefaults() {
    Answer created = post("/api/local/add", MINIMAL);

    assertThat(created.status()).isEqualTo(200);
    assertThat(created.at("id")).isEqualTo(1350L);
    assertThat(created.at("country")).isEqualTo("FR");
    assertThat(get("/__mock/state").body())
        .contains(
            "\"subscription\":{\"plan\":\"classic_monthly\",\"sms\":false,\"services\":[\"sav\"],\"type\":null}");
  }

  @Test
  void keepsWhatWasSent() {
    String[] more = {
      "sms",
      "1",
      "plan",
      "social_monthly",
      "services[]",
      "vo",
      "services[]",
      "rent",
      "brands[]",
      "Škoda"
    };

    Answer created = post("/api/local/add", concat(MINIMAL, more));

    assertThat(created.at("brands")).isEqualTo(List.of("Škoda"));
    assertThat(get("/__mock/state").body())
        .contains(
            "\"subscription\":{\"plan\":\"social_monthly\",\"sms\":true,\"services\":[\"vo\",\"rent\"],\"type\":null}");
  }

  @Test
  void fetchesAndListsWhatWasCreated() {
    Answer created = post("/api/local/add", MINIMAL);

    assertThat(get("/api/local/1350").body()).isEqualTo(created.body());
    assertThat(get("/api/local?page=26&limit=1").each("id")).containsExactly(1350L);
  }

  @Test
  void doesNotCreateWhatIsRefused() {
    Answer refused = post("/api/local/add", "title", "Garage");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(get("/api/local").at("total")).isEqualTo(25L);
  }

  @Test
  void forgetsWhatWasCreatedOnReset() {
    post("/api/local/add", MINIMAL);

    Answer reset = send(withoutKey("/__mock/reset").POST(BodyPublishers.noBody()));

    assertThat(reset.status()).isEqualTo(204);
    assertThat(get("/api/local/1350").status()).isEqualTo(404);
  }

  @Test
  void namesAnIdThatExistsWhenOneDoesNot() {
    Answer answer = get("/api/local/9");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body())
        .isEqualTo(
            error(404, "No dealership '9'. Try '1325', or GET /api/local for all there are."));
  }

  private static String[] concat(String[] first, String[] second) {
    String[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
