package dev.forecourt.mock.convention;

import dev.forecourt.mock.contract.Answers;
import dev.forecourt.mock.contract.Place;
import dev.forecourt.mock.contract.Violations;
import dev.forecourt.mock.http.MockResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts items into the answers of an operation, so that they fit the contract: what a request has
 * said and an answer may not say is left out there.
 */
final class ItemAnswers {

  private final Supplier<Answers> loader;
  private @Nullable Answers answers;

  ItemAnswers(Supplier<Answers> loader) {
    this.loader = loader;
  }

  private Answers answers() {
    Answers known = answers;
    if (known == null) {
      known = loader.get();
      answers = known;
    }
    return known;
  }

  private boolean fits(ItemPlan plan, int status, @Nullable Object body) {
    Violations out = new Violations();
    answers().check(plan.number(), status, body, Place.body(), out);
    return out.isEmpty();
  }

  /** The answer with one item. */
  MockResponse item(ItemPlan plan, Map<String, @Nullable Object> remembered) {
    MockResponse shape = plan.operation().defaultAnswer();
    Pointer at = plan.item();
    if (at == null || shape.body().length == 0 || !isJson(shape)) {
      return shape;
    }
    Map<String, @Nullable Object> item = plan.shown(remembered);
    Object template = Json.read(shape.body());
    Object whole = at.with(template, item, false);
    if (!fits(plan, shape.status(), whole)) {
      Object model = at.get(template);
      whole =
          model instanceof Map<?, ?> map
              ? closest(
                  map,
                  item,
                  each -> fits(plan, shape.status(), at.with(template, each, false)),
                  at,
                  template)
              : template;
    }
    return withBody(shape, whole);
  }

  private static @Nullable Object closest(
      Map<?, ?> model,
      Map<String, @Nullable Object> item,
      java.util.function.Predicate<Map<String, @Nullable Object>> fits,
      Pointer at,
      @Nullable Object template) {
    return at.with(template, closest(model, item, fits), false);
  }

  /** The model with all members of an item that fit there. */
  private static Map<String, @Nullable Object> closest(
      Map<?, ?> model,
      Map<String, @Nullable Object> item,
      java.util.function.Predicate<Map<String, @Nullable Object>> fits) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    model.forEach((name, value) -> all.put(String.valueOf(name), value));
    item.forEach(
        (name, value) -> {
          Map<String, @Nullable Object> changed = new LinkedHashMap<>(all);
          changed.put(name, value);
          if (fits.test(changed)) {
            all.put(name, value);
          }
        });
    return all;
  }

  /** The answer with a page of items. */
  MockResponse page(ItemPlan plan, ItemPage page, Call call) {
    MockResponse shape = plan.operation().defaultAnswer();
    if (shape.body().length == 0 || !isJson(shape)) {
      return shape;
    }
    Object template = Json.read(shape.body());
    List<@Nullable Object> items = new ArrayList<>();
    page.rows().forEach(each -> items.add(plan.shown(ConventionState.item(each))));
    Object whole = plan.items().with(template, items, false);
    if (!fits(plan, shape.status(), whole)) {
      whole = plan.items().with(template, shown(plan, shape, template, items), false);
    }
    whole = counted(plan, page, shape.status(), whole);
    whole = next(plan, page, call, shape.status(), whole);
    if (!fits(plan, shape.status(), whole)) {
      return shape;
    }
    MockResponse answer = withBody(shape, whole);
    if (!plan.paging("style", "").equals("link")) {
      return answer;
    }
    String link = page.next() == null ? "" : "<" + page.link(plan, call) + ">; rel=\"next\"";
    return answer.with("Link", link);
  }

  /** Items as the list shows them, which may be less than there is. */
  private List<@Nullable Object> shown(
      ItemPlan plan, MockResponse shape, @Nullable Object template, List<@Nullable Object> items) {
    List<?> models = Json.list(plan.items().get(template));
    List<@Nullable Object> all = new ArrayList<>();
    for (Object each : items) {
      if (!models.isEmpty()
          && models.get(0) instanceof Map<?, ?> model
          && each instanceof Map<?, ?> item) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        item.forEach((name, value) -> members.put(String.valueOf(name), value));
        all.add(
            closest(
                model,
                members,
                one ->
                    fits(plan, shape.status(), plan.items().with(template, List.of(one), false))));
      }
    }
    return all;
  }

  private @Nullable Object counted(
      ItemPlan plan, ItemPage page, int status, @Nullable Object whole) {
    Object out = whole;
    out = number(plan, "total", page.total(), status, out);
    return number(plan, "pages", page.pages(), status, out);
  }

  private @Nullable Object number(
      ItemPlan plan, String name, long value, int status, @Nullable Object whole) {
    String pointer = plan.paging(name, "");
    Object changed = pointer.isEmpty() ? whole : new Pointer(pointer).with(whole, value, false);
    return fits(plan, status, changed) ? changed : whole;
  }

  private @Nullable Object next(
      ItemPlan plan, ItemPage page, Call call, int status, @Nullable Object whole) {
    String pointer = plan.paging("next", "");
    if (pointer.isEmpty() || !pointer.startsWith("/")) {
      return whole;
    }
    Pointer at = new Pointer(pointer);
    if (page.next() != null) {
      boolean url = String.valueOf(at.get(whole)).matches("(https?:/)?/.*");
      Object text =
          at.with(whole, url ? absolute(at.get(whole), page.link(plan, call)) : page.next(), false);
      Object number = at.with(whole, Long.valueOf(page.next()), false);
      return fits(plan, status, text) ? text : fits(plan, status, number) ? number : whole;
    }
    for (Object each :
        List.of(
            at.with(whole, null, false), at.with(whole, null, true), at.with(whole, "", false))) {
      if (fits(plan, status, each)) {
        return each;
      }
    }
    return whole;
  }

  /** The link beside the host of the example, if that has one: clients take what follows it. */
  private static String absolute(@Nullable Object example, String link) {
    java.util.regex.Matcher host =
        java.util.regex.Pattern.compile("^https?://[^/]+").matcher(String.valueOf(example));
    return host.find() ? host.group() + link : link;
  }

  private static boolean isJson(MockResponse shape) {
    return String.valueOf(shape.header("Content-Type")).contains("json");
  }

  private static MockResponse withBody(MockResponse shape, @Nullable Object body) {
    MockResponse[] out = {
      MockResponse.of(
          shape.status(), String.valueOf(shape.header("Content-Type")), Json.write(body))
    };
    shape.forEachHeader(
        (name, value) -> {
          if (!name.equalsIgnoreCase("Content-Type")) {
            out[0] = out[0].with(name, value);
          }
        });
    return out[0];
  }
}
