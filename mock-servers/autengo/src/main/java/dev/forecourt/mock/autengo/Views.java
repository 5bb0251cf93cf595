package dev.forecourt.mock.autengo;

import dev.forecourt.mock.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What Autengo shows of what is remembered, in the language of a request. */
final class Views {

  /** Said of reading and changing as well: the vendor prints no other text. */
  private static final String CONTACT_TEXT = "Contact created successfully";

  private final Texts texts = new Texts();

  JsonValue<VehicleJson> vehicle(Vehicle vehicle, String language) {
    return JsonValue.written(vehicle.json(language, shown -> translated(shown, language).bytes()));
  }

  private VehicleJson translated(VehicleJson plain, String language) {
    VehicleJson.Builder shown = plain.toBuilder();
    for (String field : texts.fields()) {
      Object value = plain.get(field);
      if (value != null) {
        shown.set(field, texts.shown(field, value, language));
      }
    }
    return shown.build();
  }

  List<Object> values(String field, Collection<Object> values, String language) {
    return values.stream().map(each -> texts.shown(field, each, language)).toList();
  }

  static MakeListJson makes(List<Map.Entry<Long, String>> makes) {
    return new MakeListJson(
        makes.size(),
        makes.stream().map(each -> new VehicleMakeJson(each.getKey(), each.getValue())).toList());
  }

  static ModelListJson models(List<Map.Entry<Long, String>> models) {
    return new ModelListJson(
        models.size(),
        models.stream().map(each -> new VehicleModelJson(each.getKey(), each.getValue())).toList());
  }

  static ContactResponseJson contact(ContactJson contact) {
    return ContactResponseJson.builder()
        .status("success")
        .statusText(CONTACT_TEXT)
        .data(new ContactDataJson(contact))
        .build();
  }
}
