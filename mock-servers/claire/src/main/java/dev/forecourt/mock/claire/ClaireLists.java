package dev.forecourt.mock.claire;

import dev.forecourt.mock.json.JsonTree;
import dev.forecourt.mock.store.SeedRows;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Start data that nothing changes: locations, tags and questions. The contract's examples first.
 */
final class ClaireLists {

  private final ClaireState state;

  ClaireLists(ClaireState state) {
    this.state = state;
  }

  void fill() {
    List<Map<String, @Nullable Object>> locations =
        ClaireOperations.LIST_LOCATIONS.example("found").objects();
    rows(locations, "locations.psv", ClaireLists::location);
    locations.forEach(state.own().locations()::put);
    List<Map<String, @Nullable Object>> tags =
        ClaireOperations.LIST_TAGS.example("found").objects();
    rows(tags, "tags.psv", ClaireLists::tag);
    tags.forEach(state.own().tags()::put);
    List<Map<String, @Nullable Object>> questions =
        ClaireOperations.LIST_QUESTIONS.example("found").objects();
    rows(questions, "questions.psv", ClaireLists::question);
    questions.forEach(state.own().questions()::put);
  }

  /** Adds one copy of the first object for each row, changed by it. */
  private static void rows(
      List<Map<String, @Nullable Object>> list,
      String file,
      BiConsumer<Map<String, @Nullable Object>, String[]> change) {
    for (String[] row : SeedRows.of(ClaireLists.class, "claire/" + file)) {
      Map<String, @Nullable Object> next = JsonTree.copy(list.get(0));
      next.put("id", Long.valueOf(row[0]));
      change.accept(next, row);
      list.add(next);
    }
  }

  private static void location(Map<String, @Nullable Object> out, String[] row) {
    out.put("NotifierKey", "loc-" + row[0]);
    out.put("name", row[1]);
    out.put("city", row[1]);
    out.put("commercial_name", "Autogroep Noord " + row[1]);
    out.put("street", row[2]);
    out.put("postal_code", row[3]);
    out.put("phone_nr", row[4]);
    out.put("dms_location_source", row[5]);
    out.put("IsKeyloopEventEnabled", Boolean.valueOf(row[6]));
    out.put("DMSLocationIDs", row[1].substring(0, 3).toUpperCase(java.util.Locale.ROOT) + "1");
    out.put("logo", "https://images.example/logos/" + row[0] + ".png");
    out.put("company_stamp", "https://images.example/stamps/" + row[0] + ".png");
  }

  private static void tag(Map<String, @Nullable Object> out, String[] row) {
    out.put("name", row[1]);
    out.put("color", row[2]);
    out.put("system", Boolean.valueOf(row[3]));
  }

  private static void question(Map<String, @Nullable Object> out, String[] row) {
    Long role = row[2].isEmpty() ? null : Long.valueOf(row[2]);
    out.put("question", row[1]);
    out.put("role_id", role);
    Map<String, @Nullable Object> element = JsonTree.objects(out.get("question_elements")).get(0);
    element.put("id", Long.parseLong(row[0]) + 100);
    element.put("name", row[3]);
    element.put("template", row[4]);
    element.put("default_configuration", row[5]);
    element.put("role_id", role);
  }
}
