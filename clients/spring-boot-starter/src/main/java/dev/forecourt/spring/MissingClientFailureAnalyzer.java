package dev.forecourt.spring;

import dev.forecourt.runtime.VendorClient;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Says which property a client waits for, where the application cannot do without the client. Comes
 * before Spring's own analyzer, which advises to write a bean.
 */
@Order(0)
final class MissingClientFailureAnalyzer
    extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException> {
  private final Environment environment;

  MissingClientFailureAnalyzer(Environment environment) {
    this.environment = environment;
  }

  @Override
  protected @Nullable FailureAnalysis analyze(
      Throwable rootFailure, NoSuchBeanDefinitionException cause, @Nullable String description) {
    Class<?> client = cause.getBeanType();
    if (client == null || !VendorClient.class.isAssignableFrom(client)) {
      return null;
    }
    return vendor(client)
        .map(vendor -> OnVendorCondition.outcome(vendor, environment))
        .filter(outcome -> !outcome.isMatch())
        .map(outcome -> analysis(client, outcome, cause, description))
        .orElse(null);
  }

  private static FailureAnalysis analysis(
      Class<?> client,
      ConditionOutcome outcome,
      NoSuchBeanDefinitionException cause,
      @Nullable String description) {
    return new FailureAnalysis(
        (description == null ? "A component" : description)
            + " required a bean of type '"
            + client.getName()
            + "' that could not be found.\n\n    Reason: "
            + outcome.getMessage().replaceFirst("^@\\S+ ", ""),
        "Set the credentials as properties, or ask for an ObjectProvider<"
            + client.getSimpleName()
            + "> where the application can do without the client.",
        cause);
  }

  /** What is said about the vendor whose package the client is in. */
  private static Optional<MergedAnnotation<ConditionalOnVendor>> vendor(Class<?> client) {
    String own = ClassUtils.getPackageName(MissingClientFailureAnalyzer.class);
    ClassLoader loader = client.getClassLoader();
    return StreamSupport.stream(
            ImportCandidates.load(AutoConfiguration.class, loader).spliterator(), false)
        .filter(name -> ClassUtils.getPackageName(name).equals(own))
        .map(name -> ClassUtils.resolveClassName(name, loader))
        .map(type -> MergedAnnotations.from(type).get(ConditionalOnVendor.class))
        .filter(MergedAnnotation::isPresent)
        .filter(
            vendor -> client.getPackageName().equals("dev.forecourt." + vendor.getString("value")))
        .findFirst();
  }
}
