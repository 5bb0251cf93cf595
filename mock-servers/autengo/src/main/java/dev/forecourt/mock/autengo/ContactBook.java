package dev.forecourt.mock.autengo;

import dev.forecourt.mock.store.Ids;
import dev.forecourt.mock.store.Index;
import dev.forecourt.mock.store.SeedRows;
import dev.forecourt.mock.store.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The contacts, found by their id and by their id in TecFactura. */
final class ContactBook {

  private static final String KIND = "contact";

  private final Table<Long, ContactJson> table;
  private final Ids ids;
  // the text does not forbid two contacts with one id in TecFactura: the newest is found
  private final Index<String, ContactJson> byTecfacturaId;

  ContactBook(Table<Long, ContactJson> table, Ids ids) {
    this.table = table;
    this.ids = ids;
    byTecfacturaId =
        table.index(each -> "".equals(each.tecfacturaId()) ? null : each.tecfacturaId());
    ids.avoid(KIND, table);
  }

  private static long id(ContactJson contact) {
    return Objects.requireNonNull(contact.iD());
  }

  /** Adds the documented contacts 123 and 124 and those of the seed file. */
  void fill() {
    ids.start(KIND, 122);
    create(documented("documented"));
    create(documented("sparse"));
    for (Map<String, @Nullable Object> each : Seeded.CONTACTS) {
      create(each);
    }
  }

  private static Map<String, @Nullable Object> documented(String example) {
    return AutengoOperations.GET_CONTACT.example(example).object("data", "contact");
  }

  ContactJson create(Map<String, @Nullable Object> sent) {
    return put(ContactJson.builder(), ids.next(KIND), sent);
  }

  @Nullable ContactJson find(long id) {
    return table.find(id);
  }

  @Nullable ContactJson find(String tecfacturaId) {
    return byTecfacturaId.last(tecfacturaId);
  }

  /** Changes what is sent and keeps the rest. */
  ContactJson update(ContactJson contact, Map<String, @Nullable Object> sent) {
    return put(contact.toBuilder(), id(contact), sent);
  }

  void remove(ContactJson contact) {
    table.remove(id(contact));
  }

  /** Neither an id that is sent nor an undocumented field is kept. */
  private ContactJson put(
      ContactJson.Builder contact, long id, Map<String, @Nullable Object> sent) {
    for (Map.Entry<String, @Nullable Object> each : sent.entrySet()) {
      if (ContactJson.NAMES.contains(each.getKey())) {
        contact.set(each.getKey(), each.getValue());
      }
    }
    ContactJson made = contact.iD(id).build();
    table.put(made);
    return made;
  }

  /** Read once for all stubs of a JVM. A field without a value is left out. */
  private static final class Seeded {
    private static final List<Map<String, @Nullable Object>> CONTACTS =
        SeedRows.objects(ContactBook.class, "autengo/contacts.psv").stream()
            .map(Seeded::withoutEmpty)
            .toList();

    private static Map<String, @Nullable Object> withoutEmpty(
        Map<String, @Nullable Object> fields) {
      Map<String, @Nullable Object> known = new LinkedHashMap<>(fields);
      known.values().removeIf(Objects::isNull);
      return known;
    }
  }
}
