package dev.forecourt.contract.importer.guess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.edit.Step;
import dev.forecourt.contract.importer.guarantee.DerivedName;
import dev.forecourt.contract.importer.guarantee.Operation;
import dev.forecourt.contract.importer.place.Place;
import dev.forecourt.contract.importer.repair.Components;
import dev.forecourt.contract.importer.repair.Names;
import dev.forecourt.contract.importer.report.Guess;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists that come in pages say so by {@code x-paging}. */
public final class Paging implements Step {
  private static final Set<String> OFFSET =
      Set.of(
          "offset",
          "skip",
          "startindex",
          "startat",
          "startrow",
          "pageoffset",
          "startposition",
          "start");
  private static final Set<String> PAGE =
      Set.of("page", "pagenumber", "pageno", "pagenum", "pageindex", "currentpage", "pagenr");
  private static final Set<String> CURSOR =
      Set.of(
          "cursor",
          "after",
          "nexttoken",
          "pagetoken",
          "nextpagetoken",
          "continuationtoken",
          "pagecursor",
          "marker",
          "startcursor",
          "aftercursor",
          "nextcursor",
          "pageafter",
          "bookmark",
          "continuation",
          "exclusivestartkey");
  private static final Set<String> SIZE =
      Set.of(
          "limit",
          "size",
          "pagesize",
          "perpage",
          "count",
          "top",
          "maxresults",
          "rows",
          "take",
          "pagelimit",
          "itemsperpage",
          "resultsperpage",
          "maxitems",
          "max",
          "first",
          "pagelength",
          "numresults");
  private static final Set<String> NEXT =
      Set.of(
          "nextcursor",
          "nexttoken",
          "nextpagetoken",
          "next",
          "cursor",
          "endcursor",
          "continuationtoken",
          "nextmarker",
          "nextpage",
          "nextpagecursor",
          "aftercursor",
          "after",
          "marker",
          "nextlink",
          "nexturl",
          "bookmark",
          "nextpageurl",
          "nextpageuri");
  private static final Set<String> TOTAL =
      Set.of(
          "total",
          "totalcount",
          "totalresults",
          "totalitems",
          "totalelements",
          "numfound",
          "recordcount",
          "totalrecords",
          "itemcount",
          "count",
          "totalentries",
          "numresults",
          "resultcount");
  private static final Set<String> PAGES =
      Set.of("totalpages", "pages", "pagecount", "lastpage", "numpages", "totalpage");

  private final @Nullable String choice;

  /** What a person said about all lists; null to guess. */
  public Paging(@Nullable String choice) {
    this.choice = choice;
  }

  @Override
  public void apply(Draft draft) {
    if ("none".equals(choice)) {
      return;
    }
    for (Operation each : Operation.of(draft.root())) {
      if (each.method().equals("get") && !each.node().has("x-paging")) {
        Answers.body(draft, each)
            .flatMap(body -> Items.of(body, each).map(items -> new Answered(body, items)))
            .ifPresent(list -> list(draft, each, list));
      }
    }
  }

  private record Answered(View body, Items items) {}

  private void list(Draft draft, Operation operation, Answered list) {
    PagingChoice said = choice == null ? null : PagingChoice.of(choice);
    List<View> query = Answers.query(draft, operation);
    ObjectNode paging =
        said == null ? guessed(draft, operation, query, list.body()) : said(said, query);
    if (paging == null) {
      return;
    }
    paging.put("items", list.items().pointer());
    find(list.body(), TOTAL, "integer").ifPresent(pointer -> paging.put("total", pointer));
    find(list.body(), PAGES, "integer").ifPresent(pointer -> paging.put("pages", pointer));
    paging.put("item", item(draft, operation, list.items()));
    String reason = reason(paging);
    if (said == null) {
      draft.guess(
          new Guess(
              operation.title(), "paging by " + paging.path("style").asText(), reason, "--paging"));
      draft.guessed(operation.place().key("x-paging"), paging, "Paged: " + reason + ".");
    } else {
      draft.set(
          operation.place().key("x-paging"),
          paging,
          "Paged as asked for: --paging " + choice + ".");
    }
  }

  private static String reason(JsonNode paging) {
    String style = paging.path("style").asText();
    String where =
        paging.path("items").asText().isEmpty()
            ? "the answer is a list"
            : "the answer has a list at " + paging.path("items").asText();
    return style.equals("link")
        ? "the answer has a header Link, and " + where
        : "the query has "
            + paging.path("parameter").asText()
            + (paging.has("next")
                ? ", the answer the next one at " + paging.path("next").asText()
                : "")
            + ", and "
            + where;
  }

