package dev.forecourt.verifier.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.rules.Contract;
import dev.forecourt.contract.rules.Rule;
import dev.forecourt.verifier.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proposed change applies with git, keeps the rules, and allows what was seen. */
class PatchTest {
  @TempDir private Path folder;
  private Path specs;

  @BeforeEach
  void copiesTheContracts() throws IOException, InterruptedException {
    specs = folder.resolve("checkout/specs");
    for (String vendor : List.of("autengo", "claire", "fidcar", "fidelisa")) {
      copy(Checkout.contract(vendor), specs.resolve(vendor));
    }
    git("init", "-q", ".");
  }

  @Test
  void proposesAMemberInTheWordsOfTheContract() throws IOException {
    HarFile har =
        new HarFile()
            .json(
                "GET",
                "https://www.fidcar.com/api/review/42",
                200,
                "{\"id\": \"42\", \"loyalty\": {\"level\": \"Gold\", \"since\": \"2017-10-10\"}}");

    Patch patch = checked(har).traffic().patch();

    assertThat(patch.text())
        .isEqualTo(
            """
            --- a/specs/fidcar/components/schemas/Review.yaml
            +++ b/specs/fidcar/components/schemas/Review.yaml
            @@ -55,4 +55,16 @@
                 type: string
                 description: "Always `published`, says the vendor."
                 example: published
            +  loyalty:
            +    type: object
            +    properties:
            +      level:
            +        type: string
            +      since:
            +        type: string
            +        format: date
            +    description: "Seen in traffic; the vendor's text does not mention it. Say here what it means."
            +    example: {"level":"text","since":"2026-01-31"}
            +    x-documented: false
            +    x-source: "recording seen.har, log.entries[0]"
             x-source: "fidcar.md, Review, L450-484"
            """);
    assertThat(patch.proposed()).isEqualTo(1);
    assertThat(patch.left()).isEmpty();
  }

  @Test
  void isCleanOnceItIsApplied() throws IOException, InterruptedException {
    HarFile har = manyDifferences();
    Checked before = checked(har);
    Patch patch = before.traffic().patch();
    Path file = Files.writeString(folder.resolve("seen.patch"), patch.text());

    git("apply", file.toString());
    Checked after = checked(har);

    assertThat(before.errors()).hasSizeGreaterThan(25);
    assertThat(patch.left()).isEmpty();
    assertThat(after.errors()).isEmpty();
    for (String vendor : List.of("autengo", "claire", "fidcar", "fidelisa")) {
      Contract contract = Contract.of(specs.resolve(vendor));
      assertThat(Rule.all().stream().flatMap(rule -> rule.check(contract).stream())).isEmpty();
    }
  }

  @Test
  void leavesAWholeUnknownOperationToPeople() throws IOException {
    HarFile har = new HarFile().json("GET", "https://www.fidcar.com/api/statistics", 200, "{}");

    Patch patch = checked(har).traffic().patch();

    assertThat(patch.text()).isEmpty();
    assertThat(patch.summary(Path.of("x"))).isEqualTo("Nothing to propose");
  }

  @Test
  void leavesAnotherKindOfAPageOrOfItsListToPeople() throws IOException {
    HarFile har =
        new HarFile()
            .json("GET", "https://www.fidcar.com/api/dispute", 200, "[]")
            .json(
                "GET",
                "https://www.fidcar.com/api/dispute",
                200,
                "{\"page\": 1, \"limit\": 5, \"total\": 0, \"data\": {}}");

    Patch patch = checked(har).traffic().patch();

    assertThat(patch.text()).isEmpty();
    assertThat(patch.left())
        .satisfiesExactlyInAnyOrder(
            page -> assertThat(page).contains("array found, object expected"),
            list ->
                assertThat(list).contains("`data` of the answer: object found, array expected"));
  }

  @Test
  void addsOneAlternativeToAChoiceForAllThatWasSeen() throws IOException {
    HarFile har = new HarFile();
    for (String season : List.of("true", "\"warm\"", "[1.5]")) {
      har.json(
          "GET",
          "https://public-api.claireit.com/v1/car?vin=A",
          200,
          "{\"tyres_on_car\": {\"front_left_tyre\": {\"season\": " + season + "}}}");
    }

    Patch patch = checked(har).traffic().patch();

    assertThat(patch.text())
        .isEqualTo(
            """
            --- a/specs/claire/components/schemas/Tyre.yaml
            +++ b/specs/claire/components/schemas/Tyre.yaml
            @@ -86,6 +86,14 @@
                   - $ref: Season.yaml
                   - enum:
                       - null
            +      - anyOf:
            +          - type: boolean
            +          - type: string
            +          - type: array
            +            items:
            +              type: number
            +        x-documented: false
            +        x-source: "recording seen.har, log.entries[0]"
                 description: "Season for which the tyre is made."
                 example: 0
                 x-documented: false
            """);
    assertThat(patch.left()).isEmpty();
  }

