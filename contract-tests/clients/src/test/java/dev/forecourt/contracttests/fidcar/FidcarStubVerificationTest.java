package dev.forecourt.contracttests.fidcar;

import static dev.forecourt.contracttests.fidcar.FidcarPact.DISPUTE;
import static dev.forecourt.contracttests.fidcar.FidcarPact.REVIEW;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import dev.forecourt.contracttests.kit.AbstractStubVerificationTest;

@Provider(FidcarPact.PROVIDER)
class FidcarStubVerificationTest extends AbstractStubVerificationTest {
  FidcarStubVerificationTest() {
    super(FidcarPact.VENDOR);
  }

  @State("dealership 1325 exists")
  void dealership() {
    expect(200, "/api/local/1325");
  }

  @State("several dealerships exist")
  void severalDealerships() {
    expect("\"page\":2,\"limit\":1", "/api/local?page=2&limit=1");
  }

  @State("contact d57c6ec6 of dealership 1325 exists")
  void contact() {
    expect(REVIEW, "/api/local/1325/contact?limit=100");
  }

  @State("review d57c6ec6 of dealership 1325 exists")
  void review() {
    expect(200, "/api/review/" + REVIEW);
  }

  @State("a lead of dealership 1325 exists")
  void lead() {
    expect("6 mois", "/api/local/1325/lead?type=Neuf");
  }

  @State("dispute 4012 exists")
  void dispute() {
    expect(200, "/api/dispute/" + DISPUTE);
  }

  @State("dealership 999999 does not exist")
  void noDealership() {
    expect(404, "/api/local/999999");
  }

  @State("review 00000000 does not exist")
  void noReview() {
    expect(404, "/api/review/00000000");
  }

  @State("dispute 999999 does not exist")
  void noDispute() {
    expect(404, "/api/dispute/999999");
  }
}
