package dev.forecourt.contracttests.fidelisa;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.provider.junitsupport.Provider;
import dev.forecourt.contracttests.kit.AbstractPrismVerificationTest;
import dev.forecourt.contracttests.kit.Access;
import org.apache.hc.core5.http.HttpRequest;

@Provider(FidelisaPact.PROVIDER)
class FidelisaPrismVerificationTest extends AbstractPrismVerificationTest {
  /** Without credentials Prism answers 401 whatever it is told; Fidelisa knows only 403. */
  @Override
  protected void prepare(Interaction interaction, HttpRequest request) {
    FidelisaPact.BY_SHOP.exampleHeaders(Access.GRANTED).forEach(request::setHeader);
  }
}
