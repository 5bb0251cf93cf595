package dev.forecourt.mock.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts vendors' stubs for a test class, each on a free port of this machine, and puts their seed
 * data back before each test.
 *
 * <pre>{@code
 * @ForecourtMocks({"fidcar", "claire"})
 * class LeadsTest {
 *   @Test
 *   void listsDealerships(FidcarClient fidcar, @Mock("claire") URI claire) {
 *     assertThat(fidcar.dealerships().getDealership(1325).title()).isNotBlank();
 *   }
 * }
 * }</pre>
 *
 * <p>Parameters of constructors, tests and life-cycle methods may be a client (built with the
 * stub's default credentials; its JAR must be on the class path), a {@code MockServer}, or a {@code
 * URI}: scheme, host and port to give to a client of one's own. {@link Mock} says of which vendor,
 * where there are several.
 *
 * <p>An application that Spring makes for the test, as with {@code @SpringBootTest}, has where the
 * stubs are and what opens them among its properties: {@code forecourt.fidcar.base-url}, {@code
 * forecourt.fidcar.api-key} and so on, as the Forecourt starter reads them.
 *
 * <p>A test class has stubs of its own, so classes may run at the same time; nested classes share
 * them. Tests that may run at the same time as others of their class (JUnit's {@code
 * ExecutionMode.CONCURRENT}) have a session each: what a test method, {@code @BeforeEach} and
 * {@code @AfterEach} get is theirs alone, on ports of their own. What a constructor or a method of
 * the class gets is the class's, and keeps its state.
 */
@Documented
@ExtendWith(ForecourtMocksExtension.class)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ForecourtMocks {

  /**
   * Ids of the vendors, such as {@code fidcar}; the JAR {@code forecourt-mock-<id>} of each must be
   * on the class path. Default: all whose JAR is.
   */
  String[] value() default {};
}
