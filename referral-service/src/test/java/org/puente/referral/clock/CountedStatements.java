package org.puente.referral.clock;

import io.vertx.mutiny.sqlclient.Pool;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** A service's pool of connections, with a count of what is asked of it. */
public final class CountedStatements {
    private final AtomicInteger count = new AtomicInteger();
    private final io.vertx.sqlclient.Pool bare;

    public CountedStatements(Pool pool) {
        bare = pool.getDelegate();
    }

    /** The pool; statements and transactions that begin by it count. */
    public Pool pool() {
        return Pool.newInstance((io.vertx.sqlclient.Pool) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {io.vertx.sqlclient.Pool.class},
                (proxy, method, values) -> counted(method, values)));
    }

    /** How many there were. */
    public int count() {
        return count.get();
    }

    private Object counted(Method method, Object[] values) throws Throwable {
        count.incrementAndGet();
        try {
            return method.invoke(bare, values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
