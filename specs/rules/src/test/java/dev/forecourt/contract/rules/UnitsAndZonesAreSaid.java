package dev.forecourt.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
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
    contract
        .components("schemas")
        .forEach(
            (name, file) ->
                contract
                    .read(file)
                    .path("properties")
                    .properties()
                    .forEach(
                        p ->
                            check(
                                found,
                                contract.label(file),
                                name + "." + p.getKey(),
                                p.getKey(),
                                p.getValue(),
                                p.getValue())));
    contract
        .components("parameters")
        .forEach(
            (name, file) -> {
              JsonNode parameter = contract.read(file);
              check(
                  found,
                  contract.label(file),
                  name,
                  parameter.path("name").asText(),
                  parameter.path("schema"),
                  parameter);
            });
    return found;
  }

  private static void check(
      List<Violation> found,
      String file,
      String place,
      String name,
      JsonNode schema,
      JsonNode described) {
    String words = described.path("description").asText().toLowerCase(Locale.ROOT);
    if (schema.path("format").asText().equals("local-date-time") && !words.contains("zone")) {
      found.add(
          new Violation(
              file,
              place,
              "is a time without a zone and does not say so",
              "(`YYYY-MM-DD HH:MM:SS`; the zone is not said, the vendor is French)"));
    }
    boolean number = Set.of("number", "integer").contains(schema.path("type").asText());
    if (number
        && MEASURES.contains(name.toLowerCase(Locale.ROOT))
        && !words.matches("(?s)" + UNITS)) {
      found.add(
          new Violation(
              file,
              place,
              "is a measure without a unit",
              "description: \"Mileage in kilometres.\", or \"The vendor gives no unit.\""));
    }
  }
}
