package dev.forecourt.mock.autengo;

import dev.forecourt.mock.json.JsonWriter;
import dev.forecourt.mock.store.Ids;
import dev.forecourt.mock.store.Index;
import dev.forecourt.mock.store.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The contacts, found by their id and by their id in TecFactura. */
final class ContactBook {

  /** The fields of a contact in the order of the contract; what else is sent is not kept. */
  static final List<String> FIELDS =
      documentedContact("documented").keySet().stream().filter(name -> !name.equals("ID")).toList();

  private final Table<Long, Contact> table;
  private final Ids ids;
  // the text does not forbid two contacts with one id in TecFactura: the newest is found
  private final Index<String, Contact> byTecfacturaId;

  ContactBook(Table<Long, Contact> table, Ids ids) {
    this.table = table;
    byTecfacturaId = table.index(Contact::tecfacturaId);
    this.ids = ids;
    ids.avoid("contact", table, Contact::id);
  }

  /** Adds the documented contacts 123 and 124 and those of the seed file. */
  void fill() {
    ids.start("contact", 122);
    create(documentedContact("documented"));
    create(documentedContact("sparse"));
    ContactSeed.contacts().forEach(this::create);
  }

  private static Map<String, @Nullable Object> documentedContact(String example) {
    return AutengoOperations.GET_CONTACT.example(example).object("data", "contact");
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
    return byTecfacturaId.last(tecfacturaId);
  }

  Contact update(Contact contact, Map<String, @Nullable Object> sent) {
    Contact changed = contact.changed(documented(sent));
    table.put(changed);
    return changed;
  }

  void remove(Contact contact) {
    table.remove(contact.id());
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
