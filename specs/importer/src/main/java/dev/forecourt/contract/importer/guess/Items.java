package dev.forecourt.contract.importer.guess;

import dev.forecourt.contract.importer.guarantee.DerivedName;
import dev.forecourt.contract.importer.guarantee.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the objects of a list stand in its answer.
 *
 * @param pointer to the array; empty if the answer is the array
 * @param array the schema of the array
 */
record Items(String pointer, View array) {
  private static final Set<String> USUAL =
      Set.of(
          "data",
          "items",
          "results",
          "result",
          "list",
          "content",
          "records",
          "entries",
          "value",
          "values",
          "rows",
          "elements",
          "objects",
          "hits",
          "collection",
          "resources",
          "response");

  /** The list in an answer, if it is clear which. */
  static Optional<Items> of(View body, Operation operation) {
    if (body.is("array")) {
      return isOfObjects(body) ? Optional.of(new Items("", body)) : Optional.empty();
    }
    List<Items> found = arrays(body, "");
    if (found.isEmpty()) {
      for (Map.Entry<String, View> each : body.properties().entrySet()) {
        if (each.getValue().is("object") && !each.getValue().place().equals(body.place())) {
          found.addAll(arrays(each.getValue(), "/" + escaped(each.getKey())));
        }
      }
    }
    return chosen(found, operation);
  }

  private static Optional<Items> chosen(List<Items> found, Operation operation) {
    if (found.size() == 1) {
      return Optional.of(found.get(0));
    }
    List<String> words = DerivedName.literals(operation.path());
    String noun = words.isEmpty() ? "" : View.plain(words.get(words.size() - 1));
    return found.stream()
        .filter(each -> View.plain(each.name()).equals(noun))
        .findFirst()
        .or(
            () ->
                single(
                    found.stream()
                        .filter(each -> USUAL.contains(View.plain(each.name())))
                        .toList()));
  }

  private static Optional<Items> single(List<Items> found) {
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static List<Items> arrays(View body, String prefix) {
    List<Items> found = new ArrayList<>();
    body.properties()
        .forEach(
            (name, each) -> {
              if (each.is("array")
                  && isOfObjects(each)
                  && !View.plain(name).matches("errors?|warnings|links|messages")) {
                found.add(new Items(prefix + "/" + escaped(name), each));
              }
            });
    return found;
  }

  private static boolean isOfObjects(View array) {
    View item = array.key("items");
    return item.isThere() && item.is("object");
  }

  static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  String name() {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  /** The schema of one object. */
  View item() {
    return array.key("items");
  }
}
