package dev.forecourt.contracttests.autochat;

import dev.forecourt.contracttests.kit.AbstractSecondVerificationTest;

class AutochatSecondVerificationTest extends AbstractSecondVerificationTest {
  AutochatSecondVerificationTest() {
    super(new AutochatStubVerificationTest());
  }
}
