package dev.forecourt.spring;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Decides {@link ConditionalOnVendor}, and names the properties that were looked for. */
final class OnVendorCondition extends SpringBootCondition {

  @Override
  public ConditionOutcome getMatchOutcome(
      ConditionContext context, AnnotatedTypeMetadata metadata) {
    return outcome(
        metadata.getAnnotations().get(ConditionalOnVendor.class), context.getEnvironment());
  }

  /** Whether a client is wanted, and why. */
  static ConditionOutcome outcome(
      MergedAnnotation<ConditionalOnVendor> vendor, Environment environment) {
    String prefix = "forecourt." + vendor.getString("value");
    // by the binder, whose failure names the property
    BindResult<Boolean> enabled = Binder.get(environment).bind(prefix + ".enabled", Boolean.class);
    if (enabled.isBound()) {
      return outcome(enabled.get(), prefix + ".enabled is " + enabled.get());
    }
    Optional<String> found = credentials(vendor, environment);
    if (found.isPresent()) {
      return outcome(true, found.get() + " is set");
    }
    return AccountsRegistrar.accounts(vendor.getString("value"), environment).isEmpty()
        ? outcome(false, names(vendor).collect(Collectors.joining(" or ")) + " is not set")
        : outcome(true, prefix + ".accounts is set");
  }

  /** The first credential that is set beside the accounts; empty if none is. */
  static Optional<String> credentials(
      MergedAnnotation<ConditionalOnVendor> vendor, Environment environment) {
    return names(vendor).filter(environment::containsProperty).findFirst();
  }

  private static Stream<String> names(MergedAnnotation<ConditionalOnVendor> vendor) {
    return Arrays.stream(vendor.getStringArray("credentials"))
        .map(name -> "forecourt." + vendor.getString("value") + "." + name);
  }

  private static ConditionOutcome outcome(boolean match, String reason) {
    return new ConditionOutcome(
        match, ConditionMessage.forCondition(ConditionalOnVendor.class).because(reason));
  }
}
