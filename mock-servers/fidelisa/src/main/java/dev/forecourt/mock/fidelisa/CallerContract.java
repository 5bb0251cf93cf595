package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.contract.Answers;
import dev.forecourt.mock.contract.Contract;
import dev.forecourt.mock.contract.Inputs;
import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.http.MockResponse;
import java.util.List;
import java.util.function.Function;

/** The contract for whoever calls: at Fidelisa the headers say whose customers are meant. */
final class CallerContract implements Contract {

  private final Contract routes = new FidelisaContract(new FidelisaApi() {});
  private final Function<Caller, FidelisaApi> behaviour;

  CallerContract(Function<Caller, FidelisaApi> behaviour) {
    this.behaviour = behaviour;
  }

  @Override
  public MockResponse call(int operation, Inputs inputs) {
    Caller caller = FidelisaAccess.caller(operations().get(operation), inputs.request());
    return new FidelisaContract(behaviour.apply(caller)).call(operation, inputs);
  }

  @Override
  public Answers answers() {
    return routes.answers();
  }

  @Override
  public List<Operation> operations() {
    return routes.operations();
  }

  @Override
  public int path(List<String> segments) {
    return routes.path(segments);
  }

  @Override
  public int operation(int path, String method) {
    return routes.operation(path, method);
  }

  @Override
  public List<String> methods(int path) {
    return routes.methods(path);
  }
}
