package dev.forecourt.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.fidcar.FidcarClient;
import java.net.URI;
import org.junit.jupiter.api.Test;

// the first example of the guide to testing with mocks, as it stands there
@ForecourtMocks({"fidcar", "claire"})
class LeadsTest {
  @Test
  void findsADealership(FidcarClient fidcar, @Mock("claire") URI claire) {
    assertThat(fidcar.dealerships().getDealership(1325).title()).isNotBlank();
  }
}
