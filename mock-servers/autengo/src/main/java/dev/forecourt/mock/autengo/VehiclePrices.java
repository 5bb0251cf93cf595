package dev.forecourt.mock.autengo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The prices of a seeded vehicle that follow from what the dealer asks for it. */
final class VehiclePrices {

  private VehiclePrices() {}

  static void work(Map<String, @Nullable Object> fields) {
    BigDecimal price = new BigDecimal(String.valueOf(fields.get("dealerPrice")));
    fields.put("priceExport", share(price, "0.85"));
    fields.put("priceYard", share(price, "1.04"));
    fields.put("priceOverpass", share(price, "0.93"));
  }

  private static BigDecimal share(BigDecimal price, String factor) {
    return price.multiply(new BigDecimal(factor)).setScale(2, RoundingMode.HALF_UP);
  }
}
