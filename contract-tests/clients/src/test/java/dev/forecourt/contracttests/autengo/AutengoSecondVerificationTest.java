package dev.forecourt.contracttests.autengo;

import dev.forecourt.contracttests.kit.AbstractSecondVerificationTest;

class AutengoSecondVerificationTest extends AbstractSecondVerificationTest {
  AutengoSecondVerificationTest() {
    super(new AutengoStubVerificationTest());
  }
}
