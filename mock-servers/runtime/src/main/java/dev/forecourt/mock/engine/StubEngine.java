package dev.forecourt.mock.engine;

import dev.forecourt.mock.contract.Acceptable;
import dev.forecourt.mock.contract.AnswerCheck;
import dev.forecourt.mock.contract.Contract;
import dev.forecourt.mock.contract.ErrorShape;
import dev.forecourt.mock.contract.Inputs;
import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.contract.PathSegments;
import dev.forecourt.mock.control.Controls;
import dev.forecourt.mock.control.Disturbance;
import dev.forecourt.mock.control.Faults;
import dev.forecourt.mock.control.Preference;
import dev.forecourt.mock.control.Preflight;
import dev.forecourt.mock.credentials.Authenticator;
import dev.forecourt.mock.credentials.RateLimit;
import dev.forecourt.mock.credentials.RequestLimit;
import dev.forecourt.mock.credentials.Secrets;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.journal.Handled;
import dev.forecourt.mock.journal.Journal;
import dev.forecourt.mock.journal.RecordedRequest;
import dev.forecourt.mock.memory.Budgets;
import dev.forecourt.mock.state.StateKeeper;
import dev.forecourt.mock.state.VendorState;
import dev.forecourt.mock.store.StateTooLarge;
import dev.forecourt.mock.vendor.MockSettings;
import dev.forecourt.mock.vendor.VendorStub;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests by a compiled contract, in this order: path and verb (404, 405), faults asked
 * for, credentials (401), rate limit (429), answers asked for, media type of the answer (406),
 * input (400), behaviour.
 *
 * <pre>{@code
 * VendorStub stub = new StubEngine("fidcar", contract, state, errors, credentials, settings);
 * }</pre>
 */
public final class StubEngine implements VendorStub {

  private static final System.Logger LOG = System.getLogger(StubEngine.class.getName());
  private static final Set<String> GROWING = Set.of("POST", "PUT", "PATCH");
  private static final long TIMES_AS_ROWS = 4;

  private final Contract contract;
  private final Routes routes;
  private final ErrorShape errors;
  private final Authenticator<?> authenticator;
  private final ExtraRoute extras;
  private final RequestLimit limit;
  private final MockSettings settings;
  private final Secrets secrets;
  private final Journal journal;
  private final Controls controls;
  private final VendorState state;
  private final StateKeeper keeper;
  private final Faults faults;
  private final @Nullable AnswerCheck answerCheck;

  /** An engine for a vendor whose stub answers from the examples of the contract. */
  public StubEngine(
      String vendorId,
      Contract contract,
      ErrorShape errors,
      Authenticator<?> authenticator,
      MockSettings settings) {
    this(vendorId, contract, VendorState.NONE, errors, authenticator, settings);
  }

  /** An engine for a vendor that answers nothing but its contract and has documented no limit. */
  public StubEngine(
      String vendorId,
      Contract contract,
      VendorState state,
      ErrorShape errors,
      Authenticator<?> authenticator,
      MockSettings settings) {
    this(vendorId, contract, state, errors, authenticator, settings, request -> null);
  }

  /** The same for one that answers more; {@code extras} is asked before the contract. */
  public StubEngine(
      String vendorId,
      Contract contract,
      VendorState state,
      ErrorShape errors,
      Authenticator<?> authenticator,
      MockSettings settings,
      ExtraRoute extras) {
    this(
        vendorId,
        contract,
        state,
        errors,
        authenticator,
        settings,
        extras,
        RequestLimit.ofCallers(RateLimit.unlimited(settings.clock())));
  }

  /** The same for one that has documented a limit. */
  public StubEngine(
      String vendorId,
      Contract contract,
      VendorState state,
      ErrorShape errors,
      Authenticator<?> authenticator,
      MockSettings settings,
      ExtraRoute extras,
      RequestLimit limit) {
    this.contract = contract;
    this.routes = new Routes(contract);
    this.errors = errors;
    this.authenticator = authenticator;
    this.settings = settings;
    this.extras = extras;
    this.limit = limit;
    this.secrets = new Secrets(authenticator.secrets(), contract.operations());
    this.journal = new Journal(secrets, contract.operations(), settings.cors(), settings.session());
    this.state = state;
    this.keeper = new StateKeeper(state, settings.seed(), contract.version());
    this.faults = new Faults(contract.operations());
    this.answerCheck = settings.checkResponses() ? new AnswerCheck(contract) : null;
    this.controls =
        new Controls(
            vendorId,
            state,
            keeper,
            journal,
            faults,
            limit.rate(),
            settings.movableClock(),
            settings.unsigned());
  }

  @Override
  public void reset() {
    controls.resetAll();
  }

  @Override
  public StateKeeper state() {
    return keeper;
  }

  @Override
  public MockResponse refuse(int status, String message) {
    return limit.tell(errors.error(null, status, secrets.mask(message)));
  }

  @Override
  public List<RecordedRequest> requests() {
    return journal.requests();
  }

  @Override
  public List<Journal> journals() {
    return List.of(journal);
  }

  @Override
  public void close() {
    state.close();
    keeper.close();
    journal.close();
  }

  @Override
  public MockResponse handle(MockRequest request) {
    return request.isControl() ? control(request) : journaled(request);
  }

  private MockResponse control(MockRequest request) {
    try {
      return controls.handle(request);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return failed(request, null, e);
    }
  }

