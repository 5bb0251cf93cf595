package dev.forecourt.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.acme.api.*;
import dev.forecourt.clients.corpus.Recorder;
import dev.forecourt.runtime.encode.*;
import dev.forecourt.runtime.errors.*;
import dev.forecourt.runtime.json.*;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

public class Use implements Consumer<Recorder> {
  @Override
  public void accept(Recorder wire) {
    AcmeClient client = AcmeClient.builder().transport(wire).clientCredentials("id", "s3cr3t").clientCredentialsScopes("read", "write").build();
    wire.answer("{\"access_token\":\"token-1\",\"expires_in\":3600}").answer(204, "text/plain", "");

    client.things().get();

    assertThat(wire.requests()).hasSize(2);
    assertThat(wire.requests().get(0).uri()).hasToString("https://id.acme.example/oauth/token");
    assertThat(new String(wire.requests().get(0).body())).isEqualTo("grant_type=client_credentials&scope=read%20write");
    assertThat(wire.requests().get(0).headers().get("Authorization")).containsExactly("Basic aWQ6czNjcjN0");
    assertThat(wire.header("Authorization")).isEqualTo("Bearer token-1");

    wire.answer(204, "text/plain", "");
    client.things().get();
    assertThat(wire.requests()).hasSize(3);

    wire.answer(401, "text/plain", "").answer("{\"access_token\":\"token-2\"}").answer(204, "text/plain", "");
    client.things().get();
    assertThat(wire.requests()).hasSize(6);
    assertThat(wire.header("Authorization")).isEqualTo("Bearer token-2");

    AcmeClient other = AcmeClient.builder().transport(wire).baseUrl("http://localhost:4016").clientCredentials("id", "s3cr3t").build();
    wire.answer("{\"access_token\":\"token-3\"}").answer(204, "text/plain", "");
    other.things().get();
    assertThat(wire.requests().get(6).uri()).hasToString("http://localhost:4016/oauth/token");

    AcmeClient own = AcmeClient.builder().transport(wire).token(() -> "mine").build();
    own.things().get();
    assertThat(wire.header("Authorization")).isEqualTo("Bearer mine");
  }
}
