package dev.forecourt.contracttests.autochat;

import static dev.forecourt.contracttests.autochat.AutochatPact.*;
import static dev.forecourt.contracttests.kit.Evidence.*;
import static dev.forecourt.contracttests.kit.VendorPact.answered;
import static dev.forecourt.contracttests.kit.VendorPact.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.autochat.AutochatClient;
import dev.forecourt.autochat.model.*;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Cars and their options: autochat.txt L45-147. */
class AutochatCarsPactTest {
  /**
   * The sample request is autochat.txt L53-117, with an empty array of images (L147). No answer is
   * documented: the client needs none of its members.
   */
  @Test
  void sendsACarWithEveryField() {
    verify(
        pact ->
            answered(
                json(
                    VENDOR.request(
                        pact,
                        "the stock integration of every dealership is on",
                        "createCar: the documented one",
                        "POST",
                        "/api/cars"),
                    evidence("car")),
                200,
                like(only(evidence("car"), "internalId", "licensePlate", "vin"))),
        vendor -> {
          try (AutochatClient autochat = client(vendor)) {
            CreatedCar created = autochat.cars().createCar(everyField());

            assertThat(created.internalId()).isEqualTo("SEB-21347958");
          }
        });
  }

  /** autochat.txt L120-143. */
  @Test
  void listsOptions() {
    verify(
        pact ->
            answered(
                VENDOR.request(pact, TOKEN_STANDS, "listOptions: all", "GET", "/api/options"),
                200,
                listOf(evidence("optionList").get(0))),
        vendor -> {
          try (AutochatClient autochat = client(vendor)) {
            List<Option> options = autochat.options().listOptions();

            assertThat(options).extracting(Option::name).containsExactly("power_steering");
            assertThat(options.get(0).esacoIdentifier()).isZero();
          }
        });
  }

  private static Car everyField() {
    return Car.builder()
        .bodyColor("white")
        .bodyType("suv")
        .currency("EUR")
        .dateOfFirstRegistration(LocalDate.of(2022, 9, 16))
        .dealershipId("you get this from us")
        .description("A nice car")
        .engineDisplacement(2137)
        .engineEmission(191)
        .engineKw(74)
        .fuelType("diesel")
        .images(List.of())
        .internalId("SEB-21347958")
        .isTaxDeductible(true)
        .licensePlate("XD9913")
        .brand("bmw")
        .model("x6")
        .options(
            StreamSupport.stream(evidence("car").path("options").spliterator(), false)
                .map(option -> option.asText())
                .toList())
        .salesPrice(new BigDecimal("15944.63"))
        .salesPriceExVat(new BigDecimal("15944.63"))
        .tags(List.of())
        .taxAmount(new BigDecimal("9873"))
        .tradePrice(new BigDecimal("159454.63"))
        .transmission("manual")
        .gears(3)
        .mileage(2137)
        .mileageUnit("KM")
        .version("2.3 TDCI Diesel")
        .vin("WAVWGBFH3AN026569")
        .numberOfDoors(4)
        .yearOfConstruction(2019)
        .build();
  }
}
