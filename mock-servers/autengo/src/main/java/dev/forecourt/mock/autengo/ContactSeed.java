package dev.forecourt.mock.autengo;

import dev.forecourt.mock.store.SeedRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The contacts of the seed file. */
final class ContactSeed {

  private static final List<String> COLUMNS =
      List.of(
          "title",
          "firstName",
          "lastName",
          "streetAddress",
          "zipCode",
          "city",
          "country",
          "phoneNumber",
          "email",
          "type",
          "source",
          "isPrivat",
          "position",
          "customerNumber",
          "tecfacturaId");
  private static final List<Map<String, @Nullable Object>> CONTACTS =
      SeedRows.of(ContactSeed.class, "autengo/contacts.psv").stream()
          .map(ContactSeed::contact)
          .toList();

  private ContactSeed() {}

  static List<Map<String, @Nullable Object>> contacts() {
    return CONTACTS;
  }

  private static Map<String, @Nullable Object> contact(String[] row) {
    Map<String, @Nullable Object> contact = new LinkedHashMap<>();
    IntStream.range(0, row.length)
        .filter(i -> !row[i].isEmpty())
        .forEach(i -> contact.put(COLUMNS.get(i), value(COLUMNS.get(i), row[i])));
    return contact;
  }

  private static Object value(String column, String text) {
    return column.equals("isPrivat") ? (Object) text.equals("1") : text;
  }
}
