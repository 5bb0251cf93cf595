package dev.forecourt.mock.autengo;

import dev.forecourt.mock.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What Autengo shows of what is remembered, in the language of a request. */
final class Views {

  /** Said of reading and changing as well: the vendor prints no other text. */
  private static final String CONTACT_TEXT = "Contact created successfully";

  /** The fields that are translated. */
  private static final Map<String, Function<VehicleJson, @Nullable Object>> TRANSLATED =
      Map.ofEntries(
          Map.entry("vehicleState", VehicleJson::vehicleState),
          Map.entry("vehicleTypeId", VehicleJson::vehicleTypeId),
          Map.entry("climatisationType", VehicleJson::climatisationType),
          Map.entry("conditionType", VehicleJson::conditionType),
          Map.entry("pollutionBadge", VehicleJson::pollutionBadge),
          Map.entry("emissionClass", VehicleJson::emissionClass),
          Map.entry("colorId", VehicleJson::colorId),
          Map.entry("airbagType", VehicleJson::airbagType),
          Map.entry("interiorType", VehicleJson::interiorType),
          Map.entry("interiorColorId", VehicleJson::interiorColorId),
          Map.entry("fuelType", VehicleJson::fuelType),
          Map.entry("fuelDetailType", VehicleJson::fuelDetailType),
          Map.entry("transmissionType", VehicleJson::transmissionType),
          Map.entry("tyreType", VehicleJson::tyreType),
          Map.entry("driveType", VehicleJson::driveType),
          Map.entry("slidingDoor", VehicleJson::slidingDoor));

  private final Texts texts = new Texts();

  JsonValue<VehicleJson> vehicle(Vehicle vehicle, String language) {
    return JsonValue.written(vehicle.json(language, shown -> translated(shown, language).bytes()));
  }

  private VehicleJson translated(VehicleJson plain, String language) {
    VehicleJson.Builder shown = plain.toBuilder();
    TRANSLATED.forEach(
        (field, valueOf) -> {
          Object value = valueOf.apply(plain);
          if (value != null) {
            shown.set(field, texts.shown(field, value, language));
          }
        });
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
