package dev.forecourt.mock.autengo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contacts: what is written by one operation is read by the others. */
final class AutengoContactTest extends AbstractAutengoTest {

  private static final String NEW = "{\"lastName\":\"Öztürk\",\"tecfacturaId\":\"D777\"}";

  @ParameterizedTest
  @ValueSource(strings = {"/v3/contact/123", "/v3/contact/tecfactura/D123456789"})
  void showsTheDocumentedContactAsDocumented(String path) {
    assertThat(get(path).json()).isEqualTo(read(evidence("contactResponse")));
  }

  @Test
  void createsTheDocumentedContactWithAnIdOfItsOwn() {
    Answer created = post("/v3/contact", evidence("contactPost"));

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.at("data.contact.ID")).isEqualTo(143L);
    assertThat(created.body().replace("\"ID\":143", "\"ID\":123"))
        .isEqualTo(get("/v3/contact/123").body());
  }

  @Test
  void readsAndFindsACreatedContact() {
    Answer created = post("/v3/contact", NEW);

    assertThat(get("/v3/contact/" + created.at("data.contact.ID")).body())
        .isEqualTo(created.body())
        .isEqualTo(get("/v3/contact/tecfactura/D777").body());
    assertThat(created.at("data.contact"))
        .isEqualTo(Map.of("ID", 143L, "lastName", "Öztürk", "tecfacturaId", "D777"));
  }

  @Test
  void findsTheNewestOfTwoContactsWithOneTecfacturaId() {
    post("/v3/contact", NEW);
    Answer second = post("/v3/contact", NEW);

    assertThat(get("/v3/contact/tecfactura/D777").body()).isEqualTo(second.body());
    delete("/v3/contact/" + second.at("data.contact.ID"));
    assertThat(get("/v3/contact/tecfactura/D777").at("data.contact.ID")).isEqualTo(143L);
  }

  @Test
  void keepsNeitherAnIdThatIsSentNorUndocumentedFields() {
    Answer created = post("/v3/contact", "{\"ID\":5,\"lastName\":\"X\",\"shoeSize\":43}");

    assertThat(created.at("data.contact")).isEqualTo(Map.of("ID", 143L, "lastName", "X"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v3/contact/123", "/v3/contact/tecfactura/D123456789"})
  void changesWhatIsSentAndKeepsTheRest(String path) {
    Answer changed = put(path, "{\"city\":\"Ulm\",\"faxNumber\":\"0731 55\"}");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.at("data.contact.city")).isEqualTo("Ulm");
    assertThat(changed.at("data.contact.lastName")).isEqualTo("Mustermann");
    assertThat(get("/v3/contact/123").body()).isEqualTo(changed.body());
    assertThat(get("/v3/contact/tecfactura/D123456789").body()).isEqualTo(changed.body());
  }

  @Test
  void takesTheDocumentedChange() {
    put("/v3/contact/123", "{\"city\":\"Ulm\"}");

    assertThat(put("/v3/contact/123", evidence("contactPost")).json())
        .isEqualTo(read(evidence("contactResponse")));
  }

  @Test
  void findsAContactByItsNewTecfacturaIdOnly() {
    put("/v3/contact/123", "{\"tecfacturaId\":\"D888\"}");

    assertThat(get("/v3/contact/tecfactura/D888").at("data.contact.ID")).isEqualTo(123L);
    assertThat(get("/v3/contact/tecfactura/D123456789").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v3/contact/123", "/v3/contact/tecfactura/D123456789"})
  void forgetsADeletedContactUnderBothIds(String path) {
    assertThat(delete(path).json()).isEqualTo(read(evidence("deletionResponse")));

    for (String gone : List.of("/v3/contact/123", "/v3/contact/tecfactura/D123456789")) {
      assertThat(get(gone).status()).isEqualTo(404);
      assertThat(put(gone, "{}").status()).isEqualTo(404);
      assertThat(delete(gone).status()).isEqualTo(404);
    }
    assertThat(get("/v3/contact/124").status()).isEqualTo(200);
  }

  @Test
  void neverGivesTheIdOfADeletedContactAgain() {
    delete("/v3/contact/142");

    assertThat(post("/v3/contact", NEW).at("data.contact.ID")).isEqualTo(143L);
  }

  @Test
  void putsTheSeedBackOnReset() {
    post("/v3/contact", NEW);
    delete("/v3/contact/123");

    reset();

    assertThat(get("/v3/contact/123").status()).isEqualTo(200);
    assertThat(get("/v3/contact/tecfactura/D777").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "/v3/contact/9 -> Contact not found: no ID 9. Try 123.",
        "/v3/contact/tecfactura/D9 -> Contact not found: no tecfacturaId 'D9'. Try 'D123456789'.",
      })
  void refusesAnUnknownContact(String path, String reason) {
    for (Answer answer : List.of(get(path), put(path, "{\"city\":\"Ulm\"}"), delete(path))) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body()).isEqualTo(error(reason));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "{\"title\":\"Dr\"} -> body field 'title' must be one of Mr, Mrs but was 'Dr'",
        "{\"customerRating\":6} -> body field 'customerRating' must be between 1 and 5 but was '6'",
        "{\"zipCode\":12345} -> body field 'zipCode' must be a string but was '12345'",
        "{\"dateOfBirth\":\"1990-02-30\"} -> body field 'dateOfBirth' must be a date like",
        "[] -> body must be an object",
      })
  void refusesAContactThatBreaksARuleAndKeepsNothing(String body, String reason) {
    String before = get("/v3/contact/123").body();

    assertThat(post("/v3/contact", body).status()).isEqualTo(400);
    Answer refused = put("/v3/contact/123", body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains(reason);
    assertThat(get("/v3/contact/123").body()).isEqualTo(before);
    assertThat(get("/v3/contact/143").status()).isEqualTo(404);
  }

  @Test
  void refusesAnIdThatIsNoNumber() {
    assertThat(get("/v3/contact/abc").status()).isEqualTo(400);
  }

  @Test
  void losesNoChangeOfConcurrentWriters() {
    List<String> fields =
        List.of("firstName", "lastName", "city", "email", "notes", "position", "country", "bic");

    // a writer per field: each change of a field has to survive those of all others
    fields.parallelStream()
        .forEach(
            field -> {
              for (int i = 0; i < 50; i++) {
                put("/v3/contact/123", "{\"" + field + "\":\"" + i + "\"}");
                assertThat(get("/v3/contact/123").at("data.contact." + field)).isEqualTo("" + i);
              }
            });

    for (String field : fields) {
      assertThat(get("/v3/contact/123").at("data.contact." + field)).isEqualTo("49");
    }
  }

  @Test
  void givesConcurrentWritersDifferentIds() {
    Set<Object> ids =
        new HashSet<>(
            IntStream.range(0, 300)
                .parallel()
                .mapToObj(
                    i ->
                        post("/v3/contact", "{\"tecfacturaId\":\"T" + i + "\"}")
                            .at("data.contact.ID"))
                .toList());

    assertThat(ids).hasSize(300);
    for (int i = 0; i < 300; i++) {
      assertThat(get("/v3/contact/tecfactura/T" + i).status()).isEqualTo(200);
    }
  }
}
