package dev.forecourt.mock.junit;

import dev.forecourt.mock.MockServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Gives an application that Spring makes for a test with {@link ForecourtMocks} where the stubs
 * are, and what opens them, as properties such as {@code forecourt.fidcar.base-url}. Spring finds
 * it by {@code META-INF/spring.factories}.
 */
final class MocksContextCustomizerFactory implements ContextCustomizerFactory {

  /** Called by Spring. */
  MocksContextCustomizerFactory() {}

  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    Class<?> annotated = MocksOfClasses.annotated(testClass);
    return annotated == null ? null : new OfClass(annotated);
  }

  /** Equal for one class alone: its stubs end with it, so no other gets its application. */
  private record OfClass(Class<?> annotated) implements ContextCustomizer {

    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
      Map<String, Object> properties = new LinkedHashMap<>();
      MocksOfClasses.of(annotated).servers().forEach((id, server) -> put(server, properties));
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("forecourtMocks", properties));
    }

    private static void put(MockServer server, Map<String, Object> properties) {
      String prefix = "forecourt." + server.vendorId() + ".";
      properties.put(prefix + "base-url", server.baseUri().toString());
      Map<String, String> credentials = ReadyClients.credentials(server.vendorId());
      if (credentials.isEmpty()) {
        properties.put(prefix + "enabled", true);
      }
      credentials.forEach(
          (name, value) -> {
            // one word of two, as in api-key, or a group, as in provider.code
            properties.put(prefix + name.replace('_', '-'), value);
            properties.put(prefix + name.replace('_', '.'), value);
            // of clients that the starter has no class for
            properties.put(prefix + "credentials." + name.replace('_', '-'), value);
          });
    }
  }
}
