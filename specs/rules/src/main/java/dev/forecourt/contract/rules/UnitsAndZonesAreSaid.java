package dev.forecourt.contract.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A time says its zone and a measure its unit: zone-less times in their description, measures
 * (distance, power, size, duration, money, consumption) by a unit word or by saying that the vendor
 * gives none.
 */
final class UnitsAndZonesAreSaid implements Rule {
  private static final Set<String> MEASURES =
      Set.of(
          "km",
          "kilometers",
          "mileage",
          "power",
          "cubiccapacity",
          "price",
          "amount",
          "duration",
          "minutes",
          "expires_in",
          "weight",
          "length",
          "width",
          "height",
          "consumption");

  private static final String UNITS =
      ".*\\b(kilomet(re|er)s?|kilowatts?|kw|cubic centimet(re|er)s?|ccm|cm3|euros?|eur|currency|cents?|seconds?|minutes?|hours?|days?|litres?|grams?|kilograms?|millimet(re|er)s?|unit)\\b.*";

  @Override
  public List<Violation> check(Contract contract) {
    List<Violation> found = new ArrayList<>();
    for (Contract.Value value : contract.values()) {
      String words = value.description().toLowerCase(Locale.ROOT);
      if (value.schema().path("format").asText().equals("local-date-time")
          && !words.contains("zone")) {
        found.add(
            new Violation(
                value.file(),
                value.place(),
                "is a time without a zone and does not say so",
                "(`YYYY-MM-DD HH:MM:SS`; the zone is not said, the vendor is French)"));
      }
      if (isMeasure(value) && !words.matches("(?s)" + UNITS)) {
        found.add(
            new Violation(
                value.file(),
                value.place(),
                "is a measure without a unit",
                "description: \"Mileage in kilometres.\", or \"The vendor gives no unit.\""));
      }
    }
    return found;
  }

  private static boolean isMeasure(Contract.Value value) {
    return MEASURES.contains(value.name().toLowerCase(Locale.ROOT))
        && Set.of("number", "integer").contains(value.schema().path("type").asText());
  }
}
