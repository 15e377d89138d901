package dev.latchkey.fake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The fake that a test is about, in an instance field: closed behind each test. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Tested.Closing.class)
@SuppressWarnings("exports") // JUnit, which the module does not need
public @interface Tested {
    /** Closes the fakes of a test. */
    final class Closing implements AfterEachCallback {
        /** Called by JUnit. */
        public Closing() {}

        @Override
        public void afterEach(ExtensionContext context) {
            for (Object test : context.getRequiredTestInstances().getAllInstances()) {
                AnnotationSupport.findAnnotatedFieldValues(test, Tested.class, FakeServer.class)
                        .forEach(FakeServer::close);
            }
        }
    }
}
