package dev.forecourt.spring;

import dev.forecourt.runtime.VendorClient;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.context.properties.bind.Binder;
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
        .map(vendor -> reason(vendor, cause))
        .orElseGet(() -> reasonOfOther(client))
        .map(reason -> analysis(client, reason, cause, description))
        .orElse(null);
  }

  /** Why there is no such client; empty if there are several, which Spring says well. */
  private Optional<String> reason(
      MergedAnnotation<ConditionalOnVendor> vendor, NoSuchBeanDefinitionException cause) {
    ConditionOutcome outcome = OnVendorCondition.outcome(vendor, environment);
    if (!outcome.isMatch()) {
      return Optional.of(outcome.getMessage().replaceFirst("^@\\S+ ", ""));
    }
    Set<String> accounts = AccountsRegistrar.accounts(vendor.getString("value"), environment);
    return cause instanceof NoUniqueBeanDefinitionException || accounts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the accounts in forecourt."
                + vendor.getString("value")
                + ".accounts are "
                + String.join(", ", accounts)
                + ", and no other is qualified as this one wants it");
  }

  /** Of a client that has no class of its own here; empty if it is there, under another name. */
  private Optional<String> reasonOfOther(Class<?> client) {
    String prefix = "forecourt." + client.getPackageName().replaceFirst(".*\\.", "") + ".";
    boolean asked =
        Binder.get(environment).bind(prefix + "credentials", Map.class).isBound()
            || Binder.get(environment).bind(prefix + "accounts", Map.class).isBound()
            || environment.getProperty(prefix + "enabled", Boolean.class, false);
    return asked
        ? Optional.empty()
        : Optional.of(
            "no property "
                + prefix
                + "credentials.* is set, nor is "
                + prefix
                + "enabled true, as for a vendor without credentials");
  }

  private static FailureAnalysis analysis(
      Class<?> client,
      String reason,
      NoSuchBeanDefinitionException cause,
      @Nullable String description) {
    return new FailureAnalysis(
        (description == null ? "A component" : description)
            + " required a bean of type '"
            + client.getName()
            + "' that could not be found.\n\n    Reason: "
            + reason,
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
