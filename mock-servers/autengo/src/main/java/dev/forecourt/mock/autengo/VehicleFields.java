package dev.forecourt.mock.autengo;

import dev.forecourt.mock.autengo.VehicleSeed.Row;
import dev.forecourt.mock.store.SeedText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one seeded vehicle in the order of the contract: from its lines in {@code
 * vehicles.psv} and {@code models.psv}, the rest worked out from them.
 */
final class VehicleFields {

  private static final List<String> TYRES =
      List.of("summerTyres", "allSeasonTyres", "winterTyres", "summerTyres");
  private static final List<String> TYRE_BRANDS =
      List.of("Continental", "Michelin", "Goodyear", "Hankook", "Pirelli");
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
  private final int number;
  private final Row stock;
  private final Row model;
  private final boolean plugin;

  VehicleFields(int number, Row stock, Row model) {
    this.number = number;
    this.stock = stock;
    this.model = model;
    plugin = VehicleEnergy.isPluginHybrid(model);
  }

  Map<String, @Nullable Object> all() {
    identity();
    technology();
    look();
    condition();
    tyres();
    papers();
    offer();
    prices();
    fields.putAll(new VehicleEnergy(number, model).all());
    return fields;
  }

  private void identity() {
    put("sellingId", stock.text(0));
    put("internalId", stock.text(1));
    put("branchId", number % 4 == 0 ? 12346L : 12345L);
    put("makeName", model.text(2));
    put("modelName", model.text(4));
    put("modelVersion", model.text(5));
    put("sourceType", stock.text(5));
    put("vehicleState", stock.text(3));
    put("description", number % 5 == 0 ? null : description());
    put("firstRegistration", stock.text(7));
    put("kilometers", stock.number(8));
    put("vehicleTypeId", model.number(8));
    put("climatisationType", stock.text(15));
    put("conditionType", stock.text(4));
    put("vin", vin());
  }

  private String description() {
    return stock.flag(18)
        ? "Unfallschaden, Verkauf nur an Händler"
        : stock.flag(21) ? "Scheckheft lückenlos, sofort verfügbar" : "Gepflegter Zustand";
  }

  /** 17 characters: maker, filler, model, filler, year, plant, serial number. */
  private String vin() {
    String years = "ABCDEFGHJKLMNPRSTVWXY123456789";
    int year = LocalDate.parse(String.valueOf(stock.text(6))).getYear();
    return model.text(28)
        + "ZZZ"
        + (number % 90 + 10)
        + "Z"
        + years.charAt(year % 30)
        + "A"
        + SeedText.padded(100_000 + number * 4021L, 6);
  }

  private void technology() {
    put("powerKw", model.number(14));
    put("cubicCapacity", model.number(15));
    put("doorCount", model.number(17));
    put("seatCount", model.number(18));
    put("pollutionBadge", 4L);
    put("emissionClass", model.number(20));
  }

  private void look() {
    put("colorId", stock.number(10));
    put("manufacturerColorName", stock.text(11));
    put("isMetallicColor", stock.flag(12));
    put("airbagType", stock.text(16));
    put("interiorType", stock.text(13));
    put("interiorColorId", stock.number(14));
    put("fuelType", model.text(9));
    put("fuelDetailType", model.text(10));
    put("transmissionType", model.text(11));
  }

  private void condition() {
    put("isDamaged", stock.flag(18));
    put("hadAccidentDamage", stock.flag(19));
    put("isDrivable", stock.flag(20));
    put("nextInspection", "2027-" + SeedText.padded(number % 12 + 1, 2));
    put("isInspectionNew", number % 3 == 0);
    put(
        "lastService",
        number % 6 == 1
            ? null
            : "2026-" + SeedText.padded(number % 9 + 1, 2) + "-" + (10 + number % 18));
    put("hasFullServiceHistory", stock.flag(21));
  }

  private void tyres() {
    put("tyreType", TYRES.get(number % TYRES.size()));
    put("tyreBrand", TYRE_BRANDS.get(number % TYRE_BRANDS.size()));
    for (String wheel : List.of("L", "R", "BL", "BR")) {
      BigDecimal tread = BigDecimal.valueOf(20 + (number * 7L + wheel.charAt(0)) % 60, 1);
      // a number in the vendor's sample, text in its schema
      put("tyreTread" + wheel, number % 10 == 9 ? tread.toPlainString() : (Object) tread);
    }
  }

  private void papers() {
    put(
        "warrantyExpiry",
        number % 2 == 0 ? "2027-" + SeedText.padded(number % 12 + 1, 2) + "-28" : null);
    put("tsn", model.text(27));
    // numbers of makers may begin with zeros, which only text keeps
    String hsn = String.valueOf(model.text(26));
    put("hsn", hsn.startsWith("0") ? hsn : (Object) Long.valueOf(hsn));
    put("gears", model.number(12));
    put("cylinders", model.number(16));
    put("countryId", "DE");
    put(
        "deliveryDate",
        "incoming".equals(stock.text(3)) ? "2026-12-" + SeedText.padded(number % 28 + 1, 2) : null);
    put("deliveryPeriod", "incoming".equals(stock.text(3)) ? number % 5 + 2 + " Wochen" : null);
    put("isNonSmoker", number % 3 != 1);
    put("particulateFilter", "diesel".equals(model.text(10)));
    put("isBioDieselSuitable", "biodiesel".equals(model.text(10)));
    put("isVegetableOilSuitable", false);
    put("isPluginHybrid", plugin);
    put("isE10Enabled", String.valueOf(model.text(10)).contains("E10"));
    put("weight", model.number(19));
    put("hasSparewheel", number % 4 == 1);
    put("driveType", model.text(13));
  }

  private void offer() {
    put("created", stock.text(22));
    put("updated", stock.text(23));
    put("previousOwnerCount", stock.number(17));
    put("isWarrantyGranted", number % 2 == 0);
    // text in the vendor's sample, a boolean in its schema
    put("isNetPrice", number % 10 == 9 ? (Object) false : number % 7 == 0 ? "YES" : "NO");
    put("isPriceNegotiable", number % 10 == 9 ? (Object) true : number % 3 == 0 ? "YES" : "NO");
    put("dealerPrice", stock.number(9));
    // the vendor declares arrays and does not say of what
    for (String unknown : List.of("equipment", "damages", "documents", "ads")) {
      put(unknown, List.of());
    }
  }

  private void prices() {
    put("priceExport", share("0.85"));
    put("recommendedRetailPrice", model.number(25));
    put("priceYard", share("1.04"));
    put("priceOverpass", share("0.93"));
    put("slidingDoor", slidingDoor());
  }

  private BigDecimal share(String factor) {
    BigDecimal price = new BigDecimal(String.valueOf(stock.number(9)));
    return price.multiply(new BigDecimal(factor)).setScale(2, RoundingMode.HALF_UP);
  }

  private @Nullable String slidingDoor() {
    return switch (String.valueOf(stock.text(2))) {
      case "ford-transit", "mb-vito" -> "slidingDoorRight";
      case "vw-caddy" -> "slidingDoorBoth";
      default -> null;
    };
  }

  private void put(String name, @Nullable Object value) {
    fields.put(name, value);
  }
}
