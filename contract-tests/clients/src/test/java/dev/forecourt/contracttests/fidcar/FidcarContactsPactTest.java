package dev.forecourt.contracttests.fidcar;

import static dev.forecourt.contracttests.fidcar.FidcarPact.*;
import static dev.forecourt.contracttests.kit.Evidence.*;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.V4Pact;
import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.fidcar.api.ContactsService.ListContactsQuery;
import dev.forecourt.fidcar.api.ContactsService.ListDealershipContactsQuery;
import dev.forecourt.fidcar.model.*;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** Contacts: fidcar.md L249-448. */
class FidcarContactsPactTest {
  /** fidcar.md L321-356. */
  @Test
  void listsContactsByEveryFilter() {
    verify(
        pact ->
            get(
                    pact,
                    "contact d57c6ec6 of dealership 1325 exists",
                    "listContacts: by every filter",
                    "/api/contact")
                .encodedQuery(
                    "page=1&limit=5&name=Thibault%20Henry&firstname=Thibault&lastname=Henry"
                        + "&email=thibault%40fidcar.com&phone=0672391759&start=2017-10-01&end=2017-10-31"
                        + "&grade=%3E6&siret=81426458802142&origin=web&service=sav")
                .willRespondWith()
                .status(200)
                .matchHeader("Content-Type", "application/json.*", "application/json")
                .body(
                    pageOf(
                        only(evidence("contact"), "id", "user", "pro", "service", "datetime"),
                        1,
                        5,
                        1))
                .toPact(V4Pact.class),
        vendor -> {
          try (FidcarClient fidcar = client(vendor)) {
            var query =
                ListContactsQuery.builder()
                    .page(1)
                    .limit(5)
                    .name("Thibault Henry")
                    .firstname("Thibault")
                    .lastname("Henry")
                    .email("thibault@fidcar.com")
                    .phone("0672391759")
                    .start(LocalDate.of(2017, 10, 1))
                    .end(LocalDate.of(2017, 10, 31))
                    .grade(">6")
                    .siret("81426458802142")
                    .origin("web")
                    .service(ServiceCode.SAV)
                    .build();

            ContactPage page = fidcar.contacts().listContacts(query).firstPage();

            assertThat(page.data())
                .extracting(contact -> contact.user().lastname())
                .containsExactly("Henry");
            assertThat(page.data().get(0).service().known()).isEqualTo(ServiceCode.Known.SAV);
          }
        });
  }

  /** fidcar.md L358-395; the contact is the sample of L252-273, in full. */
  @Test
  void listsTheContactsOfADealership() {
    verify(
        pact ->
            get(
                    pact,
                    "contact d57c6ec6 of dealership 1325 exists",
                    "listDealershipContacts: those with a review",
                    "/api/local/1325/contact")
                .query("name=Thibault Henry&grade=all")
                .willRespondWith()
                .status(200)
                .matchHeader("Content-Type", "application/json.*", "application/json")
                .body(pageOf(without(evidence("contact"), "review"), 1, 10, 1))
                .toPact(V4Pact.class),
        vendor -> {
          try (FidcarClient fidcar = client(vendor)) {
            var query =
                ListDealershipContactsQuery.builder().name("Thibault Henry").grade("all").build();

            var contacts =
                fidcar.contacts().listDealershipContacts(DEALERSHIP, query).stream().toList();

            assertThat(contacts).hasSize(1);
            assertThat(contacts.get(0).datetime())
                .isEqualTo(LocalDateTime.of(2017, 10, 10, 18, 0, 30));
            assertThat(contacts.get(0).km().value()).contains(new BigDecimal("239143"));
            assertThat(contacts.get(0).mec()).isEqualTo(LocalDate.of(2015, 10, 1));
          }
        });
  }

  /** fidcar.md L397-448; the sample request is L402-408. */
  @Test
  void createsAContact() {
    verify(
        pact ->
            postForm(
                    pact,
                    "dealership 1325 exists",
                    "createContact: the documented form",
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
                    "sav")
                .willRespondWith()
                .status(200)
                .matchHeader("Content-Type", "application/json.*", "application/json")
                .body(
                    like(
                        only(
                            evidence("contact"),
                            "id",
                            "user",
                            "pro",
                            "service",
                            "datetime",
                            "communication")))
                .toPact(V4Pact.class),
        vendor -> {
          try (FidcarClient fidcar = client(vendor)) {
            var form =
                CreateContactForm.builder()
                    .firstname("Thibault")
                    .lastname("Henry")
                    .email("thibault@fidcar.com")
                    .phone("0672391759")
                    .service(ServiceCode.SAV)
                    .build();

            Contact created = fidcar.contacts().createContact(DEALERSHIP, form);

            assertThat(created.user().email()).isEqualTo("thibault@fidcar.com");
            assertThat(created.communication().get(0).status().known())
                .isEqualTo(CommunicationStatus.Known.WAIT);
          }
        });
  }

  /** fidcar.md L426-443: booleans as 1 or 0, dates as Y-m-d, hours as H:i. */
  @Test
  void createsAContactWithEveryField() {
    verify(
        pact ->
            postForm(
                    pact,
                    "dealership 1325 exists",
                    "createContact: every field",
                    "/api/local/1325/contact",
                    "firstname",
                    "Zoë",
                    "lastname",
                    "Lefèvre",
                    "email",
                    "zoe.lefevre@example.fr",
                    "phone",
                    "0612345678",
                    "pro",
                    "1",
                    "service",
                    "vo",
                    "seller",
                    "Quentin Porcet",
                    "type",
                    "moto",
                    "brand",
                    "Volvo",
                    "model",
                    "XC 60",
                    "immat",
                    "AZ-232-DZ",
                    "vin",
                    "ABC4513321K05ZDHA",
                    "km",
                    "239143",
                    "mec",
                    "2015-10-01",
                    "origin",
                    "web",
                    "date",
                    "2017-10-10",
                    "hour",
                    "18:00",
                    "price",
                    "25990")
                .willRespondWith()
                .status(200)
                .matchHeader("Content-Type", "application/json.*", "application/json")
                .body(like(only(evidence("contact"), "id", "user", "pro", "service", "datetime")))
                .toPact(V4Pact.class),
        vendor -> {
          try (FidcarClient fidcar = client(vendor)) {
            var form =
                CreateContactForm.builder()
                    .firstname("Zoë")
                    .lastname("Lefèvre")
                    .email("zoe.lefevre@example.fr")
                    .phone("0612345678")
                    .pro(true)
                    .service(ServiceCode.VO)
                    .seller("Quentin Porcet")
                    .type(VehicleType.MOTO)
                    .brand("Volvo")
                    .model("XC 60")
                    .immat("AZ-232-DZ")
                    .vin("ABC4513321K05ZDHA")
                    .km(239143)
                    .mec(LocalDate.of(2015, 10, 1))
                    .origin("web")
                    .date("2017-10-10")
                    .hour("18:00")
                    .price(25990)
                    .build();

            Contact created = fidcar.contacts().createContact(DEALERSHIP, form);

            assertThat(created.user().firstname()).isEqualTo("Thibault");
          }
        });
  }
}
