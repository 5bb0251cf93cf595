package dev.forecourt.acme;

import dev.forecourt.runtime.Environment;
import dev.forecourt.runtime.VendorClient;
import dev.forecourt.runtime.VendorClientBuilder;
import dev.forecourt.runtime.call.VendorConnection;
import dev.forecourt.runtime.call.VendorProfile;
import dev.forecourt.runtime.credentials.Credential;
import dev.forecourt.runtime.credentials.Key;
import dev.forecourt.runtime.errors.ErrorBodyReader;
import java.util.Map;

/** A client as one is generated, of a vendor that the starter has no class for. */
public final class AcmeClient implements VendorClient {

  private final VendorConnection connection;
  private final String key;

  private AcmeClient(VendorConnection connection, String key) {
    this.connection = connection;
    this.key = key;
  }

  /** A builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** The key that it was given. */
  public String key() {
    return key;
  }

  @Override
  public void close() {
    connection.close();
  }

  /** Settings of a client. */
  public static final class Builder extends VendorClientBuilder<Builder> {

    private Builder() {
      super("acme");
    }

    /** The client. */
    public AcmeClient build() {
      Environment environment = environment();
      Key key = environment.required(Key.named("Acme API key"), "API_KEY");
      environment.refuseMissing();
      return new AcmeClient(
          connect(
              new VendorProfile(
                  "acme",
                  "Acme",
                  Map.of("ApiKey", Credential.header("X-Api-Key", key)),
                  ErrorBodyReader.at("/code", "/message"))),
          key.current("acme", "any"));
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
