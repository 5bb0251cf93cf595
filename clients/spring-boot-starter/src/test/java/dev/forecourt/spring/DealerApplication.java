package dev.forecourt.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** An application with everything that Spring Boot finds on the class path. */
@SpringBootConfiguration
@EnableAutoConfiguration
class DealerApplication {

  /** Starts it with these arguments, such as {@code --forecourt.fidcar.api-key=key}. */
  static ConfigurableApplicationContext start(List<String> arguments, Class<?>... more) {
    List<Class<?>> sources = new ArrayList<>(List.of(DealerApplication.class));
    Stream.of(more).forEach(sources::add);
    SpringApplication application = new SpringApplication(sources.toArray(Class<?>[]::new));
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setWebApplicationType(WebApplicationType.NONE);
    return application.run(arguments.toArray(String[]::new));
  }
}
