package dev.forecourt.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * A bean of each client on the class path that has no class of its own here, such as those that are
 * generated from a vendor's own OpenAPI file.
 */
@AutoConfiguration(after = ForecourtAutoConfiguration.class)
@Import(OtherClientsRegistrar.class)
public final class OtherClientsAutoConfiguration {}
