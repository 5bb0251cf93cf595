package dev.forecourt.contracttests.autengo;

import static dev.forecourt.contracttests.autengo.AutengoPact.*;
import static dev.forecourt.contracttests.kit.Evidence.*;
import static dev.forecourt.contracttests.kit.VendorPact.answered;
import static dev.forecourt.contracttests.kit.VendorPact.json;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.DslPart;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.autengo.AutengoClient;
import dev.forecourt.autengo.model.*;
import dev.forecourt.runtime.json.LooseNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Contacts: autengo.txt L565-1056. */
class AutengoContactsPactTest {
  private static final String BY_ID = "/v3/contact/123";
  private static final String BY_TECFACTURA_ID = "/v3/contact/tecfactura/D123456789";

  /** The sample request is autengo.txt L570-618, the answer L623-678, with 201. */
  @Test
  void createsAContactWithEveryField() {
    verify(
        pact ->
            answered(
                json(
                    request(
                        pact,
                        "contacts can be created",
                        "createContact: the documented one",
                        "POST",
                        "/v3/contact"),
                    evidence("contactPost")),
                201,
                like(evidence("contactResponse"))),
        vendor -> {
          try (AutengoClient autengo = client(vendor)) {
            Contact created = autengo.contacts().createContact(everyField()).data().contact();

            assertThat(created.id()).isEqualTo(CONTACT);
            assertThat(created.faxNumber().value()).contains(new BigDecimal("1234567"));
          }
        });
  }

  /** autengo.txt L679-741. */
  @Test
  void getsAContact() {
    verify(
        pact ->
            answered(
                request(pact, CONTACT_EXISTS, "getContact: the documented one", "GET", BY_ID),
                200,
                like(evidence("contactResponse"))),
        vendor -> {
          try (AutengoClient autengo = client(vendor)) {
            Contact contact = autengo.contacts().getContact(CONTACT).data().contact();

            assertThat(contact.dateOfBirth()).isEqualTo(LocalDate.of(1990, 1, 1));
            assertThat(contact.type().known()).isEqualTo(ContactType.Known.CUSTOMER);
            assertThat(contact.isOptIn()).isFalse();
          }
        });
  }

  /** autengo.txt L742-855. */
  @Test
  void changesAContact() {
    verify(
        pact ->
            answered(
                json(
                    request(pact, CONTACT_EXISTS, "updateContact: three fields", "PUT", BY_ID),
                    changes()),
                200,
                contact()),
        vendor -> {
          try (AutengoClient autengo = client(vendor)) {
            Contact changed =
                autengo.contacts().updateContact(CONTACT, threeFields()).data().contact();

            assertThat(changed.lastName()).isEqualTo("Mustermann");
          }
        });
  }

  /** autengo.txt L856-867. */
  @Test
  void deletesAContact() {
    verify(
        pact ->
            answered(
                request(pact, CONTACT_EXISTS, "deleteContact: the documented one", "DELETE", BY_ID),
                200,
                like(evidence("deletionResponse"))),
        vendor -> {
          try (AutengoClient autengo = client(vendor)) {
            DeletionResponse deleted = autengo.contacts().deleteContact(CONTACT);

            assertThat(deleted.statusText()).isEqualTo("Contact deleted successfully");
          }
        });
  }

  /** autengo.txt L868-930. */
  @Test
  void getsAContactByItsTecfacturaId() {
    verify(
        pact ->
            answered(
                request(
                    pact,
                    CONTACT_EXISTS,
                    "getContactByTecfacturaId: the documented one",
                    "GET",
                    BY_TECFACTURA_ID),
                200,
                contact()),
        vendor -> {
          try (AutengoClient autengo = client(vendor)) {
            ContactResponse found = autengo.contacts().getContactByTecfacturaId(TECFACTURA_ID);

            assertThat(found.data().contact().id()).isEqualTo(CONTACT);
          }
        });
  }

  /** autengo.txt L931-1044. */
  @Test
  void changesAContactByItsTecfacturaId() {
    verify(
        pact ->
            answered(
                json(
                    request(
                        pact,
                        CONTACT_EXISTS,
                        "updateContactByTecfacturaId: three fields",
                        "PUT",
                        BY_TECFACTURA_ID),
                    changes()),
                200,
                contact()),
        vendor -> {
          try (AutengoClient autengo = client(vendor)) {
            ContactResponse changed =
                autengo.contacts().updateContactByTecfacturaId(TECFACTURA_ID, threeFields());

            assertThat(changed.data().contact().lastName()).isEqualTo("Mustermann");
          }
        });
  }

