package dev.punctual.runtime.logging;

import org.jboss.logging.MDC;

/** The logging context of the thread at hand, as attempts use it; safe for use by several threads. */
public interface LogIds {

    /** That of whatever the application logs with. */
    LogIds MDC_OF_ALL = new LogIds() {

        @Override
        public void put(String key, Object value) {
            MDC.put(key, value);
        }

        @Override
        public void remove(String key) {
            MDC.remove(key);
        }
    };

    /** Puts a value there. */
    void put(String key, Object value);

    /** Takes it away. */
    void remove(String key);
}
