package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.forecourt.mock.http.Cors;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.Vendors;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class OptionsTest {

  private static final List<Vendor> VENDORS = Vendors.all();

  @Test
  void checksResponsesWhenAsked() {
    assertThat(service(parse("--check-responses")).checkResponses()).isTrue();
    assertThat(service(parse()).checkResponses()).isFalse();
  }

  @Test
  void servesEveryVendorOnItsOwnPortWithItsKeyUnlessTold() {
    Service fidcar = service(parse());

    assertThat(fidcar.port()).isEqualTo(4011);
    assertThat(fidcar.keys()).containsExactly("fidcar-test-key");
  }

  @Test
  void takesPortBaseAndKeys() {
    Service fidcar =
        service(parse("--port-base", "9000", "--key", "fidcar=one", "--key", "fidcar=a=b"));

    assertThat(fidcar.port()).isEqualTo(9000);
    assertThat(fidcar.keys()).isEqualTo(Set.of("one", "a=b"));
  }

  @Test
  void prefersThePortOfTheVendorToThePortBase() {
    assertThat(service(parse("--port-base", "9000", "--port", "fidcar=1234")).port())
        .isEqualTo(1234);
  }

  @Test
  void bindsToThisMachineOnlyUnlessTold() {
    assertThat(parse().bind()).isEqualTo("localhost");
    assertThat(parse("--bind", "0.0.0.0").bind()).isEqualTo("0.0.0.0");
  }

  @Test
  void hasAConsoleUnlessToldOrTestingItself() {
    assertThat(parse().hasConsole()).isTrue();
    assertThat(parse().consolePort()).isNull();
    assertThat(parse("--console-port", "0").consolePort()).isZero();
    assertThat(parse("--console", "off").hasConsole()).isFalse();
    assertThat(parse("--self-test").hasConsole()).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("--console", "no"))
        .withMessage("Option --console takes on or off but was given 'no'.");
  }

  @Test
  void beginsWithAScenarioWhereAVendorHasIt() {
    assertThat(service(parse("--scenario", "no-reviews")).scenarios().first())
        .isEqualTo("no-reviews");
    assertThat(service(parse("--scenario", "empty-stock")).scenarios().first()).isNull();
    assertThat(service(parse("--scenario", "fidcar=slow")).scenarios().first()).isEqualTo("slow");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> service(parse("--scenario", "empty-stok")))
        .withMessageStartingWith("No vendor has a scenario 'empty-stok'. There are ")
        .withMessageEndingWith(" (nearest is 'empty-stock').");
  }

  @Test
  void namesTheVendorsItKnows() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("--vendor", "fidcra"))
        .withMessage(
            "Unknown vendor 'fidcra'. Known: autengo, autochat, claire, fidcar, fidelisa.");
  }

  @Test
  void doesNotRepeatAKeyThatIsWronglyGiven() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("--key", "s3cret"))
        .withMessage("Option --key takes VENDOR=VALUE.");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("--fast", "1"))
        .withMessage("Unknown option: --fast");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("--port", "fidcar=70000"))
        .withMessage(
            "Option --port takes a port, a number from 0 to 65535, but was given '70000'.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("--cors", "localhost:5173"))
        .withMessageEndingWith("but was 'localhost:5173'. Put http:// before it.");
  }

  @Test
  void isOpenToAllPagesUnlessTold() {
    assertThat(service(parse()).cors()).isEqualTo(Cors.OPEN);
    assertThat(service(parse("--cors", "off")).cors()).isEqualTo(Cors.OFF);
    assertThat(
            service(parse("--cors", "http://LOCALHOST:5173", "--cors", "https://a.example")).cors())
        .isEqualTo(Cors.of(Set.of("http://localhost:5173", "https://a.example")));
  }

  @Test
  void refusesPagesThatAreNoneAndBothAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("--cors", "localhost:5173"))
        .withMessageStartingWith("An origin is a scheme, a host and a port");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("--cors", "off", "--cors", "http://localhost:5173"))
        .withMessage("Option --cors is either off or the origins that may call, not both.");
  }

  @Test
  void takesUnsignedCallsOfVendorsThatSignAlone() {
    Options options = parse("--vendor", "fidelisa", "--unsigned", "fidelisa");

    assertThat(service(options).unsigned()).isTrue();
    assertThat(service(parse("--vendor", "fidelisa")).unsigned()).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("--unsigned", "fidcar"))
        .withMessage(
            "Calls of fidcar are not signed, so there is nothing to leave out. Send its test credentials.");
  }

  @Test
  void speaksHttpUnlessTold() {
    assertThat(parse().https()).isNull();
  }

  @Test
  void wantsTheCertificateWithItsKeyAndNoOtherBeside() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("--https-cert", "a.crt"))
        .withMessage(
            "Options --https-cert and --https-key go together: the certificate and its key.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("--https", "--https-cert", "a.crt", "--https-key", "a.key"))
        .withMessage(
            "Option --https-cert gives a certificate, and --https makes one. Leave out --https and --https-dir.");
  }

  @Test
  void namesTheOptionThatWasMeant() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("--chek-responses"))
        .withMessage("Unknown option: --chek-responses (nearest is '--check-responses')");
  }

  @Test
  void saysWhatAnOptionTakes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("--port"))
        .withMessage("Missing value: --port ID=PORT");
  }

  @Test
  void repeatsNoKeyThatIsWrittenBehindEquals() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("--key=fidcar=s3cret"))
        .withMessage("Unknown option: --key. The value follows after a space, without '='");
  }

  @Test
  void helpShowsEveryOptionWithItsValueInOneColumn() {
    assertThat(Option.usage("npx forecourt-mocks"))
        .startsWith("Usage: npx forecourt-mocks [options]\n")
        .contains("\n  --vendor ID          serve this vendor only")
        .contains("\n  --webhook-host NAME  webhooks may be called")
        .contains(Arrays.stream(Option.values()).map(each -> "\n  " + each.shape()).toList())
        .endsWith("print this text\n");
  }

  @Test
  void versionIsAnOptionOfItsOwn() {
    assertThat(parse("--version").version()).isTrue();
    assertThat(parse().version()).isFalse();
  }

  private static Options parse(String... arguments) {
    return Options.parse(List.of(arguments), VENDORS);
  }

  private static Service service(Options options) {
    return options.services(VENDORS).get(0);
  }
}
