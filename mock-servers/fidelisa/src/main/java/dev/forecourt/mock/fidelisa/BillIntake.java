package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.contract.Take;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.json.JsonTree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a sale from a body that has passed the contract's checks. */
final class BillIntake {

  // the contract sets no limit; thousands of digits would take minutes to count with
  private static final int MAX_CHARS = 30;
  private static final BigDecimal LIMIT = new BigDecimal("1e9");

  private BillIntake() {}

  /** Throws a Refusal when a number is absurd. */
  static Bill bill(Map<String, @Nullable Object> body) {
    Map<String, @Nullable Object> bill = JsonTree.object(body.get("bill"));
    List<BillLine> lines = new ArrayList<>();
    for (Object each : Take.items(bill.get("details"))) {
      lines.add(line("bill.details[" + lines.size() + "].", JsonTree.object(each)));
    }
    return new Bill(
        JsonTree.text(bill, "customer_id"),
        JsonTree.text(bill, "date"),
        new BigDecimal(number("bill.", "total", bill)),
        lines);
  }

  private static BillLine line(String at, Map<String, @Nullable Object> line) {
    return new BillLine(
        JsonTree.text(line, "type"),
        JsonTree.optionalText(line, "item"),
        number(at, "amount", line),
        number(at, "quantity", line));
  }

  private static String number(String at, String name, Map<String, @Nullable Object> in) {
    String text = JsonTree.text(in, name);
    if (text.length() > MAX_CHARS || new BigDecimal(text).abs().compareTo(LIMIT) >= 0) {
      throw new Refusal(
          422,
          "body field '%s%s' must be less than a thousand million and at most %d characters long but was '%s'"
              .formatted(at, name, MAX_CHARS, text.substring(0, Math.min(50, text.length()))));
    }
    return text;
  }
}
