package dev.forecourt.contracttests.claire;

import dev.forecourt.contracttests.kit.AbstractSecondVerificationTest;

class ClaireSecondVerificationTest extends AbstractSecondVerificationTest {
  ClaireSecondVerificationTest() {
    super(new ClaireStubVerificationTest());
  }
}
