package dev.forecourt.mock.fidcar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FidcarContactTest extends AbstractFidcarTest {

  private static final String NEW_ID = "00000000-0000-0000-0000-000000000001";

  @Test
  void showsTheReviewInsideItsContact() {
    Answer answer = get("/api/contact?limit=1");

    assertThat(answer.at("total")).isEqualTo(120L);
    assertThat(answer.at("data.0.id")).isEqualTo(DOCUMENTED);
    assertThat(answer.at("data.0.review.id")).isEqualTo(DOCUMENTED);
    assertThat(answer.at("data.0.review.comment")).isEqualTo("Personnel agréable et compétent");
    assertThat(answer.at("data.0.review.contact.user")).isNull();
  }

  @Test
  void createsTheDocumentedContact() {
    Answer created =
        post(
            "/api/local/1325/contact",
            "firstname",
            "Thibault",
            "lastname",
            "Henry",
            "email",
            "thibault@fidcar.com",
            "phone",
            "0672391759",
            "service",
            "sav");

    assertThat(created.status()).isEqualTo(200);
    assertThat(created.body())
        .isEqualTo(
            """
            {"id":"00000000-0000-0000-0000-000000000001","user":{"firstname":"Thibault","lastname":"Henry",\
            "email":"thibault@fidcar.com","phone":"0672391759"},"reference":null,"pro":false,"service":"sav",\
            "datetime":"2026-11-22 14:05:09","communication":[\
            {"type":"email","status":"wait","datetime":"2026-11-25 10:00:00"},\
            {"type":"sms","status":"wait","datetime":"2026-11-28 10:00:00"}],\
            "seller":null,"type":"auto","brand":null,"model":null,"immat":null,"vin":null,"km":null,"mec":null,\
            "origin":null,"price":0,"status":"contactable"}""");
  }

  @Test
  void listsANewContactGloballyAndUnderItsDealershipOnly() {
    post(
        "/api/local/1330/contact",
        "firstname",
        "Ünal",
        "lastname",
        "Şahin",
        "email",
        "u@example.org");

    assertThat(get("/api/contact?page=121&limit=1").each("id")).containsExactly(NEW_ID);
    assertThat(get("/api/local/1330/contact?lastname=" + encode("şahin")).each("id"))
        .containsExactly(NEW_ID);
    assertThat(get("/api/local/1331/contact?lastname=" + encode("şahin")).at("total"))
        .isEqualTo(0L);
  }

  @Test
  void takesDateInBothFormsWithHour() {
    Answer iso =
        post(
            "/api/local/1325/contact",
            "firstname",
            "A",
            "lastname",
            "B",
            "phone",
            "1",
            "date",
            "2026-02-03",
            "hour",
            "09:30");
    Answer french =
        post(
            "/api/local/1326/contact",
            "firstname",
            "A",
            "lastname",
            "B",
            "phone",
            "1",
            "date",
            "03/02/2026",
            "hour",
            "09:30");

    assertThat(iso.at("datetime")).isEqualTo("2026-02-03 09:30:00");
    assertThat(french.at("datetime")).isEqualTo("2026-02-03 09:30:00");
  }

  @Test
  void refusesADayThatDoesNotExist() {
    Answer answer =
        post(
            "/api/local/1325/contact",
            "firstname",
            "A",
            "lastname",
            "B",
            "phone",
            "1",
            "date",
            "31/02/2026");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(error(400, "form field 'date' must be a day that exists but was '31/02/2026'"));
  }

  @Test
  void plansOnlyMessagesThatCanArrive() {
    Answer byPhone =
        post("/api/local/1325/contact", "firstname", "A", "lastname", "B", "phone", "0600000001");
    Answer byEmail =
        post(
            "/api/local/1325/contact", "firstname", "A", "lastname", "B", "email", "a@example.org");

    assertThat(byPhone.at("communication.0.type")).isEqualTo("sms");
    assertThat((List<?>) byPhone.at("communication")).hasSize(1);
    assertThat(byEmail.at("communication.0.type")).isEqualTo("email");
    assertThat((List<?>) byEmail.at("communication")).hasSize(1);
  }

  @Test
  void marksASecondContactWithinAMonthAsTooSoon() {
    String[] person = {"firstname", "A", "lastname", "B", "email", "a@example.org"};

    Answer first = post("/api/local/1325/contact", person);
    Answer second = post("/api/local/1325/contact", person);
    Answer elsewhere = post("/api/local/1326/contact", person);

    assertThat(first.at("status")).isEqualTo("contactable");
    assertThat(second.at("status")).isEqualTo("too_soon");
    assertThat((List<?>) second.at("communication")).isEmpty();
    assertThat(elsewhere.at("status")).isEqualTo("contactable");
  }

  @Test
  void needsEmailOrPhone() {
    Answer answer = post("/api/local/1325/contact", "firstname", "A", "lastname", "B");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(error(400, "form field 'email' or 'phone' is required but both were missing"));
  }

  @Test
  void refusesAContactOfAnUnknownDealership() {
    Answer answer = post("/api/local/1/contact", "firstname", "A", "lastname", "B", "phone", "1");

    assertThat(answer.status()).isEqualTo(404);
  }

  @Test
  void filtersByExactGrade() {
    assertThat(get("/api/contact?grade=8&limit=100").each("review.grade"))
        .isNotEmpty()
        .containsOnly(8L);
  }

  @Test
  void filtersByGradeStrictlyAbove() {
    List<Object> grades = get("/api/contact?limit=100&grade=" + encode(">6")).each("review.grade");

    assertThat(grades).contains(7L, 10L).doesNotContain(6L);
  }

  @Test
  void filtersByGradeStrictlyBelow() {
    List<Object> grades = get("/api/contact?limit=100&grade=" + encode("<7")).each("review.grade");

    assertThat(grades).contains(6L, 2L).doesNotContain(7L);
  }

  @Test
  void filtersByAnyGradeLeavesOutContactsWithoutReview() {
    Answer all = get("/api/contact?grade=all&limit=100");

    assertThat(all.each("review")).hasSize((int) (long) all.at("total")).doesNotContainNull();
    assertThat((long) all.at("total")).isBetween(60L, 119L);
  }

  @Test
  void filtersByPersonWhateverTheCase() {
    assertThat(get("/api/contact?name=" + encode("THIBAULT HENRY")).each("id"))
        .containsExactly(DOCUMENTED);
    assertThat(get("/api/contact?firstname=thibault&lastname=HENRY").each("id"))
        .containsExactly(DOCUMENTED);
    assertThat(get("/api/contact?email=Thibault%40FIDCAR.com").each("id"))
        .containsExactly(DOCUMENTED);
    assertThat(get("/api/contact?phone=" + encode("06 72 39 17 59")).each("id"))
        .containsExactly(DOCUMENTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name=Thibault",
        "firstname=Thib",
        "lastname=Hen",
        "email=thibault",
        "phone=067239175"
      })
  void doesNotFilterByAPartOfAPerson(String filter) {
    assertThat(get("/api/contact?" + filter).at("total")).isEqualTo(0L);
    assertThat(get("/api/local/1325/contact?" + filter).at("total")).isEqualTo(0L);
  }

  @Test
  void filtersByPurchaseBothDaysIncluded() {
    assertThat(get("/api/contact?start=2017-10-10&end=2017-10-10").each("id"))
        .containsExactly(DOCUMENTED);
    assertThat(get("/api/contact?start=2017-10-11&end=2017-12-31").at("total")).isEqualTo(0L);
    assertThat(get("/api/contact?end=2017-10-09").at("total")).isEqualTo(0L);
  }

  @Test
  void filtersBySiretOriginAndService() {
    List<Object> bySiret = get("/api/contact?siret=81426458802142&limit=100").each("id");

    assertThat(bySiret).isEqualTo(get("/api/local/1325/contact?limit=100").each("id"));
    assertThat(get("/api/contact?origin=web&limit=100").each("origin"))
        .isNotEmpty()
        .containsOnly("web");
    assertThat(get("/api/contact?service=rent&limit=100").each("service"))
        .isNotEmpty()
        .containsOnly("rent");
  }

  @Test
  void pagesThroughAFilteredListWithoutLossOrRepetition() {
    List<Object> whole = get("/api/contact?service=sav&limit=100").each("id");
    List<Object> pages = new ArrayList<>();
    for (int page = 1; page <= whole.size() / 7 + 1; page++) {
      pages.addAll(get("/api/contact?service=sav&limit=7&page=" + page).each("id"));
    }

    assertThat(pages).isEqualTo(whole).doesNotHaveDuplicates();
  }

  @Test
  void doesNotTakeTheFiltersOfTheOtherList() {
    Answer answer = get("/api/local/1325/contact?siret=81426458802142");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            error(
                400,
                "query parameter 'siret' is not documented; allowed are email, end, firstname, grade, lastname, limit, name,"
                    + " origin, page, phone, start"));
  }
}
