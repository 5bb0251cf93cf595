package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.runtime.errors.Outcome;
import dev.forecourt.runtime.errors.VendorDecodeException;
import dev.forecourt.runtime.paging.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks over lists of vendors who count oddly: each ends, with all objects or with a failure. */
class WalksTest {
  private final List<@Nullable Integer> asked = new ArrayList<>();

  record Page(List<String> data, @Nullable Integer limit, @Nullable Integer total) {}

  /** A vendor with so many objects in pages of two, who says these numbers of them. */
  private Pages<Page, String> numbered(
      int objects, @Nullable Integer asks, @Nullable Integer limit, @Nullable Integer total) {
    return Pages.pageLimit(
        "acme",
        "listThings",
        null,
        asks,
        page -> {
          asked.add(page);
          return page(objects, 2 * ((page == null ? 1 : page) - 1), limit, total);
        },
        Page::data,
        Page::limit,
        Page::total);
  }

  private Pages<Page, String> byOffset(
      int objects, @Nullable Integer asks, @Nullable Integer limit, @Nullable Integer total) {
    return Pages.offsetLimit(
        "acme",
        "listThings",
        null,
        asks,
        offset -> {
          asked.add(offset);
          return page(objects, offset == null ? 0 : offset, limit, total);
        },
        Page::data,
        Page::limit,
        Page::total);
  }

  private static Page page(
      int objects, int from, @Nullable Integer limit, @Nullable Integer total) {
    return new Page(things(from, Math.min(from + 2, objects)), limit, total);
  }

  private static List<String> things(int from, int to) {
    return IntStream.range(from, Math.max(from, to)).mapToObj(i -> "thing " + i).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 2", // nobody knows
    "-1, 0",
    "0, 2", // fewer than come
    "1, 2",
    "3, -5",
    "4, 2", // fewer than there are, and a page that is full
    ", 2", // no word of it
    ", ", // nor of the limit
    ", 0",
    ", -5",
    "5, 0",
    "5, 1000000"
  })
  void givesAllFiveObjectsWhateverTheVendorSaysOfTheirNumber(
      @Nullable Integer total, @Nullable Integer limit) {
    // a total that can be true is believed: 4 objects have come when it says 4
    int expected = total != null && total == 4 ? 4 : 5;

    assertThat(numbered(5, null, limit, total)).containsExactlyElementsOf(things(0, expected));
    assertThat(byOffset(5, null, limit, total)).containsExactlyElementsOf(things(0, expected));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -5, 2, 1000})
  void survivesAnyLimitThatACallerAsksFor(int asks) {
    List<String> walked = numbered(5, asks, null, null).stream().toList();

    // a vendor who caps the limit sends pages that look as if nothing followed
    assertThat(walked).startsWith("thing 0", "thing 1");
    assertThat(asked.size()).isLessThanOrEqualTo(4);
  }

  @Test
  void doesNotAskForMoreWhenTheTotalHasCome() {
    assertThat(numbered(4, null, 2, 4)).hasSize(4);
    assertThat(asked).containsExactly(null, 2);
  }

  @Test
  void sendsNoOffsetBeforeItKnowsOne() {
    assertThat(byOffset(5, null, 2, 5)).hasSize(5);
    assertThat(asked).containsExactly(null, 2, 4);
  }

  /** The pages A, B, A, B ... and longer circles: found soon, whatever comes before them. */
  @ParameterizedTest
  @CsvSource({"A, A", "AB, AB", "A, B", "XYZ, AB", "X, ABC", "UVWXYZ, ABCDE"})
  void endsACircleOfPagesWithAFailure(String before, String circle) {
    int[] fetched = new int[1];
    Pages<Page, String> pages =
        Pages.pageLimit(
            "acme",
            "listThings",
            null,
            null,
            page -> {
              int at = fetched[0]++;
              char sign =
                  at < before.length()
                      ? before.charAt(at)
                      : circle.charAt((at - before.length()) % circle.length());
              return new Page(List.of(sign + "1", sign + "2"), 2, 1000);
            },
            Page::data,
            Page::limit,
            Page::total);

    assertThatThrownBy(() -> pages.forEach(thing -> {}))
        .isInstanceOfSatisfying(
            VendorDecodeException.class,
            e -> {
              assertThat(e.vendor()).isEqualTo("acme");
              assertThat(e.operation()).isEqualTo("listThings");
              assertThat(e.outcome()).isEqualTo(Outcome.DONE);
            });
    assertThat(fetched[0]).isLessThanOrEqualTo(4 * (before.length() + circle.length()));
  }

  @Test
  void saysWhichPagesAreTheSameAndWhatToDo() {
    Pages<Page, String> same =
        Pages.offsetLimit(
            "acme",
            "listThings",
            null,
            null,
            offset -> new Page(List.of("a", "b"), 2, 100),
            Page::data,
            Page::limit,
            Page::total);

    assertThatThrownBy(() -> same.stream().toList())
        .hasMessage(
            "acme listThings: offset 2 holds the same objects as offset 0, so the server ignores the"
                + " offset or counts in a circle. Expected new objects or an empty page. Use"
                + " firstPage(), and tell the vendor.");
  }

  @Test
  void walksThousandsOfDifferentPages() {
    assertThat(numbered(20_000, null, 2, null).stream().count()).isEqualTo(20_000);
  }

  @Test
  void endsAtAnEmptyPageWhateverTheTotalPromises() {
    assertThat(numbered(4, null, 2, 1_000_000)).hasSize(4);
    assertThat(asked).containsExactly(null, 2, 3);
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "-1, 4", ", 4", "0, 1"})
  void countsPagesInABody(@Nullable Integer pages, int requests) {
    int[] fetched = new int[1];
    Pages<Page, String> walk =
        Pages.bodyPage(
            "acme",
            "searchThings",
            1,
            page -> {
              fetched[0]++;
              return page(6, 2 * (page - 1), null, pages);
            },
            Page::data,
            Page::total);

    walk.forEach(thing -> {});

    assertThat(fetched[0]).isEqualTo(requests);
  }
}
