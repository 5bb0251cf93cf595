package matrix.boot;

import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.fidcar.model.Dealership;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Hands on what the client gives. */
@SpringBootApplication(proxyBeanMethods = false)
public class Application {

  @RestController
  static class Dealerships {
    private final FidcarClient fidcar;

    Dealerships(FidcarClient fidcar) {
      this.fidcar = fidcar;
    }

    @GetMapping("/dealerships/{id}")
    Dealership get(@PathVariable("id") long id) {
      return fidcar.dealerships().getDealership(id);
    }

    @PostMapping("/dealerships")
    Dealership same(@RequestBody Dealership dealership) {
      return dealership;
    }

    @PostMapping("/titles")
    String title(@RequestBody Dealership dealership) {
      return dealership.title()
          + " "
          + dealership.grade().value().orElseThrow()
          + " "
          + dealership.additionalProperties().keySet();
    }
  }
}
