package dev.latchkey.tokenstore.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/** A data source that lets a test step in wherever JDBC is called. */
final class RiggedDataSource {
    private static final List<Class<?>> WATCHED = List.of(Connection.class, PreparedStatement.class);

    private RiggedDataSource() {}

    /** A call that JDBC is about to get. */
    record Call(Object target, String name, List<Object> arguments, Proceed proceed) {
        /** Whether it is a call of this method with this text among its arguments. */
        boolean is(String method, String text) {
            return name.equals(method) && arguments.toString().contains(text);
        }
    }

    @FunctionalInterface
    interface Proceed {
        Object run() throws Throwable;
    }

    @FunctionalInterface
    interface Rig {
        Object on(Call call) throws Throwable;
    }

    static DataSource of(DataSource real, Rig rig) {
        return watched(DataSource.class, real, rig);
    }

    static <T> T watched(Class<T> type, Object real, Rig rig) {
        return type.cast(Proxy.newProxyInstance(
                RiggedDataSource.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    List<Object> given = arguments == null ? List.of() : Arrays.asList(arguments);
                    return rig.on(new Call(real, method.getName(), given, () -> {
                        Object result = invoke(method, real, arguments);
                        Class<?> returned = method.getReturnType();
                        return WATCHED.contains(returned) ? watched(returned, result, rig) : result;
                    }));
                }));
    }

    private static Object invoke(Method method, Object real, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
