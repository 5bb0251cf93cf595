package dev.forecourt.mock.autengo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a seeded vehicle consumes and emits, from the columns of its model. */
final class VehicleEnergy {

  // where, and how it differs from the combined value
  private static final Map<String, BigDecimal> FACTORS =
      Map.of(
          "City", new BigDecimal("1.25"),
          "Suburban", new BigDecimal("0.95"),
          "Rural", new BigDecimal("0.85"),
          "Highway", new BigDecimal("1.05"));

  private VehicleEnergy() {}

  /** Takes out the columns {@code power} and {@code electricRange}; puts fields in. */
  static void work(Map<String, @Nullable Object> fields) {
    Object power = fields.remove("power");
    Object range = fields.remove("electricRange");
    Object co2 = fields.get("co2EmissionCombined");
    boolean electric = "electric".equals(fields.get("fuelType"));
    // a range, and another fuel beside electricity
    boolean plugin = !electric && range != null;
    Object fuel = scaled(fields.get("consumptionFuelCombined"), BigDecimal.ONE);
    fields.put("isPluginHybrid", plugin);
    if (co2 != null) {
      fields.put("emissionsCombinedCo2Class", co2Class((Long) co2));
      if (plugin) {
        fields.put("emissionsDischargedCo2Class", "F");
      }
    }
    fields.put(
        "consumptionFuelCombinedWeighted", plugin ? fields.get("consumptionFuelCombined") : null);
    fields.put("consumptionFuelCombined", fuel);
    fields.put("consumptionPowerCombined", electric ? power : null);
    FACTORS.forEach(
        (where, factor) -> {
          fields.put("consumptionFuel" + where, scaled(fuel, factor));
          fields.put("consumptionPower" + where, electric ? scaled(power, factor) : null);
        });
    fields.put("co2EmissionCombinedWeighted", plugin ? co2 : null);
    fields.put("consumptionPowerCombinedWeighted", plugin ? power : null);
    fields.put("co2EmissionsDischarged", plugin ? 148L : null);
    fields.put("electricRangePluginHybrid", plugin ? range : null);
    fields.put("energieCostFuelPrice", electric ? null : new BigDecimal("1.72"));
    fields.put("energieCostPowerPrice", electric || plugin ? new BigDecimal("0.36") : null);
    fields.put("energieCostConsumptionPriceYear", 2025L);
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

  private static @Nullable BigDecimal scaled(@Nullable Object combined, BigDecimal factor) {
    return combined == null
        ? null
        : new BigDecimal(combined.toString()).multiply(factor).setScale(1, RoundingMode.HALF_UP);
  }
}
