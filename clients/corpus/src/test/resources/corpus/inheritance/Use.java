package dev.forecourt.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.acme.api.*;
import dev.forecourt.acme.model.*;
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
    AcmeClient client = AcmeClient.builder().transport(wire).build();

    String json = "[{\"petType\":\"Cat\",\"name\":\"Tom\",\"friends\":[{\"petType\":\"dog\",\"barks\":true}],\"lives\":9},{\"petType\":\"Pet\",\"name\":\"x\"},{\"petType\":\"Bird\"}]";
    wire.answer(json);

    List<Pet> pets = client.things().list();

    assertThat(pets.get(0)).isInstanceOfSatisfying(Cat.class, cat -> {
      assertThat(cat.lives()).isEqualTo(9);
      assertThat(cat.name()).isEqualTo("Tom");
      assertThat(cat.friends().get(0)).isInstanceOf(Dog.class);
    });
    assertThat(pets.get(1)).isInstanceOf(PetBase.class);
    assertThat(pets.get(2)).isInstanceOf(Pet.OfJson.class);
    assertThat(VendorJson.write(pets)).isEqualTo(json);
  }
}
