package dev.forecourt.spring;

import dev.forecourt.runtime.VendorClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;

/** Registers {@code acmeClient} for {@code dev.forecourt.acme.AcmeClient}, and its accounts. */
final class OtherClientsRegistrar
    implements ImportBeanDefinitionRegistrar, EnvironmentAware, BeanClassLoaderAware {

  private static final String CLIENTS = "classpath*:dev/forecourt/*/*Client.class";
  private static final Pattern NAME =
      Pattern.compile(".*/(?<vendor>[a-z][a-z0-9]*)/(?<type>[A-Z]\\w*)Client\\.class");

  private Environment environment = new StandardEnvironment();
  private ClassLoader classes = OtherClientsRegistrar.class.getClassLoader();

  @Override
  public void setEnvironment(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void setBeanClassLoader(ClassLoader classes) {
    this.classes = classes;
  }

  @Override
  public void registerBeanDefinitions(
      AnnotationMetadata importing, BeanDefinitionRegistry registry) {
    for (OtherClient client : found()) {
      OtherClientProperties properties = properties(client.vendor());
      boolean enabled = !Boolean.FALSE.equals(properties.getEnabled());
      boolean main =
          !properties.getCredentials().isEmpty()
              || Boolean.TRUE.equals(properties.getEnabled()) && properties.getAccounts().isEmpty();
      if (enabled && (main || !properties.getAccounts().isEmpty())) {
        register(client, properties, main, registry);
      }
    }
  }

  private void register(
      OtherClient client,
      OtherClientProperties properties,
      boolean main,
      BeanDefinitionRegistry registry) {
    String vendor = client.vendor();
    registry.registerBeanDefinition(vendor + "Clients", factory(client, properties, registry));
    if (main && !hasOwn(client, registry)) {
      RootBeanDefinition definition = new RootBeanDefinition();
      definition.setTargetType(client.type());
      definition.setFactoryBeanName(vendor + "Clients");
      definition.setFactoryMethodName("main");
      definition.setDestroyMethodName(AbstractBeanDefinition.INFER_METHOD);
      registry.registerBeanDefinition(vendor + "Client", definition);
    }
    AccountsRegistrar accounts = new AccountsRegistrar(vendor, client.type()) {};
    accounts.setEnvironment(environment);
    accounts.registerBeanDefinitions(AnnotationMetadata.introspect(getClass()), registry);
  }

  private static RootBeanDefinition factory(
      OtherClient client, OtherClientProperties properties, BeanDefinitionRegistry registry) {
    RootBeanDefinition definition = new RootBeanDefinition(Clients.class);
    definition.setTargetType(ResolvableType.forClassWithGenerics(Clients.class, client.type()));
    definition.setInstanceSupplier(
        () ->
            new Clients<>(
                account ->
                    client.of(
                        account,
                        properties,
                        ((ListableBeanFactory) registry).getBean(ClientAssembler.class))));
    return definition;
  }

  private static boolean hasOwn(OtherClient client, BeanDefinitionRegistry registry) {
    return ((ListableBeanFactory) registry).getBeanNamesForType(client.type(), true, false).length
        > 0;
  }

  private OtherClientProperties properties(String vendor) {
    return Binder.get(environment)
        .bind("forecourt." + vendor, Bindable.of(OtherClientProperties.class))
        .orElseGet(OtherClientProperties::new);
  }

  private List<OtherClient> found() {
    List<OtherClient> found = new ArrayList<>();
    try {
      for (Resource each : new PathMatchingResourcePatternResolver(classes).getResources(CLIENTS)) {
        Matcher name = NAME.matcher(each.getURL().toString());
        if (name.matches()
            && name.group("type").toLowerCase(Locale.ROOT).equals(name.group("vendor"))) {
          add(found, name.group("vendor"), name.group("type"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look for clients on the class path", e);
    }
    return found;
  }

  private void add(List<OtherClient> found, String vendor, String type) {
    String name = "dev.forecourt." + vendor + "." + type + "Client";
    if (ClassUtils.isPresent("dev.forecourt.spring." + type + "AutoConfiguration", classes)
        || !ClassUtils.isPresent(name, classes)) {
      return;
    }
    Class<?> client = ClassUtils.resolveClassName(name, classes);
    if (VendorClient.class.isAssignableFrom(client)) {
      found.add(new OtherClient(vendor, client.asSubclass(VendorClient.class)));
    }
  }
}
