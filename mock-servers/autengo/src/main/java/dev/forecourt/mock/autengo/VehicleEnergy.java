package dev.forecourt.mock.autengo;

import dev.forecourt.mock.autengo.VehicleSeed.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a seeded vehicle consumes and emits, and what that costs: the last fields of it. */
final class VehicleEnergy {

  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
  private final int number;
  private final Row model;
  private final boolean electric;
  private final boolean plugin;

  VehicleEnergy(int number, Row model) {
    this.number = number;
    this.model = model;
    electric = isElectric(model);
    plugin = isPluginHybrid(model);
  }

  /** A range, and another fuel beside electricity. */
  static boolean isPluginHybrid(Row model) {
    return !isElectric(model) && model.text(24) != null;
  }

  private static boolean isElectric(Row model) {
    return "electric".equals(model.text(9));
  }

  Map<String, @Nullable Object> all() {
    consumption();
    energyCosts();
    return fields;
  }

  private void consumption() {
    Object co2 = model.number(21);
    if (co2 != null) {
      String co2Class = co2Class(Long.parseLong(co2.toString()));
      put("emissionsCombinedCo2Class", co2Class);
      if (plugin) {
        put("emissionsDischargedCo2Class", "F");
      }
    }
    put("co2EmissionCombined", co2);
    for (String where : List.of("Combined", "City", "Suburban", "Rural", "Highway")) {
      put("consumptionFuel" + where, scaled(model.number(22), where));
    }
    put("consumptionPowerCombined", electric ? model.number(23) : null);
    put("co2EmissionCombinedWeighted", plugin ? co2 : null);
    put("consumptionFuelCombinedWeighted", plugin ? model.number(22) : null);
    put("consumptionPowerCombinedWeighted", plugin ? model.number(23) : null);
    put("co2EmissionsDischarged", plugin ? 148L : null);
    for (String where : List.of("City", "Suburban", "Rural", "Highway")) {
      put("consumptionPower" + where, electric ? scaled(model.number(23), where) : null);
    }
    put("electricRangePluginHybrid", plugin ? model.number(24) : null);
  }

  /** The classes of the German energy label, by grams of CO2 per kilometre. */
  private static String co2Class(long grams) {
    return grams == 0
        ? "A"
        : grams <= 95
            ? "B"
            : grams <= 115
                ? "C"
                : grams <= 135 ? "D" : grams <= 155 ? "E" : grams <= 175 ? "F" : "G";
  }

  private static @Nullable BigDecimal scaled(@Nullable Object combined, String where) {
    if (combined == null) {
      return null;
    }
    String factor =
        switch (where) {
          case "City" -> "1.25";
          case "Suburban" -> "0.95";
          case "Rural" -> "0.85";
          case "Highway" -> "1.05";
          default -> "1";
        };
    return new BigDecimal(combined.toString())
        .multiply(new BigDecimal(factor))
        .setScale(1, RoundingMode.HALF_UP);
  }

  private void energyCosts() {
    put("energieCostFuelPrice", electric ? null : new BigDecimal("1.72"));
    put("energieCostPowerPrice", electric || plugin ? new BigDecimal("0.36") : null);
    put("energieCostConsumptionPriceYear", 2025L);
    put("energieCostTax", electric ? 0L : 60L + number % 20 * 12);
    put("energieCostConsumptionCosts", 700L + number % 25 * 45);
    put("energieCostCo2CostsLow", electric ? 0L : 550L + number % 15 * 60);
    put("energieCostCo2CostsHigh", electric ? 0L : 2300L + number % 15 * 210);
    put("energieCostCo2CostsMiddle", electric ? 0L : 1300L + number % 15 * 120);
  }

  private void put(String name, @Nullable Object value) {
    fields.put(name, value);
  }
}
