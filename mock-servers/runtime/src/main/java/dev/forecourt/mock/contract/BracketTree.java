package dev.forecourt.mock.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Objects and arrays whose members are written with brackets, as deep as they go: {@code
 * filter[owner][name]=x}, {@code tags[]=a}, {@code tags[0]=a}.
 */
final class BracketTree {

  private static final int MOST_DEEP = 20;

  private final Map<String, BracketTree> members = new LinkedHashMap<>();
  private final List<String> texts = new ArrayList<>();

  private BracketTree() {}

  /** What was sent for a name; null when nothing was. */
  static @Nullable Object read(Map<String, List<String>> sent, String root, TextType type) {
    BracketTree tree = new BracketTree();
    sent.forEach(
        (name, values) -> {
          if (name.equals(root)) {
            tree.texts.addAll(values);
          } else if (name.startsWith(root + "[")) {
            tree.add(name.substring(root.length()), values, 0);
          }
        });
    return tree.members.isEmpty() && tree.texts.isEmpty() ? null : tree.value(type);
  }

  private void add(String rest, List<String> values, int depth) {
    int end = rest.indexOf(']');
    if (!rest.startsWith("[") || end < 0 || depth > MOST_DEEP) {
      texts.addAll(values);
      return;
    }
    members
        .computeIfAbsent(rest.substring(1, end), each -> new BracketTree())
        .add(rest.substring(end + 1), values, depth + 1);
  }

  private @Nullable Object value(TextType type) {
    if (members.isEmpty()) {
      return type.several(texts);
    }
    if (type.isList() && members.keySet().stream().allMatch(each -> each.matches("\\d*"))) {
      List<@Nullable Object> all = new ArrayList<>();
      members.forEach(
          (index, each) -> {
            if (each.members.isEmpty()) {
              all.addAll(type.list(each.texts));
            } else {
              all.add(each.value(type.item()));
            }
          });
      return all;
    }
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    members.forEach((name, each) -> all.put(name, each.value(type.member(name))));
    return all;
  }
}
