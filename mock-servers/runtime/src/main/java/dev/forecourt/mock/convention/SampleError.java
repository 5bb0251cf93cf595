package dev.forecourt.mock.convention;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of an error what was true of the sample alone: its details, its ids, its time. What the
 * contract requires stays.
 */
final class SampleError {

  /** Members that tell which error it is: the same for each error with the status of the sample. */
  private static final Set<String> KINDS =
      Set.of(
          "type",
          "title",
          "name",
          "error",
          "code",
          "kind",
          "category",
          "status",
          "errorcode",
          "errortype");

  private final ErrorTemplate template;
  private final boolean ofSameStatus;
  private final Predicate<@Nullable Object> fits;
  private final Instant now;

  /** {@code fits}: whether the contract allows an error. */
  SampleError(ErrorTemplate template, int status, Predicate<@Nullable Object> fits, Instant now) {
    this.template = template;
    ofSameStatus = template.from() == status && template.to() == status;
    this.fits = fits;
    this.now = now;
  }

  /** The error without them; {@code error} is one that the contract allows. */
  @Nullable Object of(@Nullable Object error) {
    return below("", error);
  }

  private @Nullable Object below(String at, @Nullable Object error) {
    Object all = error;
    Object here = new Pointer(at).get(error);
    if (here instanceof Map<?, ?> members) {
      for (Object name : List.copyOf(members.keySet())) {
        String member = at + "/" + name.toString().replace("~", "~0").replace("/", "~1");
        boolean stays = leadsTo(template.message(), member) || isStatus(member, all);
        all = stays ? below(member, all) : member(member, all);
      }
    } else if (here instanceof List<?> list && !list.isEmpty()) {
      all = allowed(all, new Pointer(at).with(all, new ArrayList<>(list.subList(0, 1)), false));
      all = below(at + "/0", all);
    }
    return all;
  }

  private static boolean leadsTo(String place, String pointer) {
    return (place + "/").startsWith(pointer + "/");
  }

  /** Whether the status of the answer stands there; a code of the vendor is of the sample. */
  private boolean isStatus(String pointer, @Nullable Object error) {
    Object code = new Pointer(template.code()).get(error);
    return leadsTo(template.code(), pointer)
        && (code instanceof Number || String.valueOf(code).matches("[1-5]\\d\\d"));
  }

  private @Nullable Object member(String at, @Nullable Object error) {
    Pointer place = new Pointer(at);
    Object value = place.get(error);
    if (value == null || value instanceof Boolean || isKind(at, value)) {
      return error;
    }
    if (value instanceof String text && text.matches("\\d{4}-\\d\\d-\\d\\dT.*")) {
      return allowed(
          error, place.with(error, now.truncatedTo(ChronoUnit.SECONDS).toString(), false));
    }
    Object without = allowed(error, place.with(error, null, true));
    return without == error && value instanceof List
        ? allowed(error, place.with(error, List.of(), false))
        : without;
  }

  private boolean isKind(String at, Object value) {
    String name = at.substring(at.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return ofSameStatus
        && !(value instanceof Map || value instanceof List)
        && KINDS.contains(name.replaceAll("[^a-z]", ""));
  }

  private @Nullable Object allowed(@Nullable Object before, @Nullable Object changed) {
    return fits.test(changed) ? changed : before;
  }
}
