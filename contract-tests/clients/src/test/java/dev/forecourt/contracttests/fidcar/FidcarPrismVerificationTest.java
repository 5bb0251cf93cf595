package dev.forecourt.contracttests.fidcar;

import au.com.dius.pact.provider.junitsupport.Provider;
import dev.forecourt.contracttests.kit.AbstractPrismVerificationTest;

@Provider(FidcarPact.PROVIDER)
class FidcarPrismVerificationTest extends AbstractPrismVerificationTest {}
