package dev.forecourt.mock.fidelisa;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** A sale. */
record Bill(String customerId, String date, BigDecimal total, List<BillLine> lines) {

  /** The amounts or quantities of the lines that count for a rule. */
  BigDecimal sum(Rule rule, Function<BillLine, String> number) {
    return lines.stream()
        .filter(rule::uses)
        .map(number)
        .map(BigDecimal::new)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** As Fidelisa writes it: {@code 123.50} becomes {@code 123.5}. */
  String shownTotal() {
    return total.stripTrailingZeros().toPlainString();
  }
}
