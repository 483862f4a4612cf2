package dev.punctual.runtime.ledger;

/** The connections that the JDK's HTTP client, which the AWS SDK uses here, keeps open to one host. */
final class Connections {

    private static final String PROPERTY = "http.maxConnections";

    private Connections() {
    }

    /**
     * Keeps so many, where nothing else is configured; the JDK's default of 5 would cost most of a batch's calls a TLS
     * handshake. Works until the first connection of the process is kept.
     */
    static void keep(int connections) {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, Integer.toString(connections));
        }
    }
}
