package dev.forecourt.mock.autengo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.contract.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * "notes: string (up to 16777215 chars)" and "requestText: string (up to 16777215 chars)" of the
 * vendor's schemas: longer than the mebibyte that other bodies may have.
 */
final class AutengoLongTextTest extends AbstractAutengoTest {

  private static final int DOCUMENTED = 16_777_215;
  // fits into a small heap as well
  private static final String LONG = "n".repeat(2_000_000);

  @Test
  void keepsTheLongNotesOfAContact() {
    Answer created = post("/v3/contact", "{\"notes\":\"" + LONG + "\"}");

    assertThat(created.status()).isEqualTo(201);
    String path = "/v3/contact/" + created.at("data.contact.ID");
    assertThat((String) get(path).at("data.contact.notes")).hasSize(LONG.length());
    assertThat(put(path, "{\"notes\":\"x" + LONG + "\"}").status()).isEqualTo(200);
    assertThat((String) get(path).at("data.contact.notes")).hasSize(LONG.length() + 1);
  }

  @Test
  void takesTheLongTextOfALead() {
    Answer created =
        post(
            "/v3/opportunity",
            evidence("opportunityPost")
                .replaceFirst("\"requestText\": *\"[^\"]*\"", "\"requestText\":\"" + LONG + "\""));

    assertThat(created.status()).isEqualTo(200);
    assertThat((String) get("/__mock/state").at("opportunities.0.opportunity.requestText"))
        .hasSize(LONG.length());
  }

  /** Each character may take four bytes. */
  @Test
  void hasRoomForTheDocumentedLengthByTheContract() {
    for (Operation each :
        List.of(
            AutengoOperations.CREATE_CONTACT,
            AutengoOperations.UPDATE_CONTACT,
            AutengoOperations.UPDATE_CONTACT_BY_TECFACTURA_ID,
            AutengoOperations.CREATE_OPPORTUNITY)) {
      assertThat(each.maxBodyBytes()).as(each.id()).isGreaterThan(4 * DOCUMENTED);
    }
    assertThat(AutengoOperations.CREATE_TOKEN.maxBodyBytes()).as("a mebibyte").isZero();
  }

  @Test
  void refusesALongBodyWhereNoneIsDocumented() {
    Answer refused = post("/v3/auth/token", "{\"x\":\"" + LONG + "\"}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).isEqualTo(error("body must be at most 1048576 bytes long"));
  }
}
