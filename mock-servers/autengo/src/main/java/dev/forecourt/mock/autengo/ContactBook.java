package dev.forecourt.mock.autengo;

import dev.forecourt.mock.json.JsonWriter;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The contacts, found by their id and by their id in TecFactura. The state's monitor guards it. */
final class ContactBook {

  /** The fields of a contact in the order of the contract; what else is sent is not kept. */
  private static final List<String> FIELDS =
      Documented.contact().keySet().stream().filter(name -> !name.equals("ID")).toList();

  private final Map<Long, Contact> byId = new TreeMap<>();
  // the text does not forbid two contacts with one id in TecFactura: the newest is found
  private final Map<String, TreeSet<Long>> byTecfacturaId = new HashMap<>();
  private long nextId;

  /** The documented contacts 123 and 124 and those of the seed file, and no others. */
  void reset() {
    byId.clear();
    byTecfacturaId.clear();
    nextId = 123;
    create(Documented.contact());
    create(Documented.sparseContact());
    ContactSeed.contacts().forEach(this::create);
  }

  Contact create(Map<String, @Nullable Object> sent) {
    Contact created = new Contact(nextId++, documented(sent));
    put(created);
    return created;
  }

  @Nullable Contact find(long id) {
    return byId.get(id);
  }

  @Nullable Contact find(String tecfacturaId) {
    TreeSet<Long> ids = byTecfacturaId.get(tecfacturaId);
    return ids == null ? null : byId.get(ids.last());
  }

  Contact update(Contact contact, Map<String, @Nullable Object> sent) {
    remove(contact);
    Contact changed = contact.changed(documented(sent));
    put(changed);
    return changed;
  }

  void remove(Contact contact) {
    byId.remove(contact.id());
    String tecfacturaId = contact.tecfacturaId();
    if (tecfacturaId != null) {
      byTecfacturaId.computeIfPresent(
          tecfacturaId, (key, ids) -> ids.remove(contact.id()) && ids.isEmpty() ? null : ids);
    }
  }

  Collection<Contact> all() {
    return byId.values();
  }

  private void put(Contact contact) {
    byId.put(contact.id(), contact);
    String tecfacturaId = contact.tecfacturaId();
    if (tecfacturaId != null) {
      byTecfacturaId.computeIfAbsent(tecfacturaId, key -> new TreeSet<>()).add(contact.id());
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
