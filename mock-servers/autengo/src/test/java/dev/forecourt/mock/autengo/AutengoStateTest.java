package dev.forecourt.mock.autengo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is exported and imported: rows as answers show them. */
final class AutengoStateTest extends AbstractAutengoTest {

  @Test
  void takesBackExactlyWhatItGave() {
    post("/v3/contact", "{\"lastName\":\"Öztürk\",\"city\":null,\"faxNumber\":\"0731 55\"}");
    put("/v3/contact/123", "{\"customerRating\":3,\"faxNumber\":5}");
    delete("/v3/contact/124");
    String state = get("/__mock/state").body();
    String vehicles = get("/v3/vehicle?limit=200").body();

    reset();
    assertThat(put("/__mock/state", state).status()).isEqualTo(204);

    assertThat(get("/__mock/state").body()).isEqualTo(state);
    assertThat(get("/v3/vehicle?limit=200").body()).isEqualTo(vehicles);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "'contacts':[{'ID':1,'shoe':2}] -> table 'contacts', row 1: field 'shoe' is not known; nearest is 'type'",
        "'contacts':[{'city':'Ulm'}] -> table 'contacts', row 1: field 'ID' is required but was missing or null",
        "'contacts':[{'ID':1,'lastName':2}] -> table 'contacts', row 1: field 'lastName' must be a text but was '2'",
        "'vehicles':[{'vin':'X'}] -> table 'vehicles', row 1: field 'sellingId' must be a text but was null",
        "'vehicles':[{'sellingId':'A','created':'x'}] -> table 'vehicles', row 1: field 'created' must be a day or time,"
            + " YYYY-MM-DD or YYYY-MM-DD HH:MM:SS but was 'x'",
        "'vehicles':[{'sellingId':'A','columns':{'makeid':1}}] -> table 'vehicles', row 1: field 'columns.makeid' is not"
            + " known; nearest is 'makeId'",
        "'vehicles':[{'sellingId':'A','columns':{'constructionDate':'x'}}] -> table 'vehicles', row 1: field"
            + " 'columns.constructionDate' must be a day, YYYY-MM-DD but was 'x'",
      },
      quoteCharacter = '`')
  void saysWhatDoesNotFit(String tables, String problem) {
    Answer refused = put("/__mock/state", "{" + tables.replace('\'', '"') + "}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("message"))
        .isEqualTo(
            "State not taken, nothing has changed: "
                + problem
                + ". GET /__mock/state shows how it looks.");
  }
}
