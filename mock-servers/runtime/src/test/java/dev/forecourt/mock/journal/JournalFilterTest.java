package dev.forecourt.mock.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JournalFilterTest {

  private static final List<String> OPERATIONS = List.of("listCars", "getCar");
  private static final List<JournalEntry> ALL =
      List.of(
          request("2026-01-01T10:00:00Z", "getCar", 200),
          request("2026-01-01T11:00:00Z", "getCar", 404),
          request("2026-01-01T12:00:00Z", null, 404),
          request("2026-01-01T13:00:00Z", "listCars", 0),
          request("2026-01-01T14:00:00Z", "listCars", 500));

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, 10 11 12 13 14",
        "status=404, 11 12",
        "status=4xx, 11 12",
        "status=0, 13",
        "operation=getCar, 10 11",
        "operation=getCar&status=2xx, 10",
        "unmatched=true, 12",
        "since=2026-01-01T13:00:00Z, 13 14",
        "unmatched=false, 10 11 12 13 14",
        "preflight=false, 10 11 12 13 14",
        "preflight=true, ''",
        "session=s, ''",
      })
  void showsWhatFitsAll(@Nullable String query, String hours) {
    JournalFilter filter = JournalFilter.ofVendor(Asked.of("GET", "/x").query(query), OPERATIONS);

    assertThat(
            ALL.stream()
                .filter(each -> filter.fits(each, null))
                .map(each -> each.time.toString().substring(11, 13)))
        .containsExactlyElementsOf(
            Stream.of(hours.split(" ")).filter(it -> !it.isEmpty()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status=4x | 'status' must be such as 404, 4xx, or 0 for no answer",
        "since=now | 'since' must be a time such as 2026-01-01T00:00:00Z",
        "code=404 | 'code' is not known here; allowed are after, body, limit, operation, preflight, session, since, status, text, unmatched",
        "opertion=getCar | 'opertion' is not known here; allowed are after, body, limit, operation, preflight, session, since, status, text, unmatched (nearest is 'operation')",
        "operation=getcars | 'operation' must be one of getCar, listCars but was 'getcars' (nearest is 'getCar')",
        "limit=ten | 'limit' must be a whole number",
        "body=1 | 'body' must be true or false",
        "vendor=fidcar | 'vendor' is not known here; ",
        "unmatched=yes | 'unmatched' must be true or false",
        "status=%zz | query string cannot be read: ",
      })
  void refusesWhatItDoesNotKnow(String query, String reason) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> JournalFilter.ofVendor(Asked.of("GET", "/x").query(query), OPERATIONS))
        .withMessageStartingWith(reason);
  }

  private static JournalEntry request(String time, @Nullable String operation, int status) {
    JournalEntry entry =
        new JournalEntry(
            new Handled(
                Instant.parse(time),
                0,
                Asked.of("GET", "/x"),
                operation,
                MockResponse.empty(status),
                null),
            new SharedTexts(),
            List.of());
    entry.id = 1;
    return entry;
  }
}
