package dev.forecourt.contracttests.autengo;

import static dev.forecourt.contracttests.autengo.AutengoPact.CONTACT_EXISTS;
import static dev.forecourt.contracttests.autengo.AutengoPact.VEHICLE_EXISTS;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import dev.forecourt.contracttests.kit.AbstractStubVerificationTest;

@Provider(AutengoPact.PROVIDER)
class AutengoStubVerificationTest extends AbstractStubVerificationTest {
  AutengoStubVerificationTest() {
    super(AutengoPact.VENDOR);
  }

  @State(VEHICLE_EXISTS)
  void vehicle() {
    expect(200, "/v3/vehicle/AIQWXW");
  }

  @State("vehicle RQ5O9S exists")
  void vehicleOfTheDocumentedLead() {
    expect(200, "/v3/vehicle/RQ5O9S");
  }

  @State("vehicle XXXXXX does not exist")
  void noVehicle() {
    expect(404, "/v3/vehicle/XXXXXX");
  }

  @State("several vehicles exist")
  void severalVehicles() {
    expect("\"offset\":1,\"list\":[{", "/v3/vehicle?offset=1&limit=1");
  }

  @State("Fords in stock of 2017 exist")
  void fords() {
    expect("\"Ford\"", "/v3/vehicle?and%5BmakeName%5D=Ford&and%5BvehicleState%5D=inventory");
  }

  @State("no vehicle is called Trabant")
  void noTrabant() {
    expect("\"total\":0", "/v3/vehicle?search=Trabant");
  }

  @State("make 190 with a model exists")
  void make() {
    expect("\"modelId\"", "/v3/vehicle/reference/make/190/model");
  }

  @State(CONTACT_EXISTS)
  void contact() {
    expect("\"D123456789\"", "/v3/contact/123");
  }

  @State("contact 999999 does not exist")
  void noContact() {
    expect(404, "/v3/contact/999999");
  }

  @State("contacts can be created")
  void contacts() {}

  @State("the key autengo-test-key is good")
  void key() {
    expect(200, "/v3/vehicle/reference/make");
  }

  @State("the token autengo-test-token is good")
  void token() {}
}
