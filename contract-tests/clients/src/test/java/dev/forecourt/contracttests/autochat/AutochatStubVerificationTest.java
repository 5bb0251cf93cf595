package dev.forecourt.contracttests.autochat;

import static dev.forecourt.contracttests.autochat.AutochatPact.*;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import dev.forecourt.contracttests.kit.AbstractStubVerificationTest;

@Provider(PROVIDER)
class AutochatStubVerificationTest extends AbstractStubVerificationTest {
  AutochatStubVerificationTest() {
    super(VENDOR);
  }

  @State(TOKEN_STANDS)
  void token() {
    expect(200, "/api/options");
  }

  @State({
    CLIENT_IS_KNOWN,
    ANOTHER_AUDIENCE,
    "the stock integration of every dealership is on",
    "the option no_such_option does not exist"
  })
  void asItStarts() {}

  @State("the client has had too many tokens")
  void tooManyTokens() {
    control("/__mock/rate-limit", "{\"limit\": 0}");
  }

  @State("the stock integration of dealership switched-off is off")
  void switchedOff() {
    control(
        "/__mock/stock-integration", "{\"dealershipId\": \"switched-off\", \"enabled\": false}");
  }
}
