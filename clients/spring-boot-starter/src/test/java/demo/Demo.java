package demo;

import dev.forecourt.fidcar.FidcarClient;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The application of the guide to Spring Boot. */
@SpringBootApplication
public class Demo {
  public static void main(String[] arguments) {
    SpringApplication.run(Demo.class, arguments);
  }

  @Bean
  ApplicationRunner showsReviews(FidcarClient fidcar) {
    return arguments ->
        fidcar.reviews().listReviews().stream()
            .limit(3)
            .forEach(review -> System.out.println(review.grade() + "  " + review.comment()));
  }
}
