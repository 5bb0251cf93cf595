package dev.forecourt.mock.trials.soak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.mock.trials.soak.SoakClient.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Autengo: contacts created and deleted, and one of which every caller changes a field of its own:
 * none of these changes may undo another.
 */
final class ContactLedger implements Ledger {

  private static final String VENDOR = "autengo";
  private static final String PATH = "/v3/contact/";
  // the process has a small heap, and what is stored stays
  private static final int MOST = 1_000;
  private static final List<String> FIELDS =
      List.of(
          "firstName",
          "lastName",
          "streetAddress",
          "city",
          "phoneNumber",
          "phoneNumberMobile",
          "email",
          "website",
          "licensePlate",
          "facebook",
          "linkedin",
          "xing",
          "keyAccount",
          "ustId",
          "billingCity",
          "tecfacturaId");

  private final SoakClient client;
  private final long shared;
  // a field belongs to one caller at a time, so that its last acknowledged text is known
  private final Queue<String> free = new ConcurrentLinkedQueue<>(FIELDS);
  private final Map<String, String> texts = new ConcurrentHashMap<>();
  private final Queue<Long> live = new ConcurrentLinkedQueue<>();
  private final Queue<Long> deleted = new ConcurrentLinkedQueue<>();
  private final AtomicLong changes = new AtomicLong();
  private final AtomicInteger names = new AtomicInteger();

  ContactLedger(SoakClient client) {
    this.client = client;
    shared = id(client.json(VENDOR, "POST", "/v3/contact", Map.of("lastName", "Shared")));
  }

  @Override
  public void work(Random random) {
    switch (random.nextInt(4)) {
      case 0 -> create();
      case 1 -> delete();
      default -> change();
    }
  }

  private void create() {
    if (live.size() >= MOST) {
      delete();
      return;
    }
    Reply created =
        client.json(
            VENDOR, "POST", "/v3/contact", Map.of("lastName", "Soak " + names.incrementAndGet()));
    if (created.ok()) {
      live.add(id(created));
    }
  }

  private void delete() {
    Long id = live.poll();
    if (id != null) {
      boolean done = client.send(VENDOR, "DELETE", PATH + id, List.of(), new byte[0]).ok();
      (done ? deleted : live).add(id);
    }
  }

  private void change() {
    String field = free.poll();
    if (field != null) {
      String text = field + " " + names.incrementAndGet();
      if (client.json(VENDOR, "PUT", PATH + shared, Map.of(field, text)).ok()) {
        texts.put(field, text);
        changes.incrementAndGet();
      }
      free.add(field);
    }
  }

  private static long id(Reply reply) {
    return reply.json().at("/data/contact/ID").asLong(-1);
  }

  @Override
  public List<String> differences() {
    List<String> found = new ArrayList<>();
    JsonNode contact = client.get(VENDOR, PATH + shared).json().at("/data/contact");
    texts.forEach(
        (field, text) -> {
          if (!contact.path(field).asText().equals(text)) {
            found.add(
                "autengo: %s of contact %d is '%s' but '%s' was acknowledged last"
                    .formatted(field, shared, contact.path(field).asText(), text));
          }
        });
    for (long id : live) {
      if (!client.get(VENDOR, PATH + id).ok()) {
        found.add("autengo: contact %d was acknowledged but is not there".formatted(id));
      }
    }
    for (long id : deleted) {
      if (client.get(VENDOR, PATH + id).ok()) {
        found.add("autengo: contact %d was deleted but is still there".formatted(id));
      }
    }
    if (live.stream().distinct().count() + deleted.stream().distinct().count()
        != live.size() + deleted.size()) {
      found.add("autengo: an id was given twice");
    }
    return found;
  }

  @Override
  public String summary() {
    return "autengo: %d contacts created, %d of them deleted, %d changes of one contact"
        .formatted(live.size() + deleted.size(), deleted.size(), changes.get());
  }
}
