package dev.forecourt.mock.junit;

import dev.forecourt.mock.MockServer;
import java.net.URI;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContextException;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What {@link ForecourtMocks} does. */
final class ForecourtMocksExtension
    implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(ForecourtMocksExtension.class);

  /** Called by JUnit. */
  ForecourtMocksExtension() {}

  @Override
  public void beforeAll(ExtensionContext context) {
    mocks(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (hasSession(context)) {
      session(context); // which has the seed
    } else {
      mocks(context).reset();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == MockServer.class
        || type == URI.class && parameter.isAnnotated(Mock.class)
        || ReadyClients.of(type).isPresent();
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    StartedMocks mocks = hasSession(context) ? session(context) : mocks(context);
    String vendor = parameter.findAnnotation(Mock.class).map(Mock::value).orElse(null);
    if (type == URI.class) {
      return mocks.server(vendor).baseUri();
    }
    return type == MockServer.class
        ? mocks.server(vendor)
        : mocks.client(ReadyClients.of(type).orElseThrow());
  }

  /** Tests that may run beside others of their class must not see what those do. */
  private static boolean hasSession(ExtensionContext context) {
    return context.getTestMethod().isPresent()
        && context.getExecutionMode() == ExecutionMode.CONCURRENT;
  }

  /** That of the test; ends with it. */
  private static StartedMocks session(ExtensionContext context) {
    StartedMocks ofClass = mocks(context);
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent("session", unused -> ofClass.session(), StartedMocks.class);
  }

  /**
   * Those of the class. A nested class finds those of the class around it, unless its own
   * annotation names other vendors.
   */
  private static StartedMocks mocks(ExtensionContext context) {
    Class<?> annotated = MocksOfClasses.annotated(context.getRequiredTestClass());
    if (annotated == null) {
      throw notAnnotated();
    }
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            annotated, unused -> MocksOfClasses.of(annotated), StartedMocks.class);
  }

  private static ExtensionContextException notAnnotated() {
    return new ExtensionContextException(
        "No @ForecourtMocks at this test class. Write it there, in place of @ExtendWith.");
  }
}
