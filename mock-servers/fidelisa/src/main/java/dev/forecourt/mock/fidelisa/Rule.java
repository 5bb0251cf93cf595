package dev.forecourt.mock.fidelisa;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Something that points are counted on. How many points there are for it no operation tells.
 *
 * @param item codes of articles between commas, or {@code N/A}
 * @param excludeDiscount yes or no in one of the vendor's spellings; whoever sends the sale heeds
 *     it
 * @param points points for one visit, one euro or one piece
 */
record Rule(String type, String item, String excludeDiscount, BigDecimal points) {

  /** Whether a line of a sale counts here. */
  boolean uses(BillLine line) {
    String code = line.item();
    return type.equals(line.type())
        && (!type.equals("Item") || (code != null && List.of(item.split(",")).contains(code)));
  }

  /**
   * Whole points for a sale; what is left of a point is dropped, so that taking a sale back takes
   * just the points it gave.
   */
  long count(Bill bill) {
    BigDecimal units =
        switch (type) {
          case "Passage" -> BigDecimal.valueOf(bill.total().signum() < 0 ? -1 : 1);
          case "TotalAmount" -> bill.total();
          case "Item" -> bill.sum(this, BillLine::quantity);
          default -> bill.sum(this, BillLine::amount);
        };
    return units.multiply(points).setScale(0, RoundingMode.DOWN).longValue();
  }
}
