package app.backtrack.notification.delivery;

/**
 * The way to a mail server. Connecting is apart from sending: a mail is claimed only when the server has greeted us, so
 * a claim whose end is unknown means that the mail may be under way.
 */
interface MailTransport {

    /**
     * Connects and waits for the server's greeting.
     *
     * @throws MailServerAway if there is none
     */
    MailConnection connect() throws MailServerAway;

    /** A connection to a mail server that has greeted us; for one thread. */
    interface MailConnection extends AutoCloseable {

        /** Offers a mail, within less than the lease of its claim. */
        SendResult send(Mail mail);

        @Override
        void close();
    }
}
