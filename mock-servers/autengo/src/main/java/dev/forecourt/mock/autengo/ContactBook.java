package dev.forecourt.mock.autengo;

import dev.forecourt.mock.json.JsonWriter;
import dev.forecourt.mock.store.Ids;
import dev.forecourt.mock.store.Table;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The contacts, found by their id and by their id in TecFactura. */
final class ContactBook {

  /** The fields of a contact in the order of the contract; what else is sent is not kept. */
  static final List<String> FIELDS =
      Documented.contact().keySet().stream().filter(name -> !name.equals("ID")).toList();

  private final Table<Long, Contact> table;
  private final Ids ids;
  // the text does not forbid two contacts with one id in TecFactura: the newest is found
  private final Map<String, TreeSet<Long>> byTecfacturaId = new HashMap<>();

  ContactBook(Table<Long, Contact> table, Ids ids) {
    this.table = table.onChange(this::index, byTecfacturaId::clear);
    this.ids = ids;
    ids.avoid("contact", table, Contact::id);
  }

  /** Adds the documented contacts 123 and 124 and those of the seed file. */
  void fill() {
    ids.start("contact", 122);
    create(Documented.contact());
    create(Documented.sparseContact());
    ContactSeed.contacts().forEach(this::create);
  }

  Contact create(Map<String, @Nullable Object> sent) {
    Contact created = new Contact(ids.next("contact"), documented(sent));
    table.put(created);
    return created;
  }

  @Nullable Contact find(long id) {
    return table.find(id);
  }

  @Nullable Contact find(String tecfacturaId) {
    TreeSet<Long> known = byTecfacturaId.get(tecfacturaId);
    return known == null ? null : table.find(known.last());
  }

  Contact update(Contact contact, Map<String, @Nullable Object> sent) {
    Contact changed = contact.changed(documented(sent));
    table.put(changed);
    return changed;
  }

  void remove(Contact contact) {
    table.remove(contact.id());
  }

  private void index(@Nullable Contact before, @Nullable Contact after) {
    String old = before == null ? null : before.tecfacturaId();
    if (before != null && old != null) {
      byTecfacturaId.computeIfPresent(
          old, (key, known) -> known.remove(before.id()) && known.isEmpty() ? null : known);
    }
    String now = after == null ? null : after.tecfacturaId();
    if (after != null && now != null) {
      byTecfacturaId.computeIfAbsent(now, key -> new TreeSet<>()).add(after.id());
    }
  }

  private static Map<String, @Nullable Object> documented(Map<String, @Nullable Object> sent) {
    Map<String, @Nullable Object> known = new LinkedHashMap<>();
    for (String field : FIELDS) {
      if (sent.containsKey(field)) {
        known.put(field, sent.get(field));
      }
    }
    return known;
  }

  /** Writes a contact: its id and the fields it has, in the order of the contract. */
  static void write(Contact contact, JsonWriter out) {
    out.startObject().field("ID", contact.id());
    for (String field : FIELDS) {
      if (contact.fields().containsKey(field)) {
        out.name(field).tree(contact.fields().get(field));
      }
    }
    out.endObject();
  }
}
