package dev.punctual.runtime.readback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.engine.BatchItem;
import dev.punctual.event.EventRecord;
import dev.punctual.runtime.event.MalformedEventException;
import dev.punctual.runtime.event.RecordsReader;
import dev.punctual.runtime.kinesis.KinesisEvents;
import dev.punctual.wire.envelope.LambdaNotice;
import dev.punctual.wire.envelope.ObjectNotice;
import dev.punctual.wire.payload.ClaimCheck;
import dev.punctual.wire.payload.PayloadException;

/** Reads records back that Lambda gave up on: from their stream, or from the bucket it put them in. */
public final class ReadBack {

    private final Optional<StreamReader> streams;
    private final Optional<ClaimCheck> buckets;
    private final InvocationRecord invocations;
    private final KinesisEvents events;

    /**
     * @param streams reads streams, if the application has their client
     * @param buckets reads those buckets that messages may name, if there are any
     */
    public ReadBack(Optional<StreamReader> streams, Optional<ClaimCheck> buckets, JsonFactory json) {
        this.streams = streams;
        this.buckets = buckets;
        this.invocations = new InvocationRecord(json);
        this.events = new KinesisEvents(new RecordsReader(json));
    }

    /**
     * The records of a notice.
     *
     * @param until when reading must stop
     * @throws PayloadException if they may be had later
     */
    public Records of(LambdaNotice.Batch batch, Instant until) throws PayloadException {
        return streams.isPresent() ? streams.get().read(batch, until)
                : new Records(List.of(), "the client of Kinesis is not on the function's class path");
    }

    /**
     * The records that objects hold.
     *
     * @param now stands in for an arrival that cannot be read
     * @throws PayloadException if they may be had later, or the bucket is not one that messages may name
     */
    public Records of(ObjectNotice notice, Instant now) throws PayloadException {
        List<EventRecord> found = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (ObjectNotice.Location object : notice.objects()) {
            try {
                byte[] event = invocations.event(read(object));
                events.readAnyJson(event, now).stream().map(BatchItem::event).forEach(found::add);
            } catch (MalformedEventException e) {
                rest.add("the object " + object + " holds no batch of records: " + e.getMessage());
            }
        }
        return new Records(found, String.join("; ", rest));
    }

    private byte[] read(ObjectNotice.Location object) throws PayloadException {
        ClaimCheck check = buckets.orElseThrow(() -> new PayloadException("The bucket '" + object.bucket()
                + "' is not one that messages may name: set quarkus.punctual.claim-check.allowed-buckets"));
        return check.read(object.bucket(), object.key());
    }
}
