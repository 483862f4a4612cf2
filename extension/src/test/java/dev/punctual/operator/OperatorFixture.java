package dev.punctual.operator;

import static dev.punctual.operator.FakeLetterStore.DIED;
import static dev.punctual.operator.FakeLetterStore.letter;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;

import dev.punctual.deadletter.LetterFilter;
import dev.punctual.deadletter.OperationOptions;
import dev.punctual.deadletter.OperationReport;
import dev.punctual.deadletter.StoredLetter;
import dev.punctual.spi.AuditLog;
import dev.punctual.spi.LetterForm;
import dev.punctual.spi.UndecodableException;

/** An operator of a queue in memory, in virtual time. */
abstract class OperatorFixture {

    static final OperationOptions ADA = OperationOptions.by("ada");

    final FakeLetterStore store = new FakeLetterStore();
    final List<AuditLog.Entry> audit = Collections.synchronizedList(new ArrayList<>());
    final AtomicReference<Instant> now = new AtomicReference<>(DIED.plusSeconds(1_000));
    final List<OperationReport> told = Collections.synchronizedList(new ArrayList<>());
    final LetterOperator operator = operator(4);

    /** Whatever happens, others must see the letters that are left. */
    @AfterEach
    void holdsNothing() {
        assertThat(held()).as("letters held at the end").isZero();
    }

    private long held() {
        int all = store.left().size();
        List<StoredLetter> visible = new ArrayList<>();
        for (List<StoredLetter> batch = store.receive(Duration.ofSeconds(1)); !batch.isEmpty();) {
            visible.addAll(batch);
            batch = store.receive(Duration.ofSeconds(1));
        }
        return all - visible.size();
    }

    LetterOperator operator(int workers) {
        return new LetterOperator(store, new LetterOperator.Surroundings(audit::add, new LineForm(), now::get,
                time -> now.updateAndGet(it -> it.plus(time))), new OperatorSettings(workers, Duration.ofMinutes(15)));
    }

    /** Exported letters as numbers. */
    static final class LineForm implements LetterForm {

        @Override
        public String write(StoredLetter letter, byte[] data) {
            return letter.letter().event().sequenceNumber() + ' ' + Base64.getEncoder().encodeToString(data);
        }

        @Override
        public Imported read(String line) throws UndecodableException {
            String[] parts = line.split(" ");
            if (parts.length != 2) {
                throw new UndecodableException("it has no bytes");
            }
            return new Imported(letter(Integer.parseInt(parts[0]), "notify", "a1"), Base64.getDecoder().decode(parts[1]));
        }
    }

    OperationReport redrive(LetterFilter filter, OperationOptions options) {
        return operator.redrive(filter, options, told::add);
    }
}
