package dev.forecourt.mock.console;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.journal.Journal;
import dev.forecourt.mock.journal.JournalFilter;
import dev.forecourt.mock.journal.JournalWriter;
import dev.forecourt.mock.memory.Budget;
import dev.forecourt.mock.memory.Budgets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Shows what all vendors were asked, the newest first. */
final class TrafficCalls {

  // read, masked, and written: each takes as much again
  private static final int TIMES = 3;

  private final List<ConsoleVendor> vendors;

  TrafficCalls(List<ConsoleVendor> vendors) {
    this.vendors = vendors;
  }

  MockResponse list(MockRequest request) {
    JournalFilter filter = filter(request);
    return held(
        filter,
        () ->
            Message.json(
                out ->
                    out.field("total", sum(Journal::total))
                        .field("kept", sum(Journal::kept))
                        .array(
                            "requests",
                            find(filter),
                            each ->
                                JournalWriter.write(
                                    each.vendor(), each.request(), filter.body(), out))));
  }

  MockResponse har(MockRequest request) {
    JournalFilter filter = filter(request).withBody();
    return held(
        filter,
        () ->
            MockResponse.of(200, "application/json", Har.of(find(filter), vendors))
                .with("Content-Disposition", "attachment; filename=\"forecourt.har\""));
  }

  MockResponse one(String number) {
    long id = number.matches("\\d{1,18}") ? Long.parseLong(number) : -1;
    for (ConsoleVendor vendor : vendors) {
      for (Journal journal : vendor.stub().journals()) {
        var found = journal.request(id);
        if (found.isPresent()) {
          return Message.json(
              out -> JournalWriter.writeFields(vendor.id(), found.get(), true, out));
        }
      }
    }
    throw new Refusal(
        404, "No request " + number + " is kept; GET /__mock/requests lists those that are");
  }

  MockResponse forget() {
    journals().forEach(Journal::clear);
    return MockResponse.empty(204);
  }

  private JournalFilter filter(MockRequest request) {
    Set<String> operations = new TreeSet<>();
    journals().forEach(each -> operations.addAll(each.operations()));
    JournalFilter filter = JournalFilter.ofConsole(request, operations);
    if (filter.vendor() != null) {
      new VendorCalls(vendors).named(filter.vendor());
    }
    return filter;
  }

  private List<Journal> journals() {
    return vendors.stream().flatMap(each -> each.stub().journals().stream()).toList();
  }

  private long sum(ToLongFunction<Journal> count) {
    return journals().stream().mapToLong(count).sum();
  }

  private List<VendorRequest> find(JournalFilter filter) {
    List<VendorRequest> found = new ArrayList<>();
    for (ConsoleVendor vendor : vendors) {
      if (filter.vendor() == null || filter.vendor().equals(vendor.id())) {
        for (Journal journal : vendor.stub().journals()) {
          journal.requests(filter).forEach(each -> found.add(new VendorRequest(vendor.id(), each)));
        }
      }
    }
    found.sort(Comparator.comparingLong((VendorRequest each) -> each.request().id()).reversed());
    return found.subList(0, Math.min(found.size(), filter.limit()));
  }

  /** Unless too many large answers are being made. */
  private MockResponse held(JournalFilter filter, Supplier<MockResponse> making) {
    long bytes = filter.body() ? TIMES * sum(Journal::bytes) : 0;
    Budget answers = Budgets.ofThisJvm().answers();
    long taken = Math.min(bytes, answers.limit());
    if (!answers.tryTake(taken)) {
      throw answers.refusal();
    }
    try {
      return making.get();
    } finally {
      answers.give(taken);
    }
  }
}
