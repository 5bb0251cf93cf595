package dev.forecourt.mock.convention;

import dev.forecourt.mock.json.JsonTree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Items of one kind that a stub remembers.
 *
 * @param name of its table
 * @param member of an item that holds its id; empty when none does
 * @param kind of the ids: {@code integer}, {@code uuid} or {@code text}
 * @param readOnly members that only the vendor sets
 * @param template an item that fits the contract, as JSON
 */
public record Collection(
    String name, String member, String kind, Set<String> readOnly, String template) {

  private static final List<String> CREATED =
      List.of(
          "created",
          "createdat",
          "createdon",
          "createddate",
          "creationdate",
          "datecreated",
          "createtime",
          "insertedat");
  private static final List<String> CHANGED =
      List.of(
          "updated",
          "updatedat",
          "updatedon",
          "modified",
          "modifiedat",
          "lastmodified",
          "lastupdated",
          "updatetime",
          "dateupdated",
          "changedat");

  /** A new item as the contract has it. */
  Map<String, @Nullable Object> fresh() {
    return JsonTree.object(Json.read(template));
  }

  static boolean isTimeOfCreation(String name) {
    return CREATED.contains(plain(name));
  }

  static boolean isTimeOfChange(String name) {
    return CHANGED.contains(plain(name));
  }

  private static String plain(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "");
  }
}
