package dev.forecourt.fidcar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.fidcar.model.Answer;
import dev.forecourt.fidcar.model.Bridge;
import dev.forecourt.fidcar.model.Communication;
import dev.forecourt.fidcar.model.Contact;
import dev.forecourt.fidcar.model.ContactMethod;
import dev.forecourt.fidcar.model.ContactStatus;
import dev.forecourt.fidcar.model.Dealership;
import dev.forecourt.fidcar.model.DealershipPage;
import dev.forecourt.fidcar.model.Dispute;
import dev.forecourt.fidcar.model.DisputeStatus;
import dev.forecourt.fidcar.model.ErrorEnvelope;
import dev.forecourt.fidcar.model.Lead;
import dev.forecourt.fidcar.model.Review;
import dev.forecourt.fidcar.model.User;
import dev.forecourt.runtime.json.Drift;
import dev.forecourt.runtime.json.Json;
import dev.forecourt.runtime.json.LooseNumber;
import dev.forecourt.runtime.json.Reading;
import dev.forecourt.runtime.json.VendorJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models read FIDCAR's samples (specs/fidcar/evidence) and write them back unchanged. */
class ModelsTest {

  static Stream<Arguments> samples() {
    return Stream.of(
        Arguments.of("answer", Answer.class),
        Arguments.of("bridge", Bridge.class),
        Arguments.of("communication", Communication.class),
        Arguments.of("contact", Contact.class),
        Arguments.of("dealership", Dealership.class),
        Arguments.of("dispute", Dispute.class),
        Arguments.of("error", ErrorEnvelope.class),
        Arguments.of("lead", Lead.class),
        Arguments.of("page", DealershipPage.class),
        Arguments.of("review", Review.class),
        Arguments.of("user", User.class));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void writesBackWhatItRead(String sample, Class<?> model) throws Exception {
    String json = Evidence.of(sample);

    String written = VendorJson.write(VendorJson.read(json, model));

    assertThat(exact(written)).isEqualTo(exact(json));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void knowsEveryMemberOfTheSample(String sample, Class<?> model) throws Exception {
    Object read = VendorJson.read(Evidence.of(sample), model);

    Object unknown = model.getMethod("additionalProperties").invoke(read);

    assertThat(unknown).isEqualTo(Map.of());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void equalsItsCopyAndNotAChangedOne(String sample, Class<?> model) throws Exception {
    Object read = VendorJson.read(Evidence.of(sample), model);
    Object builder = model.getMethod("toBuilder").invoke(read);
    Class<?> builderType = builder.getClass();

    Object copy = builderType.getMethod("build").invoke(builder);
    builderType
        .getMethod("additionalProperty", String.class, Json.class)
        .invoke(builder, "new", Json.of("x"));
    Object changed = builderType.getMethod("build").invoke(builder);

    assertThat(copy).isEqualTo(read).hasSameHashCodeAs(read).isNotSameAs(read);
    assertThat(changed).isNotEqualTo(read);
  }

  @Test
  void keepsUnknownMembersWithTheirExactValues() {
    String json =
        "{\"id\":1,\"new\":{\"a\":[1.50,null,true]},\"big\":12345678901234567890,\"none\":null}";

    Dealership read = VendorJson.read(json, Dealership.class);

    assertThat(read.additionalProperties()).containsOnlyKeys("new", "big", "none");
    assertThat(VendorJson.write(read))
        .isEqualTo(
            "{\"id\":1,\"new\":{\"a\":[1.50,null,true]},\"big\":12345678901234567890,\"none\":null}");
  }

  @Test
  void keepsNullApartFromAbsent() {
    String withNull = "{\"closedAt\":null}";

    Dispute dispute = VendorJson.read(withNull, Dispute.class);

    assertThat(dispute.closedAt()).isNull();
    assertThat(VendorJson.write(dispute)).isEqualTo(withNull);
    assertThat(VendorJson.write(dispute.toBuilder().build())).isEqualTo(withNull);
    assertThat(VendorJson.write(VendorJson.read("{}", Dispute.class))).isEqualTo("{}");
  }

  @Test
  void replacesANullThatWasRead() {
    Dealership read = VendorJson.read("{\"code\":null}", Dealership.class);

    Dealership changed = read.toBuilder().code("A").build();

    assertThat(VendorJson.write(changed)).isEqualTo("{\"code\":\"A\"}");
  }

  @Test
  void readsTheDisputeSpellingOfTheSample() {
    String json = "{\"wishContactMethod\":\"phone\"}";

    Dispute dispute = VendorJson.read(json, Dispute.class);

    assertThat(dispute.wishContactMethod()).isEqualTo(ContactMethod.PHONE);
    assertThat(VendorJson.write(dispute)).isEqualTo(json);
  }

  @Test
  void readsTheDisputeSpellingOfTheTableAndKeepsIt() {
    String json = "{\"wishContactMethode\":\"email\"}";

    Dispute dispute = VendorJson.read(json, Dispute.class);

    assertThat(dispute.wishContactMethod()).isEqualTo(ContactMethod.EMAIL);
    assertThat(VendorJson.write(dispute)).isEqualTo(json);
  }

  @Test
  void prefersTheSpellingOfTheSampleAndKeepsBoth() {
    String json = "{\"wishContactMethod\":\"phone\",\"wishContactMethode\":\"email\"}";

    Dispute dispute = VendorJson.read(json, Dispute.class);

    assertThat(dispute.wishContactMethod()).isEqualTo(ContactMethod.PHONE);
    assertThat(VendorJson.write(dispute)).isEqualTo(json);
  }

  @Test
  void readsGradesThatAreTextOrFalse() {
    Dealership dealership = VendorJson.read(Evidence.of("dealership"), Dealership.class);

    assertThat(dealership.grade().value()).contains(new BigDecimal("9.40"));
    assertThat(dealership.social().get("facebook").value()).contains(new BigDecimal("6.70"));
    assertThat(dealership.social().get("pagesjaunes").value()).isEmpty();
    assertThat(dealership.social().get("pagesjaunes")).isEqualTo(LooseNumber.ofFalse());
    assertThat(dealership.coords())
        .containsExactly(LooseNumber.of("48.26900"), LooseNumber.of("-1.11800"));
  }

  @Test
  void readsKilometresThatAreANumberOrText() {
    Contact number = VendorJson.read("{\"km\":239143}", Contact.class);
    Contact text = VendorJson.read("{\"km\":\"239143\"}", Contact.class);

    assertThat(number.km().value()).contains(new BigDecimal("239143"));
    assertThat(text.km().value()).contains(new BigDecimal("239143"));
    assertThat(VendorJson.write(number)).isEqualTo("{\"km\":239143}");
    assertThat(VendorJson.write(text)).isEqualTo("{\"km\":\"239143\"}");
  }

  @Test
  void keepsValuesThatTheContractDoesNotList() {
    String json = "{\"status\":\"paused\"}";

    Contact contact = VendorJson.read(json, Contact.class);

    assertThat(contact.status()).isEqualTo(ContactStatus.of("paused"));
    assertThat(contact.status().value()).isEqualTo("paused");
    assertThat(contact.status().known()).isEqualTo(ContactStatus.Known.UNKNOWN);
    assertThat(VendorJson.write(contact)).isEqualTo(json);
  }

  @Test
  void givesConstantsForValuesThatTheContractLists() {
    assertThat(DisputeStatus.of("closed")).isSameAs(DisputeStatus.CLOSED);
    assertThat(DisputeStatus.CLOSED.known()).isEqualTo(DisputeStatus.Known.CLOSED);
    assertThat(ContactStatus.of("too_soon")).isSameAs(ContactStatus.TOO_SOON);
    assertThat(DisputeStatus.CLOSED).hasToString("closed").isNotEqualTo(DisputeStatus.SOLVED);
  }

  @Test
  void readsTimesWithAndWithoutZone() {
    Contact contact = VendorJson.read(Evidence.of("contact"), Contact.class);
    Contact iso = VendorJson.read("{\"datetime\":\"2017-10-10T18:00:30+02:00\"}", Contact.class);
    Dispute dispute = VendorJson.read(Evidence.of("dispute"), Dispute.class);

    assertThat(contact.datetime()).isEqualTo(LocalDateTime.of(2017, 10, 10, 18, 0, 30));
    assertThat(iso.datetime()).isEqualTo(LocalDateTime.of(2017, 10, 10, 18, 0, 30));
    assertThat(contact.mec()).isEqualTo(LocalDate.of(2015, 10, 1));
    assertThat(dispute.createdAt()).hasToString("2019-05-24T15:26:37+02:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"datetime\":\"2017-10-10T18:00:30+02:00\"}",
        "{\"datetime\":\"2017-10-10 18:00:30.250\"}",
        "{\"datetime\":\"0000-00-00 00:00:00\"}",
        "{\"datetime\":\"\"}",
        "{\"mec\":\"0000-00-00\"}",
        "{\"mec\":\"\"}",
        "{\"immat\":78310}",
        "{\"pro\":0}",
        "{\"pro\":\"true\"}",
        "{\"status\":7}",
        "{\"user\":[]}",
        "{\"review\":{\"grade\":\"10\"}}",
        "{\"review\":{\"survey\":[]}}",
      })
  void keepsSpellingsThatTheContractDoesNotExpect(String json) {
    Contact contact = VendorJson.read(json, Contact.class);

    assertThat(VendorJson.write(contact)).isEqualTo(json);
    assertThat(VendorJson.write(contact.toBuilder().build())).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2019-05-24T15:26:37.000+02:00",
        "2019-05-24T15:26:37+00:00",
        "2019-05-24T15:26:37Z",
        "0001-01-01T00:00:00Z",
        "2019-05-24T15:26+02:00",
        "never"
      })
  void keepsSpellingsOfTimesWithOffset(String time) {
    String json = "{\"createdAt\":\"" + time + "\"}";

    assertThat(VendorJson.write(VendorJson.read(json, Dispute.class))).isEqualTo(json);
  }

  @Test
  void readsTheValueOfAnUnexpectedSpelling() {
    Contact contact =
        VendorJson.read("{\"immat\":78310,\"pro\":1,\"mec\":\"0000-00-00\"}", Contact.class);

    assertThat(contact.immat()).isEqualTo("78310");
    assertThat(contact.pro()).isTrue();
    assertThat(contact.mec()).isNull();
    assertThat(contact.additionalProperties()).containsOnlyKeys("immat", "pro", "mec");
  }

  @Test
  void forgetsTheSpellingReadWhenTheMemberIsSet() {
    Contact read = VendorJson.read("{\"immat\":78310,\"mec\":\"0000-00-00\"}", Contact.class);

    Contact changed = read.toBuilder().immat("A").mec(LocalDate.of(2015, 10, 1)).build();

    assertThat(VendorJson.write(changed)).isEqualTo("{\"immat\":\"A\",\"mec\":\"2015-10-01\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"reviews\":8.5}   | $.reviews: expected an integer of 32 bits, found a number with a fraction",
        "{\"reviews\":\"many\"} | $.reviews: expected an integer of 32 bits, found text",
        "{\"reviews\":[]}    | $.reviews: expected an integer of 32 bits, found an array",
        "{\"id\":{}}         | $.id: expected an integer, found an object",
        "{\"id\":1e30}       | $.id: expected an integer, found a number out of range",
        "{\"bridge\":[1]}    | $.bridge: expected an object, found an array",
        "{\"bridge\":false}  | $.bridge: expected an object, found a boolean",
        "{\"bridge\":\"\"}     | $.bridge: expected an object, found text",
        "{\"brands\":7}      | $.brands: expected an array, found a number",
        "{\"brands\":{}}     | $.brands: expected an array, found an object",
        "{\"brands\":[{}]}   | $.brands[0]: expected text, found an object",
        "{\"brands\":[null]} | $.brands[0]: expected text, found null",
        "{\"social\":[]}     | $.social: expected an object, found an array",
        "{\"social\":{\"a b\":{}}} | $.social['a b']: expected a number, found an object",
        "{\"grade\":[]}      | $.grade: expected a number, found an array",
        "{\"bridge\":{\"code\":[]}} | $.bridge.code: expected text, found an array"
      })
  void losesNothingButTheValueWhereTheTypeIsWrong(String json, String drift) {
    Reading<Dealership> read = VendorJson.reading(json, Dealership.class);

    assertThat(read.drifts()).extracting(Drift::toString).containsExactly(drift);
    assertThat(VendorJson.write(read.value())).isEqualTo(json);
    assertThat(VendorJson.write(read.value().toBuilder().build())).isEqualTo(json);
  }

  @Test
  void givesEmptyListsWhereThereAreNone() {
    Dealership absent = VendorJson.read("{}", Dealership.class);
    Dealership isNull = VendorJson.read("{\"brands\":null,\"social\":null}", Dealership.class);

    assertThat(absent.brands()).isEmpty();
    assertThat(isNull.brands()).isEmpty();
    assertThat(isNull.social()).isEmpty();
    assertThat(VendorJson.write(isNull)).isEqualTo("{\"brands\":null,\"social\":null}");
  }

  @Test
  void doesNotLetListsBeChanged() {
    List<String> mine = new java.util.ArrayList<>(List.of("BMW"));
    Dealership dealership = Dealership.builder().brands(mine).build();

    mine.add("Mini");

    assertThat(dealership.brands()).containsExactly("BMW");
    assertThatThrownBy(() -> dealership.brands().add("Mini"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void showsNoPersonalDataInToString() {
    Contact contact = VendorJson.read(Evidence.of("contact"), Contact.class);

    assertThat(contact.toBuilder().review(null).build())
        .hasToString(
            "Contact{id=d57c6ec6-4ebd-4a01-a6fd-9771638424c9, user=User{firstname=…, lastname=…,"
                + " email=…, phone=…}, pro=false, service=sav, datetime=2017-10-10T18:00:30,"
                + " communication=[4], seller=…, brand=…, model=…, immat=…, vin=…, km=239143,"
                + " mec=2015-10-01, origin=…}");
  }

  /** Equal only if every number has the same digits. */
  private static JsonNode exact(String json) throws JsonProcessingException {
    return new ObjectMapper()
        .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .readTree(json);
  }
}
