package dev.forecourt.fidcar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.fidcar.model.AnswerReviewForm;
import dev.forecourt.fidcar.model.CreateContactForm;
import dev.forecourt.fidcar.model.CreateDealershipForm;
import dev.forecourt.fidcar.model.ReportReviewForm;
import dev.forecourt.fidcar.model.ServiceCode;
import dev.forecourt.runtime.json.Json;
import dev.forecourt.runtime.kit.WireServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a form refuses before it is sent, and what it keeps intact on the wire. */
class FormsTest {
  private final WireServer server = new WireServer();
  private final FidcarClient client =
      FidcarClient.builder().apiKey("fidcar-test-key").baseUrl(server.url()).build();

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void refusesADealershipWithoutARequiredField() {
    CreateDealershipForm.Builder form =
        CreateDealershipForm.builder().title("A").street("B").zipcode("75004").phone("01");

    assertThatThrownBy(form::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("CreateDealershipForm: 'city' is required and not set. Set it before build().");
    assertThat(form.city("Paris").build().city()).isEqualTo("Paris");
  }

  @Test
  void refusesAContactWithNeitherEmailNorPhone() {
    CreateContactForm.Builder form = CreateContactForm.builder().firstname("A").lastname("B");

    assertThatThrownBy(form::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "CreateContactForm: one of 'email', 'phone' is required and none is set. Set one before"
                + " build().");
  }

  @Test
  void acceptsAContactWithEitherEmailOrPhone() {
    CreateContactForm.Builder form = CreateContactForm.builder().firstname("A").lastname("B");

    assertThat(form.email("a@b.example").build().email()).isEqualTo("a@b.example");
    assertThat(form.email(null).phone("01").build().phone()).isEqualTo("01");
  }

  @Test
  void refusesAnEmptyAnswerAndReport() {
    assertThatThrownBy(() -> AnswerReviewForm.builder().build())
        .hasMessage("AnswerReviewForm: 'content' is required and not set. Set it before build().");
    assertThatThrownBy(() -> ReportReviewForm.builder().build())
        .hasMessage("ReportReviewForm: 'message' is required and not set. Set it before build().");
  }

  @Test
  void sendsTextOfAnyKindUnchanged() {
    String text = "Ligne 1\r\nLigne 2 — €5, 100% & \"ça\" {x} =+\uD83D\uDE97";
    server.answer("{}");

    client.reviews().answerReview("42", AnswerReviewForm.builder().content(text).build());

    assertThat(server.request().body())
        .contains("name=\"content\"\r\n\r\n" + text + "\r\n--forecourt-");
  }

  @Test
  void doesNotLetAFieldNameAddAHeader() {
    AnswerReviewForm form =
        AnswerReviewForm.builder()
            .content("x")
            .additionalProperty("a\"\r\nX-Evil: 1", Json.of("v"))
            .build();
    server.answer("{}");

    client.reviews().answerReview("42", form);

    assertThat(server.request().body())
        .contains("Content-Disposition: form-data; name=\"a%22%0D%0AX-Evil: 1\"\r\n\r\nv\r\n");
  }

  @Test
  void doesNotSendWhatIsNull() {
    AnswerReviewForm form = AnswerReviewForm.builder().content("x").build();
    CreateContactForm contact =
        CreateContactForm.builder().firstname("A").lastname("B").phone("1").email(null).build();
    server.answer("{}").answer("{}");

    client.reviews().answerReview("42", form);
    client.contacts().createContact(1, contact);

    assertThat(server.requests().get(1).body()).doesNotContain("email").contains("\"phone\"");
  }

  @Test
  void usesAnotherBoundaryForEachRequest() {
    AnswerReviewForm form = AnswerReviewForm.builder().content("x").build();
    server.answer("{}").answer("{}");

    client.reviews().answerReview("42", form);
    client.reviews().answerReview("42", form);

    assertThat(server.requests().get(0).header("Content-Type"))
        .isNotEqualTo(server.requests().get(1).header("Content-Type"));
  }

  @Test
  void refusesServicesThatTheContractDoesNotList() {
    CreateDealershipForm.Builder form =
        CreateDealershipForm.builder().services(List.of(ServiceCode.of("lavage"))).title("");

    assertThatThrownBy(form::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "CreateDealershipForm: 6 things are not as the contract asks: 'title' must not be empty;"
                + " 'street' is required and not set; 'city' is required and not set; 'zipcode' is"
                + " required and not set; 'phone' is required and not set; 'services[]' must hold"
                + " values that ServiceCode lists. Change them before build().");
  }

  @Test
  void sendsServicesThatAreSetAsJson() {
    CreateDealershipForm form =
        CreateDealershipForm.builder()
            .title("A")
            .street("B")
            .zipcode("75004")
            .city("Paris")
            .phone("01")
            .additionalProperty("services[]", Json.array(Json.of("lavage")))
            .sms(false)
            .build();
    server.answer("{}");

    client.dealerships().createDealership(form);

    assertThat(server.request().body())
        .contains("name=\"services[]\"\r\n\r\nlavage\r\n")
        .contains("name=\"sms\"\r\n\r\n0\r\n");
  }
}
