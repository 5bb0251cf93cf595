package dev.forecourt.mock.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The words of the rules; what each lets pass is tried by the generated checks. */
final class CheckTest {

  private static final Place AT = Place.body().field("kind");
  private static final BiConsumer<@Nullable Object, Violations> NULL =
      (value, out) -> {
        if (value != null) {
          out.otherType(AT, "be null", value);
        }
      };

  @Test
  void saysNothingOfTheAlternativeThatWantsAnotherType() {
    BiConsumer<@Nullable Object, Violations> known =
        (value, out) -> Check.among(value, AT, out, List.of("driver", "owner"));

    assertThat(tried("drivr", List.of(known, NULL)))
        .isEqualTo(
            "body field 'kind' must be one of driver, owner but was 'drivr' (nearest is 'driver')");
    assertThat(tried("owner", List.of(known, NULL))).isEmpty();
    assertThat(tried(null, List.of(known, NULL))).isEmpty();
  }

  @Test
  void namesEachTypeWhereNoneFits() {
    BiConsumer<@Nullable Object, Violations> number =
        (value, out) -> Check.isNumber(String.valueOf(value), AT, out);

    assertThat(tried("x", List.of(number, NULL)))
        .isEqualTo(
            "body field 'kind' must fit one of 2 alternatives but fits none (body field 'kind' must be a"
                + " number but was 'x' | body field 'kind' must be null but was 'x')");
  }

  @Test
  void saysWhatIsMissingOfTheAlternativeThatWasMeant() {
    BiConsumer<@Nullable Object, Violations> whole = (value, out) -> out.missing(AT.field("dir"));
    BiConsumer<@Nullable Object, Violations> none =
        (value, out) -> Check.never(AT.field("field"), out);

    assertThat(tried(Map.of("field", "x"), List.of(whole, none)))
        .isEqualTo("body field 'kind.dir' is required but was missing");
  }

  /** A wrong type further inside is what is to be mended. */
  @Test
  void tellsOfAWrongTypeInsideAnAlternative() {
    BiConsumer<@Nullable Object, Violations> first = (value, out) -> out.missing(AT.field("a"));
    BiConsumer<@Nullable Object, Violations> second =
        (value, out) -> Check.isString(1L, AT.field("b"), out);

    assertThat(tried(Map.of("b", 1L), List.of(first, second)))
        .contains("'kind.a' is required", "'kind.b' must be a string");
  }

  @Test
  void namesTheOneValueAndTheOneLengthThereIs() {
    Violations out = new Violations();

    Check.among("x", AT, out, List.of("client_credentials"));
    Check.amongNumbers(5L, AT, out, List.of("6"));
    Check.length("FRA", AT, out, 2, 2);

    assertThat(out.text())
        .isEqualTo(
            "body field 'kind' must be client_credentials but was 'x'; body field 'kind' must be 6 but was '5';"
                + " body field 'kind' must be 2 characters long but was 'FRA'");
  }

  private static String tried(
      @Nullable Object value, List<BiConsumer<@Nullable Object, Violations>> alternatives) {
    Violations out = new Violations();
    Check.alternatives(value, AT, out, false, alternatives);
    return out.text();
  }
}
