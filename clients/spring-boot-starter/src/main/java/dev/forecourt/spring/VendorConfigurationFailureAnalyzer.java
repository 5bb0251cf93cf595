package dev.forecourt.spring;

import java.util.Objects;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/**
 * Tells a failed start by property and place. Spring's own analyzer for wrong values would print
 * the value, which can be a secret.
 */
final class VendorConfigurationFailureAnalyzer
    extends AbstractFailureAnalyzer<VendorConfigurationException> {
  private final Environment environment;

  VendorConfigurationFailureAnalyzer(Environment environment) {
    this.environment = environment;
  }

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, VendorConfigurationException cause) {
    String property = cause.property();
    return new FailureAnalysis(
        "A Forecourt client cannot be built:\n\n"
            + "    Property: "
            + property
            + "\n    Origin: "
            + origin(property)
            + "\n    Reason: "
            + cause.reason(),
        "Change " + property + orDisable(property),
        cause);
  }

  /** Only a vendor can be disabled. */
  private static String orDisable(String property) {
    return property.startsWith("forecourt.defaults.")
        ? "."
        : ", or set "
            + property.replaceFirst("^(forecourt\\.[^.]+(\\.accounts\\.[^.]+)?).*", "$1.enabled")
            + " to false to do without this client.";
  }

  private String origin(String property) {
    if (!ConfigurationPropertyName.isValid(property)) {
      return "not known";
    }
    ConfigurationPropertyName name = ConfigurationPropertyName.of(property);
    for (var source : ConfigurationPropertySources.get(environment)) {
      var found = source.getConfigurationProperty(name);
      if (found != null) {
        return Objects.toString(found.getOrigin(), "not known");
      }
    }
    return "not set";
  }
}
