package dev.punctual.engine;

import java.time.Instant;

/** The ledger, as one batch uses it. */
final class LedgerRun {

    private final LedgerAccess ledger;
    private final Tokens tokens;
    private final LedgerDesk desk;
    private final LedgerBook book;
    private final Claims claims;

    LedgerRun(LedgerTools with, Stage stage, BatchRun.Tools tools, Invocation invocation, Instant cutAt) {
        this.ledger = with.ledger();
        this.tokens = new Tokens(invocation.requestId(), with.random());
        this.desk = new LedgerDesk(ledger, stage::wakeUp);
        LedgerSettings settings = tools.settings().ledger();
        LedgerFailures failures = new LedgerFailures(stage, tools.listener(), settings.failOpen());
        KeyGate gate = new KeyGate(desk, tokens, tools.clock(), settings.leaseMargin());
        this.book = new LedgerBook(stage, desk, gate, tokens, tools.clock(), failures);
        Admission admission = new Admission(stage, book, gate, tools.runner(), invocation, cutAt, failures);
        this.claims = new Claims(stage, desk, book, admission, tokens, tools.clock(), invocation, failures, settings);
    }

    Desk<?> desk() {
        return desk.desk();
    }

    Book book() {
        return book;
    }

    /** Claims an event; when it is owned, it goes to its attempt. */
    void claim(Delivery delivery) {
        // What an earlier one has tried is decided by now: the entry that it expected was written over.
        delivery.transaction = new OutcomeTransaction(delivery, ledger, tokens);
        claims.claim(delivery);
    }
}
