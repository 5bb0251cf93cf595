package dev.forecourt.spring;

import dev.forecourt.runtime.VendorClient;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * A bean for each account of a vendor: {@code forecourt.fidcar.accounts.paris} becomes {@code
 * fidcar.paris}, with the qualifier {@code paris}. Each is a fallback, so that who asks for a
 * client without a qualifier gets the vendor's own one, or the only account.
 */
abstract class AccountsRegistrar implements ImportBeanDefinitionRegistrar, EnvironmentAware {
  private final String vendor;
  private final Class<? extends VendorClient> client;
  private Environment environment = new org.springframework.core.env.StandardEnvironment();

  /** Of this vendor, whose factory is the bean {@code <vendor>Clients}. */
  AccountsRegistrar(String vendor, Class<? extends VendorClient> client) {
    this.vendor = vendor;
    this.client = client;
  }

  @Override
  public void setEnvironment(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void registerBeanDefinitions(
      AnnotationMetadata importing, BeanDefinitionRegistry registry) {
    for (String account : accounts(vendor, environment)) {
      String name = vendor + "." + account;
      if (isEnabled(account) && !registry.containsBeanDefinition(name)) {
        registry.registerBeanDefinition(name, definition(account));
      }
    }
  }

  private boolean isEnabled(String account) {
    return Binder.get(environment)
        .bind("forecourt." + vendor + ".accounts." + dashed(account) + ".enabled", Boolean.class)
        .orElse(true);
  }

  /** Not an instance supplier: this form can be compiled ahead of time. */
  private BeanDefinition definition(String account) {
    RootBeanDefinition definition = new RootBeanDefinition();
    definition.setTargetType(client);
    definition.setFactoryBeanName(vendor + "Clients");
    definition.setFactoryMethodName("account");
    definition.getConstructorArgumentValues().addIndexedArgumentValue(0, account);
    definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, account));
    definition.setFallback(true);
    definition.setDestroyMethodName(AbstractBeanDefinition.INFER_METHOD);
    return definition;
  }

  /** Names of a vendor's accounts, in the order of the properties. */
  static Set<String> accounts(String vendor, Environment environment) {
    return Binder.get(environment)
        .bind("forecourt." + vendor + ".accounts", Bindable.mapOf(String.class, Object.class))
        .map(accounts -> accounts.keySet())
        .orElse(Set.of());
  }

  private static String dashed(String account) {
    return account.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9-]", "");
  }
}
