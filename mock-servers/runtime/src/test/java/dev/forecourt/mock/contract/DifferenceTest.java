package dev.forecourt.mock.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DifferenceTest {

  private static final Operation GET_CAR =
      new Operation("getCar", "GET", "/api/cars/{id}", List.of(200), List.of(), List.of());

  @Test
  void namesEachSegmentThatDiffers() {
    assertThat(Difference.between(GET_CAR, "GET", List.of("app", "car", "7")))
        .containsExactly(
            "path segment 1 must be 'api' but was 'app'",
            "path segment 2 must be 'cars' but was 'car'");
  }

  @Test
  void takesAnythingForAParameter() {
    assertThat(Difference.between(GET_CAR, "GET", List.of("api", "cars", "x y"))).isEmpty();
  }

  @Test
  void namesAnotherLengthAndAnotherVerb() {
    assertThat(Difference.between(GET_CAR, "POST", List.of("api", "cars")))
        .containsExactly("path must have 3 segments but had 2", "verb must be GET but was POST");
  }

  @Test
  void namesSlashesThatAreMissingOrTooMany() {
    Operation slash =
        new Operation("createSale", "POST", "/api/sales/", List.of(), List.of(), List.of());

    assertThat(Difference.between(slash, "POST", List.of("api", "sales")))
        .containsExactly("path must end with a slash");
    assertThat(Difference.between(slash, "POST", List.of("api", "sales", ""))).isEmpty();
    assertThat(Difference.between(GET_CAR, "GET", List.of("api", "cars", "7", "")))
        .containsExactly("path must not end with a slash");
    assertThat(Difference.between(GET_CAR, "GET", List.of("api", "", "cars", "7")))
        .containsExactly("path must not have two slashes in a row");
    assertThat(Difference.between(GET_CAR, "GET", List.of("", "api", "cars", "7", "", "")))
        .containsExactly(
            "path must not end with a slash", "path must not have two slashes in a row");
    assertThat(Difference.between(slash, "POST", List.of("api", "sales", "", "")))
        .containsExactly("path must not have two slashes in a row");
  }

  @Test
  void seesNoDoubledSlashInTheRoot() {
    assertThat(Difference.between(GET_CAR, "GET", List.of("")))
        .containsExactly("path must have 3 segments but had 0");
  }

  @Test
  void findsTheOperationThatOnlySlashesTellApart() {
    Operation plain = new Operation("a", "POST", "/api/b/", List.of(), List.of(), List.of());

    assertThat(NearMiss.nearest(List.of(GET_CAR, plain), "POST", List.of("api", "b")))
        .isEqualTo(
            "POST /api/b/ (a), but path must end with a slash. Next: GET /api/cars/{id} (getCar)");
  }

  @Test
  void cutsALongSegment() {
    assertThat(Difference.between(GET_CAR, "GET", List.of("api", "c".repeat(500), "1")))
        .containsExactly("path segment 2 must be 'cars' but was '" + "c".repeat(60) + "…'");
  }
}
