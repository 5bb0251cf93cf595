package dev.forecourt.contracttests.autengo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.forecourt.autengo.AutengoClient;
import dev.forecourt.autengo.VehicleQuery;
import dev.forecourt.autengo.model.Column;
import dev.forecourt.autengo.model.ContactPost;
import dev.forecourt.autengo.model.Language;
import dev.forecourt.autengo.model.OrderDirection;
import dev.forecourt.autengo.model.Vehicle;
import dev.forecourt.mock.MockServer;
import dev.forecourt.runtime.errors.VendorResponseException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Autengo client and our stub understand each other. */
class AutengoClientAndStubTest {
  private MockServer stub;
  private AutengoClient client;

  @BeforeEach
  void start() {
    stub = MockServer.builder("autengo").start();
    client =
        AutengoClient.builder()
            .apiKey(AutengoPact.KEY)
            .session(1234567890, 42)
            .baseUrl(stub.baseUri().toString())
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    stub.close();
  }

  @Test
  void readsTheWholeStockPageByPage() {
    var query = VehicleQuery.builder().limit(30).build();

    List<Vehicle> all = client.vehicles().listVehicles(query).stream().toList();

    assertThat(all).extracting(Vehicle::sellingId).hasSize(200).doesNotHaveDuplicates();
  }

  @Test
  void findsWhatItsQueryMeans() {
    var query =
        VehicleQuery.builder()
            .where(Column.KILOMETERS)
            .between(25000, 100000)
            .where(Column.COLOR_ID)
            .isOneOf(3, 4)
            .orderBy(Column.KILOMETERS, OrderDirection.ASC)
            .language(Language.EN)
            .build();

    List<Vehicle> found = client.vehicles().listVehicles(query).stream().toList();

    assertThat(found).isNotEmpty();
    assertThat(found)
        .extracting(each -> each.kilometers().intValue())
        .isSorted()
        .allMatch(each -> each >= 25_000 && each <= 100_000);
    assertThat(found).allMatch(each -> List.of(3, 4).contains(each.colorId().key().value()));
  }

  @Test
  void writesAndReadsAContact() {
    ContactPost sent = ContactPost.builder().lastName("Öztürk").tecfacturaId("D 1/2").build();

    long id = client.contacts().createContact(sent).data().contact().id();

    assertThat(client.contacts().getContactByTecfacturaId("D 1/2").data().contact().id())
        .isEqualTo(id);
    client.contacts().deleteContact(id);
    assertThatExceptionOfType(VendorResponseException.class)
        .isThrownBy(() -> client.contacts().getContact(id))
        .withMessageContaining("Contact not found: no ID " + id);
  }
}