  /** autengo.txt L1045-1056. */
  @Test
  void deletesAContactByItsTecfacturaId() {
    verify(
        pact ->
            answered(
                request(
                    pact,
                    CONTACT_EXISTS,
                    "deleteContactByTecfacturaId: the documented one",
                    "DELETE",
                    BY_TECFACTURA_ID),
                200,
                like(evidence("deletionResponse"))),
        vendor -> {
          try (AutengoClient autengo = client(vendor)) {
            DeletionResponse deleted =
                autengo.contacts().deleteContactByTecfacturaId(TECFACTURA_ID);

            assertThat(deleted.status()).isEqualTo("success");
          }
        });
  }

  /** Lists of values may grow: what is new has the form of what is known. */
  @Test
  void keepsValuesThatAreNew() {
    verify(
        pact -> {
          ObjectNode response = evidence("contactResponse").deepCopy();
          ObjectNode contact = (ObjectNode) response.path("data").path("contact");
          contact.retain("ID", "title", "type", "source");
          contact.put("title", "Dr").put("type", "broker").put("source", "fair");
          return answered(
              request(pact, CONTACT_EXISTS, "getContact: with new values", "GET", BY_ID),
              200,
              like(response));
        },
        vendor -> {
          try (AutengoClient autengo = client(vendor)) {
            Contact contact = autengo.contacts().getContact(CONTACT).data().contact();

            assertThat(contact.title().value()).isEqualTo("Dr");
            assertThat(contact.type().known()).isEqualTo(ContactType.Known.UNKNOWN);
            assertThat(contact.source().value()).isEqualTo("fair");
          }
        });
  }

  private static DslPart contact() {
    ObjectNode response = evidence("contactResponse").deepCopy();
    ((ObjectNode) response.path("data").path("contact"))
        .retain("ID", "firstName", "lastName", "tecfacturaId");
    return like(response);
  }

  private static JsonNode changes() {
    return only(evidence("contactPost"), "firstName", "lastName", "faxNumber");
  }

  private static ContactPost threeFields() {
    return ContactPost.builder()
        .firstName("Max")
        .lastName("Mustermann")
        .faxNumber(LooseNumber.of(1234567))
        .build();
  }

  private static ContactPost everyField() {
    return ContactPost.builder()
        .title(Salutation.MR)
        .firstName("Max")
        .lastName("Mustermann")
        .streetAddress("123 Main St")
        .zipCode("12345")
        .city("Anytown")
        .phoneNumber("555-1234")
        .phoneNumberMobile("555-5678")
        .email("max.mustermann@example.org")
        .faxNumber(LooseNumber.of(1234567))
        .website("https://example.org")
        .source(LeadSource.WALK_IN)
        .customerRating(new BigDecimal(5))
        .isPrivat(false)
        .isOptIn(false)
        .dateOfBirth(LocalDate.of(1990, 1, 1))
        .licensePlate("B-AB 1234")
        .facebook("https://facebook.com/example")
        .linkedin("https://linkedin.com/in/example")
        .xing("https://xing.com/profile/example")
        .keyAccount("Key Account A")
        .phoneNumberBusiness("555-9999")
        .phoneNumberBusinessMobile("555-9998")
        .faxNumberBusiness("555-9997")
        .contactPersonBusiness("Jane Doe")
        .websiteBusiness("https://business.example.org")
        .emailBusiness("business@example.org")
        .ustId("DE123456789")
        .billingStreetAddress("456 Billing St")
        .billingZipCode("54321")
        .billingCity("Billingtown")
        .titleOrDegree("Dr.")
        .type(ContactType.CUSTOMER)
        .position("Manager")
        .country("Germany")
        .billingCountry("Germany")
        .taxId("DE123456789")
        .iban("DE89370400440532013000")
        .bic("COBADEFFXXX")
        .salesTaxRegulation(SalesTaxRegulation.WITH_TAX)
        .notes("Important customer notes")
        .customerNumber("C-10001")
        .driverLicenseNumber("D1234567")
        .driverLicenseIssuedBy("Berlin")
        .driverLicenseDateOfIssue(LocalDate.of(2010, 5, 10))
        .tecfacturaId(TECFACTURA_ID)
        .build();
  }
}
