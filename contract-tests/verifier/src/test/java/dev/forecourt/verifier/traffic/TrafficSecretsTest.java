package dev.forecourt.verifier.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.verifier.Checkout;
import dev.forecourt.verifier.output.Format;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is found, nobody's data and no secret shows in a report or a patch. */
class TrafficSecretsTest {
  private static final List<String> SECRETS =
      List.of(
          "k3yOfTheAccount",
          "tok-9f8e7d",
          "eyJhbGciOiJIUzI1NiJ9",
          "hunter2hunter2",
          "c00kie-value",
          "s1gn4ture",
          "k3yInTheQuery",
          "AKIAIOSFODNN7EXAMPLE",
          "sk_live_4eC39HqLyjWDarjtT1",
          "9876");
  private static final List<String> PERSONAL =
      List.of(
          "Dupont",
          "jean.dupont@mail.example",
          "0612345678",
          "33612345678",
          "AB-123-CD",
          "WVWZZZ1KZCW162691",
          "13 rue du Bac",
          "1980-02-03",
          "jean.",
          "1984");

  @TempDir private Path folder;

  @Test
  void showsNeitherSecretsNorPersonalData() throws IOException {
    Checked checked = checked(false);

    for (String written : outputs(checked)) {
      assertThat(written).contains("fidcar");
      for (String each : Stream.concat(SECRETS.stream(), PERSONAL.stream()).toList()) {
        assertThat(written).doesNotContain(each);
      }
    }
  }

  @Test
  void showsValuesButNoSecretsIfItIsToldTo() throws IOException {
    Checked checked = checked(true);

    for (String written : outputs(checked)) {
      SECRETS.forEach(each -> assertThat(written).doesNotContain(each));
    }
    assertThat(checked.written(Format.TEXT)).contains("0612345678", "AB-123-CD");
  }

  private static List<String> outputs(Checked checked) throws IOException {
    return Stream.concat(
            Stream.of(Format.values()).map(checked::written),
            Stream.of(checked.traffic().patch().text()))
        .toList();
  }

  private Checked checked(boolean showValues) throws IOException {
    HarFile har = new HarFile();
    String body =
        """
        {"id": "42", "owner": "Jean Dupont", "mail": "jean.dupont@mail.example", "phone": "0612345678",
         "mobile": 33612345678, "plate": "AB-123-CD", "chassis": "WVWZZZ1KZCW162691",
         "street": "13 rue du Bac", "birthDate": "1980-02-03", "accessToken": "tok-9f8e7d",
         "note": "eyJhbGciOiJIUzI1NiJ9.e30.x", "password": "hunter2hunter2", "status": 33612345678,
         "service": "Jean Dupont", "grade": "0612345678",
         "aws": "AKIAIOSFODNN7EXAMPLE", "pay": "sk_live_4eC39HqLyjWDarjtT1", "pwd": "9876", "cvv": 9876,
         "link": "https://a.example/cb?access_token=tok-9f8e7d", "birthYear": 1984,
         "db": "jdbc://jean:hunter2hunter2@db.example", "jean.dupont@mail.example": {"a": 1},
         "survey": {"jean.dupont@mail.example": "0612345678"}}
        """;
    ObjectNode entry =
        har.entry(
            "GET",
            "https://jean:hunter2hunter2@www.fidcar.com/api/review/AB-123-CD?email=jean.dupont@mail.example&access_token=tok-9f8e7d&k3yInTheQuery&9876",
            200,
            "application/json",
            body);
    ObjectNode request = (ObjectNode) entry.path("request");
    HarFile.header(request, "Authorization", "k3yOfTheAccount");
    HarFile.header(request, "Cookie", "session=c00kie-value");
    HarFile.header(request, "X-Signature-Of-Us", "s1gn4ture");
    HarFile.header(request, "X-Pin", "9876");
    HarFile.header((ObjectNode) entry.path("response"), "X-Owner", "Jean Dupont");
    HarFile.header((ObjectNode) entry.path("response"), "X-Session", "c00kie-value");
    har.json("GET", "https://www.fidcar.com/api/people/Jean%20Dupont/0612345678", 200, "{}");
    har.json(
        "GET",
        "https://other.example/u/jean.dupont@mail.example/tok-9f8e7d?k=k3yOfTheAccount",
        200,
        "{}");
    TrafficOptions options =
        new TrafficOptions(null, Checkout.file("specs"), showValues, true, null);
    return Checked.with(options, har.write(folder.resolve("secret.har")));
  }
}
