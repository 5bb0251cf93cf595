package dev.forecourt.mock.fidelisa;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out whom a message is for. Nothing is sent: it is noted, and the state shows it. */
final class Messenger {

  private final ShopBook book;

  Messenger(ShopBook book) {
    this.book = book;
  }

  /** Throws a Refusal with 404, and notes nothing, when one of those named is unknown. */
  void send(Map<String, @Nullable Object> body, String time) {
    Map<String, String> recipients = new LinkedHashMap<>();
    String customer = Json.optional(body, "customer");
    String program = Json.optional(body, "program");
    if (customer != null) {
      recipients.put(book.customer(customer).customer().uuid(), "");
    } else if (program != null) {
      holders(book.program(program)).forEach(each -> recipients.put(each, ""));
    } else {
      Json.object(body, "customers")
          .forEach(
              (each, link) ->
                  recipients.put(book.customer(each).customer().uuid(), String.valueOf(link)));
    }
    book.notify(time, Json.text(body, "alert"), recipients);
  }

  private List<String> holders(Program program) {
    return book.customers().stream()
        .filter(each -> each.cardOf(program.uuid()) != null)
        .map(each -> each.customer().uuid())
        .toList();
  }
}