  private static @Nullable ObjectNode said(PagingChoice choice, List<View> query) {
    boolean has = query.stream().anyMatch(each -> Answers.name(each).equals(choice.parameter()));
    if (!has) {
      return null;
    }
    ObjectNode paging =
        Draft.object().put("style", choice.style()).put("parameter", choice.parameter());
    if (choice.size() != null
        && query.stream().anyMatch(each -> Answers.name(each).equals(choice.size()))) {
      paging.put("size", choice.size());
    }
    if (choice.next() != null) {
      paging.put("next", choice.next());
    }
    return paging;
  }

  private static @Nullable ObjectNode guessed(
      Draft draft, Operation operation, List<View> query, View body) {
    Optional<View> cursor = among(query, CURSOR);
    Optional<String> next = find(body, NEXT, "string");
    Optional<View> page = among(query, PAGE);
    Optional<View> offset = among(query, OFFSET);
    boolean link = Answers.success(draft, operation).map(Paging::hasLink).orElse(false);
    ObjectNode paging = Draft.object();
    if (cursor.isPresent() && next.isPresent()) {
      paging.put("style", "cursor").put("parameter", Answers.name(cursor.get()));
      size(paging, query);
      return paging.put("next", next.get());
    }
    if (page.isPresent() && isNumber(page.get())) {
      paging.put("style", "page").put("parameter", Answers.name(page.get()));
      size(paging, query);
      return first(paging, page.get(), 1);
    }
    if (offset.isPresent() && isNumber(offset.get())) {
      paging.put("style", "offset").put("parameter", Answers.name(offset.get()));
      size(paging, query);
      return first(paging, offset.get(), 0);
    }
    if (link && cursor.or(() -> page).isPresent()) {
      paging.put("style", "link").put("parameter", Answers.name(cursor.or(() -> page).get()));
      size(paging, query);
      return paging;
    }
    return null;
  }

  private static boolean hasLink(View answer) {
    return answer.node().path("headers").properties().stream()
        .anyMatch(each -> each.getKey().equalsIgnoreCase("Link"));
  }

  private static boolean isNumber(View parameter) {
    View schema = parameter.key("schema");
    return schema.is("integer")
        || schema.is("number")
        || schema.is("string")
        || !schema.node().has("type");
  }

  private static void size(ObjectNode paging, List<View> query) {
    among(query, SIZE).ifPresent(size -> paging.put("size", Answers.name(size)));
  }

  /** The first page or offset, where it is not the usual one. */
  private static ObjectNode first(ObjectNode paging, View parameter, int usual) {
    JsonNode schema = parameter.key("schema").node();
    JsonNode said = schema.has("default") ? schema.path("default") : schema.path("minimum");
    int first =
        said.isIntegralNumber() && (said.intValue() == 0 || said.intValue() == 1)
            ? said.intValue()
            : usual;
    return first == usual ? paging : paging.put("first", first);
  }

  private static Optional<View> among(List<View> query, Set<String> names) {
    return query.stream()
        .filter(each -> names.contains(View.plain(Answers.name(each))))
        .findFirst();
  }

  /** A member of the answer, at its top or one below, by its usual names. */
  private static Optional<String> find(View body, Set<String> names, String type) {
    for (Map.Entry<String, View> each : body.properties().entrySet()) {
      if (names.contains(View.plain(each.getKey())) && each.getValue().is(type)) {
        return Optional.of("/" + Items.escaped(each.getKey()));
      }
    }
    for (Map.Entry<String, View> each : body.properties().entrySet()) {
      if (each.getValue().is("object")) {
        for (Map.Entry<String, View> inner : each.getValue().properties().entrySet()) {
          if (names.contains(View.plain(inner.getKey())) && inner.getValue().is(type)) {
            return Optional.of(
                "/" + Items.escaped(each.getKey()) + "/" + Items.escaped(inner.getKey()));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The component that one object is; what stands inline becomes one. */
  private static String item(Draft draft, Operation operation, Items items) {
    View item = items.item();
    Optional<String> name = item.component();
    if (name.isPresent()) {
      return name.get();
    }
    List<String> words = DerivedName.literals(operation.path());
    String wanted =
        words.isEmpty() ? "Item" : Names.camel(DerivedName.singular(words.get(words.size() - 1)));
    String free =
        Names.free(
            draft.root(),
            "schemas",
            Character.isLetter(wanted.charAt(0)) ? wanted : "Item" + wanted);
    Components.ensure(draft, "schemas");
    Place place = item.place();
    String reason = "The objects of a paged list are a component, " + free + ".";
    draft.copy(place, Place.of("components", "schemas", free), reason);
    draft.set(place, Draft.object().put("$ref", "#/components/schemas/" + free), reason);
    return free;
  }
}
