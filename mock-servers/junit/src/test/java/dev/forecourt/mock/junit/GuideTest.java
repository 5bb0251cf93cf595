package dev.forecourt.mock.junit;

import static dev.forecourt.mock.verify.RequestPattern.request;
import static dev.forecourt.mock.verify.ValuePattern.containing;
import static dev.forecourt.mock.verify.ValuePattern.equalTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.fidcar.model.CreateContactForm;
import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.journal.RecordedRequest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of the guide to testing with mocks that need no extension. */
class GuideTest {

  @Test
  void verifiesWhatWasSent() {
    try (MockServer server = MockServer.builder("fidcar").start();
        FidcarClient fidcar =
            FidcarClient.builder()
                .apiKey("fidcar-test-key")
                .baseUrl(server.baseUri().toString())
                .build()) {
      CreateContactForm form =
          CreateContactForm.builder()
              .firstname("Ada")
              .lastname("Byron")
              .email("a@example.org")
              .build();
      fidcar.contacts().createContact(1325, form);
      fidcar.contacts().createContact(1325, form);

      server.verify(
          2,
          request("createContact")
              .withBody("$.email", equalTo("a@example.org"))
              .withHeader("Content-Type", containing("form")));

      assertThatExceptionOfType(AssertionError.class)
          .isThrownBy(() -> server.verify(3, request("createContact")));
    }
  }

  @Test
  void startsAMockWithoutJUnit() {
    MockServer fidcar = MockServer.builder("fidcar").start(); // 127.0.0.1, any free port
    URI host = fidcar.baseUri(); // http://127.0.0.1:43211
    List<RecordedRequest> seen = fidcar.requests(); // operation, status, why refused
    fidcar.reset(); // seed data again, journal empty
    fidcar.close();

    assertThat(host).hasHost("127.0.0.1");
    assertThat(seen).isEmpty();
  }
}