  private MockResponse journaled(MockRequest request) {
    long start = System.nanoTime();
    Trace trace = new Trace();
    // as pages read it: the journal shows the answer that is sent
    MockResponse response = settings.cors().answer(request, answered(request, trace));
    journal.add(
        new Handled(
            settings.clock().instant(), start, request, trace.operation, response, trace.reason));
    return response;
  }

  private MockResponse answered(MockRequest request, Trace trace) {
    trace.window = limit.arrived(request);
    MockResponse response;
    try {
      response = keeper.kept(request.method(), () -> answer(request, trace));
    } catch (Refusal refusal) {
      response = refused(refusal, trace);
      if (!contract.namesAllFailures()) {
        trace.called = Contract.NONE; // its status may go without saying
      }
    } catch (StateTooLarge e) {
      // the start data, which is read when it is first needed
      response = refused(keeper.refusal(), trace);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      response = failed(request, trace.operation, e);
      trace.reason = secrets.mask("the mock itself failed: " + e);
    }
    if (answerCheck != null && trace.called != Contract.NONE) {
      response = checked(answerCheck, response, trace);
    }
    response = limit.tell(trace.window, response);
    if (trace.disturbance != null) {
      response = disturbed(trace.disturbance, response, trace);
    }
    return response;
  }

  private MockResponse refused(Refusal refusal, Trace trace) {
    trace.reason = secrets.mask(refusal.reason());
    return refusal.in(
        errors.error(trace.operation, refusal.status(), secrets.mask(refusal.words())));
  }

  private MockResponse checked(AnswerCheck check, MockResponse response, Trace trace) {
    String violations = secrets.mask(check.violations(trace.called, response));
    if (violations.isEmpty()) {
      return response;
    }
    String message =
        "The mock's own answer %d of %s does not fit the contract: %s. The request is not to blame: mend the stub or the contract"
            .formatted(response.status(), trace.operation, violations);
    LOG.log(System.Logger.Level.ERROR, message);
    trace.reason = message;
    return errors.error(trace.operation, 500, message);
  }

  private static MockResponse disturbed(
      Disturbance disturbance, MockResponse response, Trace trace) {
    String how = disturbance.describe();
    trace.reason = trace.reason == null ? how : trace.reason + "; " + how;
    return disturbance.disturb(response);
  }

  private MockResponse answer(MockRequest request, Trace trace) {
    if (Preflight.isOne(request, settings.cors())) {
      return Preflight.answer(request, settings.cors());
    }
    MockResponse extra = extras.answer(request);
    if (extra != null) {
      return extra;
    }
    List<String> segments = PathSegments.of(request.path());
    String allowed = request.method().equals("OPTIONS") ? routes.allowed(segments) : "";
    if (!allowed.isEmpty()) {
      return MockResponse.empty(204).with("Allow", allowed);
    }
    int number = routes.operation(request, segments);
    Operation operation = contract.operations().get(number);
    trace.operation = operation.id();
    Preference wish = Preference.of(request);
    Disturbance disturbance = wish == null ? null : wish.disturbance();
    if (disturbance == null) {
      disturbance = faults.next(operation.id());
    }
    if (disturbance != null) {
      if (disturbance.delays()) {
        // before anything is done: its answer could not be kept
        Budgets.ofThisJvm().answers().admit(0);
      }
      trace.disturbance = disturbance;
      MockResponse instead = disturbance.inPlaceOf(operation, errors);
      if (instead != null) {
        return instead;
      }
    }
    Object caller = authenticator.check(operation, request);
    refuseTooMany(limit.admitted(caller, trace.window));
    refuseWhatDoesNotFit(operation, request);
    if (wish != null && wish.namesAnswer()) {
      return wish.answer(operation, errors);
    }
    Acceptable.require(operation, request);
    trace.called = number;
    return contract.call(number, new Inputs(request, segments, operation, caller, state));
  }

  private void refuseTooMany(RateLimit.@Nullable Window window) {
    if (window != null && window.exceeded()) {
      throw limit.rate().refusal(window);
    }
  }

  private void refuseWhatDoesNotFit(Operation operation, MockRequest request) {
    int length = request.body().length;
    int most = BodyLimit.of(operation);
    if (length > most) {
      throw new Refusal(operation.documented(413, 400), BodyLimit.tooLong(operation));
    }
    if (length > 0 && GROWING.contains(operation.method())) {
      // what is stored of a body takes more than the body
      keeper.admit(TIMES_AS_ROWS * length);
    }
  }

  @Override
  public int maxBodyBytes(MockRequest request) {
    if (request.isControl()) {
      return MockRequest.MAX_CONTROL_BYTES;
    }
    return routes.maxBodyBytes(request);
  }

  @Override
  public boolean documents(MockRequest request) {
    return routes.knows(request);
  }

  private MockResponse failed(MockRequest request, @Nullable String operation, Throwable e) {
    LOG.log(
        System.Logger.Level.ERROR,
        secrets.mask("The mock failed on " + request.method() + " " + request.path()),
        e);
    return errors.error(
        operation,
        500,
        "The mock itself failed ("
            + e.getClass().getSimpleName()
            + "); its log has the stack trace");
  }

  /** What the journal is told about a request besides the request. */
  private static final class Trace {
    private @Nullable String operation;
    private @Nullable String reason;
    private @Nullable Disturbance disturbance;
    private RateLimit.@Nullable Window window;
    private int called = Contract.NONE;
  }
}
