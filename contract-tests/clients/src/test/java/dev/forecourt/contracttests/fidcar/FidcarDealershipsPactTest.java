package dev.forecourt.contracttests.fidcar;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.forecourt.contracttests.fidcar.FidcarPact.*;
import static dev.forecourt.contracttests.kit.Evidence.*;
import static dev.forecourt.contracttests.kit.VendorPact.answered;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.core.model.V4Pact;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.fidcar.api.DealershipsService.ListDealershipsQuery;
import dev.forecourt.fidcar.model.*;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dealerships: fidcar.md L88-247. */
class FidcarDealershipsPactTest {
  /**
   * Fields of fidcar.md L202-218, in the order of the contract, in which the client sends them:
   * Pact compares part by part. Repeated names stay repeated parts.
   */
  private static final String[] CREATED = {
    "code", "DCU4897",
    "title", "Garage Caltagirone",
    "street", "16 place des Vosges",
    "city", "Paris",
    "zipcode", "75004",
    "country", "FR",
    "phone", "0176420140",
    "siret", "1234567891245",
    "url", "https://www.fidcar.com",
    "type", "dealer",
    "plan", "classic_monthly",
    "sms", "1",
    "services[]", "sav",
    "services[]", "vo",
    "services[]", "vn",
    "brands[]", "Renault",
    "brands[]", "Dacia"
  };

  /** fidcar.md L143-170; the sample request is L148. */
  @Test
  void listsOnePageOfDealerships() {
    verify(
        pact ->
            get(
                    pact,
                    "dealership 1325 exists",
                    "listDealerships: one page of one bridge",
                    "/api/local")
                .query("page=1&limit=5&bridge=icar")
                .willRespondWith()
                .status(200)
                .matchHeader("Content-Type", "application/json.*", "application/json")
                .body(
                    pageOf(
                        only(
                            evidence("dealership"),
                            "id",
                            "title",
                            "street",
                            "zipcode",
                            "city",
                            "country",
                            "url",
                            "reviews"),
                        1,
                        5,
                        1))
                .toPact(V4Pact.class),
        vendor -> {
          try (FidcarClient fidcar = client(vendor)) {
            var query = ListDealershipsQuery.builder().page(1).limit(5).bridge("icar").build();

            DealershipPage page = fidcar.dealerships().listDealerships(query).firstPage();

            assertThat(page.total()).isEqualTo(1);
            assertThat(page.data())
                .extracting(Dealership::title)
                .containsExactly("Garage Automobiles du Nord");
          }
        });
  }

  private static V4Pact page(
      PactDslWithProvider pact, String does, String query, int page, JsonNode dealership) {
    return answered(
        get(pact, "several dealerships exist", does, "/api/local").query(query),
        200,
        pageOf(dealership, page, 1, 2));
  }

  /** fidcar.md L45-86: the client asks for the next page until the total is reached. */
  @Test
  void walksToTheEndOfTheList() {
    verify(
        pact -> {
          JsonNode first = only(evidence("dealership"), "id", "title");
          ObjectNode next = first.deepCopy();
          next.put("id", 1326);
          page(pact, "listDealerships: first page of two", "limit=1", 1, first);
          return page(pact, "listDealerships: last page of two", "page=2&limit=1", 2, next);
        },
        vendor -> {
          try (FidcarClient fidcar = client(vendor)) {
            var query = ListDealershipsQuery.builder().limit(1).build();

            var all = fidcar.dealerships().listDealerships(query).stream().toList();

            assertThat(all).extracting(Dealership::id).containsExactly(DEALERSHIP, 1326L);
          }
        });
  }

  /** fidcar.md L164-165. */
  @Test
  void filtersDealershipsBySiretAndCode() {
    verify(
        pact ->
            get(pact, "dealership 1325 exists", "listDealerships: by SIRET and code", "/api/local")
                .query("siret=81426458802142&code=DCUZ1123")
                .willRespondWith()
                .status(200)
                .matchHeader("Content-Type", "application/json.*", "application/json")
                .body(pageOf(only(evidence("dealership"), "id", "title"), 1, 10, 1))
                .toPact(V4Pact.class),
        vendor -> {
          try (FidcarClient fidcar = client(vendor)) {
            var query =
                ListDealershipsQuery.builder().siret("81426458802142").code("DCUZ1123").build();

            var found = fidcar.dealerships().listDealerships(query).stream().toList();

            assertThat(found).extracting(Dealership::id).containsExactly(DEALERSHIP);
          }
        });
  }

  /** The vendor sends false where there is no profile, and never true. */
  private static void socialOf(LambdaDslObject social, JsonNode dealership) {
    members(social, without(dealership.path("social"), "pagesjaunes"));
    social.booleanValue("pagesjaunes", false);
  }

  /** fidcar.md L172-193; the sample answer is L91-120. */
  @Test
  void getsADealership() {
    verify(
        pact -> {
          return get(
                  pact,
                  "dealership 1325 exists",
                  "getDealership: the documented one",
                  "/api/local/1325")
              .willRespondWith()
              .status(200)
              .matchHeader("Content-Type", "application/json.*", "application/json")
              .body(
                  newJsonBody(
                          body -> {
                            members(body, without(evidence("dealership"), "social"));
                            body.object(
                                "social", social -> socialOf(social, evidence("dealership")));
                          })
                      .build())
              .toPact(V4Pact.class);
        },
        vendor -> {
          try (FidcarClient fidcar = client(vendor)) {
            Dealership dealership = fidcar.dealerships().getDealership(DEALERSHIP);

            assertThat(dealership.bridge().code()).isEqualTo("icar");
            assertThat(dealership.grade().value()).contains(new BigDecimal("9.40"));
            assertThat(dealership.social().get("pagesjaunes").value()).isEmpty();
            assertThat(dealership.brands()).containsExactly("BMW");
          }
        });
  }

  /** fidcar.md L195-247; the sample request is L200-218. */
  @Test
  void createsADealership() {
    verify(
        pact ->
            postForm(
                    pact,
                    "dealership 1325 exists",
                    "createDealership: the documented form",
                    "/api/local/add",
                    CREATED)
                .willRespondWith()
                .status(200)
                .matchHeader("Content-Type", "application/json.*", "application/json")
                .body(
                    like(
                        without(
                            evidence("dealership"),
                            "code",
                            "coords",
                            "website",
                            "siret",
                            "grade",
                            "social",
                            "bridge")))
                .toPact(V4Pact.class),
        vendor -> {
          try (FidcarClient fidcar = client(vendor)) {
            var form =
                CreateDealershipForm.builder()
                    .title("Garage Caltagirone")
                    .street("16 place des Vosges")
                    .zipcode("75004")
                    .city("Paris")
                    .country("FR")
                    .phone("0176420140")
                    .code("DCU4897")
                    .siret("1234567891245")
                    .type("dealer")
                    .url("https://www.fidcar.com")
                    .plan(SubscriptionPlan.CLASSIC_MONTHLY)
                    .sms(true)
                    .services(List.of(ServiceCode.SAV, ServiceCode.VO, ServiceCode.VN))
                    .brands(List.of("Renault", "Dacia"))
                    .build();

            Dealership created = fidcar.dealerships().createDealership(form);

            assertThat(created.id()).isEqualTo(DEALERSHIP);
          }
        });
  }
}
