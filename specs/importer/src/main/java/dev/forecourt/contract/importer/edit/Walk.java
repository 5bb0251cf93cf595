package dev.forecourt.contract.importer.edit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.importer.place.Place;
import java.util.ArrayList;
import java.util.List;

/** Every place of a document with its kind, in the order of the document. */
public final class Walk {
  /**
   * A place and what stands there.
   *
   * @param place where
   * @param kind what it is
   * @param node its content
   */
  public record Spot(Place place, Kind kind, JsonNode node) {}

  private Walk() {}

  /** All spots of a document that are not free content, outer ones first. */
  public static List<Spot> of(JsonNode document) {
    return of(Place.ROOT, Kind.DOCUMENT, document);
  }

  /** All spots of one kind. */
  public static List<Spot> of(JsonNode document, Kind kind) {
    return of(document).stream().filter(spot -> spot.kind() == kind).toList();
  }

  /** All spots of a part of a document. */
  public static List<Spot> of(Place place, Kind kind, JsonNode node) {
    List<Spot> spots = new ArrayList<>();
    add(spots, place, kind, node);
    return spots;
  }

  private static void add(List<Spot> spots, Place place, Kind kind, JsonNode node) {
    spots.add(new Spot(place, kind, node));
    if (node.isArray()) {
      // items of a schema may be a list, as in JSON Schema before 2020
      Kind element = kind.isList() ? kind.member("") : kind;
      for (int i = 0; i < node.size(); i++) {
        add(spots, place.at(i), element, node.get(i));
      }
      return;
    }
    node.properties()
        .forEach(
            member -> {
              Kind child = kind.member(member.getKey());
              if (child != Kind.OTHER) {
                add(spots, place.key(member.getKey()), child, member.getValue());
              }
            });
  }
}