  @Test
  void leavesOutWhatTheReviewedListHas() throws IOException {
    HarFile har =
        new HarFile()
            .json("GET", "https://www.fidcar.com/api/review/42", 200, "{\"a\": 1, \"b\": 2}");
    Path reviewed =
        Files.writeString(
            folder.resolve("reviewed.yaml"),
            "- {vendor: fidcar, operation: getReview, rule: response.body.unknown, place: \"*/Review/properties/a\", reason: Wanted.}\n");

    Checked checked =
        Checked.with(Checked.options(specs, reviewed), har.write(folder.resolve("seen.har")));

    assertThat(checked.traffic().patch().text()).contains("+  b:").doesNotContain("+  a:");
  }

  @Test
  void needsTheSourcesOfTheContracts() throws IOException {
    TrafficOptions options = new TrafficOptions(null, null, false, false, null);
    Traffic traffic =
        Traffic.of(
            dev.forecourt.verifier.contract.VendorContracts.packaged(), options, pact -> List.of());

    assertThatThrownBy(traffic::patch)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "A patch changes the sources of contracts. Say where they are: --specs DIR, such as specs of a checkout.");
  }

  private static HarFile manyDifferences() {
    HarFile har = new HarFile();
    String fidcar = "https://www.fidcar.com";
    String review =
        """
        {"id": 42, "service": "wash", "grade": 11.5, "status": null, "mood": true, "price": 12.5,
         "survey": {"Accueil": "good"}, "seen": "2017-10-10 18:00:30", "datetime": "10/10/2017",
         "user": {"firstname": null, "lastname": 7, "nick": null, "tags": []},
         "answer": {"by": [{"id": 1}, {"id": 2, "at": "2017-10-10T18:00:30Z"}]}}
        """;
    har.json("GET", fidcar + "/api/review/42", 200, review);
    har.json("GET", fidcar + "/api/review/43", 200, "{\"service\": \"tyres\", \"grade\": 0}");
    har.json(
        "GET",
        fidcar + "/api/review?sort=date&yes=1&tag=a&tag=b",
        200,
        "{\"page\": \"1\", \"data\": []}");
    har.json(
        "GET", fidcar + "/api/review/44", 418, "{\"error\": {\"code\": 418, \"message\": \"\"}}");
    har.json("GET", fidcar + "/api/review/44", 599, "{\"problem\": \"Jean\"}");
    har.entry("GET", fidcar + "/api/review/44", 204, "", "");
    har.entry("GET", fidcar + "/api/review/44", 200, "text/html", "<html/>");
    ObjectNode limits = har.entry("GET", fidcar + "/api/review/45", 200, "application/json", "{}");
    HarFile.header((ObjectNode) limits.path("response"), "X-Left", "12");
    HarFile.header((ObjectNode) limits.path("response"), "X-Reset", "soon");
    HarFile.header((ObjectNode) limits.path("request"), "X-Client", "web");
    ObjectNode form =
        har.entry("POST", fidcar + "/api/local/7/contact", 200, "application/json", "{}");
    ((ObjectNode) form.path("request"))
        .putObject("postData")
        .put("mimeType", "application/x-www-form-urlencoded")
        .put("text", "firstname=A&lastname=B&phone=1&nickname=x&km=-5&mec=10%2F10%2F2017");
    String autengo = "https://api.dev-stage.autengo.com/v3";
    har.json(
        "GET",
        autengo + "/vehicle/AIQ?expand=all",
        200,
        """
        {"vehicle": {"sellingId": 7, "vehicleState": {"key": "auctioned", "text": "x"}, "colorId": 99,
         "isMetallicColor": "yes", "vin": 5, "fuelType": null, "battery": {"kwh": 64.5}}}
        """);
    har.json("GET", "https://public-api.claireit.com/v1/locations", 200, "{\"more\": 1}");
    har.json("GET", "https://api.fidelisa.com/api/customers/7", 200, "{\"id\": [], \"vip\": 1}");
    return har;
  }

  private Checked checked(HarFile har) throws IOException {
    return Checked.with(Checked.options(specs, null), har.write(folder.resolve("seen.har")));
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    String[] command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toArray(String[]::new);
    Files.createDirectories(folder.resolve("checkout"));
    Process git =
        new ProcessBuilder(command)
            .directory(folder.resolve("checkout").toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(said).isZero();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path target = to.resolve(from.relativize(each));
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target);
        }
      }
    }
  }
}
