package dev.forecourt.spring;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.core.type.MethodMetadata;
import org.springframework.util.ClassUtils;

/** Decides {@link ConditionalOnMainAccount}. */
final class OnMainAccountCondition extends SpringBootCondition {

  @Override
  public ConditionOutcome getMatchOutcome(
      ConditionContext context, AnnotatedTypeMetadata metadata) {
    String declaring = ((MethodMetadata) metadata).getDeclaringClassName();
    MergedAnnotation<ConditionalOnVendor> vendor =
        MergedAnnotations.from(ClassUtils.resolveClassName(declaring, context.getClassLoader()))
            .get(ConditionalOnVendor.class);
    Environment environment = context.getEnvironment();
    boolean accountsAlone =
        !AccountsRegistrar.accounts(vendor.getString("value"), environment).isEmpty()
            && OnVendorCondition.credentials(vendor, environment).isEmpty();
    return new ConditionOutcome(
        !accountsAlone,
        ConditionMessage.forCondition(ConditionalOnMainAccount.class)
            .because(
                accountsAlone ? "only accounts have credentials" : "credentials are asked for"));
  }
}
