package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.json.JsonTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out whom a message is for. Nothing is sent: it is noted, and the state shows it. */
final class Messenger {

  private final FidelisaState state;
  private final FidelisaTime time;

  Messenger(FidelisaState state, FidelisaTime time) {
    this.state = state;
    this.time = time;
  }

  /** Throws a Refusal with 404, and notes nothing, when one of those named is unknown. */
  void send(ShopBook book, Map<String, @Nullable Object> body) {
    Map<String, String> recipients = new LinkedHashMap<>();
    String customer = JsonTree.optionalText(body, "customer");
    String program = JsonTree.optionalText(body, "program");
    if (customer != null) {
      recipients.put(book.customer(customer).uuid(), "");
    } else if (program != null) {
      holders(book, book.program(program)).forEach(each -> recipients.put(each, ""));
    } else {
      JsonTree.object(body.get("customers"))
          .forEach(
              (each, link) -> recipients.put(book.customer(each).uuid(), String.valueOf(link)));
    }
    state.note(book, time.now().toString(), JsonTree.text(body, "alert"), recipients);
  }

  private static List<String> holders(ShopBook book, Program program) {
    return book.customers().stream()
        .filter(each -> each.cardOf(program.uuid()) != null)
        .map(each -> each.uuid())
        .toList();
  }
}
