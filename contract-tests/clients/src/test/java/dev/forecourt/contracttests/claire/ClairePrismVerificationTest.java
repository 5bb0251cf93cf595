package dev.forecourt.contracttests.claire;

import au.com.dius.pact.provider.junitsupport.Provider;
import dev.forecourt.contracttests.kit.AbstractPrismVerificationTest;

@Provider(ClairePact.PROVIDER)
class ClairePrismVerificationTest extends AbstractPrismVerificationTest {}
