package dev.forecourt.mock.autengo;

import dev.forecourt.mock.store.RowProblem;
import dev.forecourt.mock.store.RowType;
import dev.forecourt.mock.text.Shown;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Contacts as answers show them: {@code ID}, then the fields that have been sent. */
final class ContactRows implements RowType<Contact> {

  private static final String ID = "ID";

  @Override
  public Map<String, @Nullable Object> write(Contact contact) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put(ID, contact.id());
    members.putAll(contact.fields());
    return members;
  }

  @Override
  public Contact read(Map<String, @Nullable Object> members) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(members);
    if (!(fields.remove(ID) instanceof Long id)) {
      throw new RowProblem(
          "field 'ID' must be a whole number but was " + Shown.value(members.get(ID)));
    }
    for (String name : fields.keySet()) {
      if (!ContactBook.FIELDS.contains(name)) {
        throw RowProblem.unknown("", name, ContactBook.FIELDS);
      }
    }
    return new Contact(id, fields);
  }
}
