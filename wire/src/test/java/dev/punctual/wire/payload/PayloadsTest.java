package dev.punctual.wire.payload;

import static dev.punctual.wire.testing.Samples.event;
import static dev.punctual.wire.testing.Samples.parked;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.LetterData;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.wire.envelope.QueueMessage;
import dev.punctual.wire.envelope.RetryFormat;
import dev.punctual.wire.testing.FakeDataKeys;
import dev.punctual.wire.testing.FakeObjectStore;

class PayloadsTest {

    private static final String SECRET = "{\"customer\":\"Ada Lovelace\"}";

    private final RetryFormat format = new RetryFormat(new JsonFactory());
    private final FakeObjectStore objects = new FakeObjectStore();
    private final FakeDataKeys keys = new FakeDataKeys();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private final ClaimCheck bucket = new ClaimCheck(objects,
            new ClaimCheck.Settings(Optional.of("claims"), "punctual/", Set.of()));
    private final Payloads plain = new Payloads(Optional.empty(), false, Optional.of(bucket), () -> now);
    private final Payloads encrypted = new Payloads(Optional.of(keys), true, Optional.of(bucket), () -> now);

    private String message(Payloads payloads, EventRecord event) throws PayloadException {
        return message(payloads, event, LetterData.INLINE);
    }

    private String message(Payloads payloads, EventRecord event, LetterData before) throws PayloadException {
        return payloads.stow(event, before,
                (stowed, data) -> format.write(new QueueMessage.Parked(parked(stowed, Duration.ZERO), data)));
    }

    private byte[] open(Payloads payloads, String message) throws Exception {
        QueueMessage.Parked read = format.readStored(message);
        return payloads.open(read.event().event(), read.data());
    }

    private static byte[] noise(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(7).nextBytes(noise);
        return noise;
    }

    private static int size(String message) {
        return message.getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void leavesBytesThatFitInTheirMessage() throws Exception {
        String message = message(plain, event(utf8(SECRET)));

        assertThat(format.read(message).event().data()).isEqualTo(utf8(SECRET));
        assertThat(objects.objects()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = { 800_000, 2_000_000, 10 * 1024 * 1024 })
    void keepsBytesThatDoNotFitInTheBucket(int bytes) throws Exception {
        byte[] large = noise(bytes);

        String message = message(plain, event(large));

        assertThat(size(message)).isLessThan(4_096);
        assertThat(objects.objects()).hasSize(1);
        assertThat(objects.objects().keySet().iterator().next()).startsWith("claims/punctual/orders/");
        assertThat(open(plain, message)).isEqualTo(large);
    }

    @Test
    void keepsWhatJustDoesNotFitElsewhereAndWhatJustFitsInTheMessage() throws Exception {
        int overhead = size(message(plain, event(new byte[3]))) - 4;
        int most = (Payloads.MAXIMUM_MESSAGE - overhead) / 4 * 3;

        String fits = message(plain, event(noise(most)));
        assertThat(size(fits)).isBetween(Payloads.MAXIMUM_MESSAGE - 4, Payloads.MAXIMUM_MESSAGE);
        assertThat(objects.objects()).isEmpty();

        message(plain, event(noise(most + 3)));
        assertThat(objects.objects()).hasSize(1);
    }

    @Test
    void keepsTheSameBytesOnce() throws Exception {
        message(plain, event(noise(2_000_000)));
        message(plain, event(noise(2_000_000)));

        assertThat(objects.objects()).hasSize(1);
    }

    @Test
    void hasNoMessageForBytesThatTheBucketDoesNotTake() {
        objects.breakDown(true);

        assertThatThrownBy(() -> message(plain, event(noise(2_000_000)))).isInstanceOf(PayloadException.class)
                .hasMessage("the object store is out of reach");
    }

    @Test
    void refusesAnObjectThatIsNotWhatTheMessageSays() throws Exception {
        String message = message(plain, event(noise(2_000_000)));
        for (Map.Entry<String, byte[]> object : objects.objects().entrySet()) {
            object.getValue()[1_000_000]++;
        }
        assertThatThrownBy(() -> open(plain, message)).isInstanceOf(PayloadException.class)
                .hasMessageContaining("another SHA-256");

        objects.objects().replaceAll((key, bytes) -> noise(1_000_000));
        assertThatThrownBy(() -> open(plain, message)).isInstanceOf(PayloadException.class)
                .hasMessageContaining("it has 1000000 bytes of 2000000");
    }

    @Test
    void readsNoBucketThatIsNotAllowed() throws Exception {
        objects.objects().put("theirs/secret", utf8("x"));
        var forged = new LetterData.Elsewhere("s3://theirs/secret", 1,
                "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881", "");

        assertThatThrownBy(() -> plain.open(event(new byte[0]), forged)).isInstanceOf(PayloadException.class)
                .hasMessageContaining("'theirs' is not one that messages may name");
        ClaimCheck open = new ClaimCheck(objects,
                new ClaimCheck.Settings(Optional.of("claims"), "", Set.of("theirs")));
        assertThat(new Payloads(Optional.empty(), false, Optional.of(open), () -> now).open(event(new byte[0]), forged))
                .isEqualTo(utf8("x"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "claims", "s3://claims", "file:///etc/passwd", "https://claims/x" })
    void refusesLocationsThatAreNone(String location) {
        assertThatThrownBy(() -> plain.open(event(new byte[0]), new LetterData.Elsewhere(location, 1, "00", "")))
                .isInstanceOf(PayloadException.class).hasMessageContaining("s3://bucket/key was expected");
    }

    @Test
    void encryptsWhatItPutsIntoMessages() throws Exception {
        String message = message(encrypted, event(utf8(SECRET)));

        assertThat(message).doesNotContain("Lovelace").contains("\"dataEncryption\":\"KMS-AES-256-GCM\"");
        assertThat(open(encrypted, message)).isEqualTo(utf8(SECRET));
    }

    @Test
    void encryptsWhatItKeepsElsewhere() throws Exception {
        byte[] large = (SECRET.repeat(60_000)).getBytes(StandardCharsets.UTF_8);

        String message = message(encrypted, event(large));

        assertThat(new String(objects.objects().values().iterator().next(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Lovelace");
        assertThat(open(encrypted, message)).isEqualTo(large);
    }

    @Test
    void neverEncryptsTheSameBytesTheSameWay() throws Exception {
        assertThat(message(encrypted, event(utf8(SECRET)))).isNotEqualTo(message(encrypted, event(utf8(SECRET))));
    }

    @Test
    void makesAKeyForEachSourceAndFiveMinutes() throws Exception {
        for (int i = 0; i < 10; i++) {
            message(encrypted, event(utf8(SECRET)));
        }
        assertThat(keys.made()).isEqualTo(1);

        now = now.plus(Duration.ofMinutes(5));
        message(encrypted, event(utf8(SECRET)));
        assertThat(keys.made()).isEqualTo(2);

        message(encrypted, event(EventSource.ofArn("arn:aws:sqs:us-east-1:000000000000:other"), utf8(SECRET)));
        assertThat(keys.made()).isEqualTo(3);
    }

    @Test
    void unwrapsAKeyOnce() throws Exception {
        String message = message(encrypted, event(utf8(SECRET)));

        for (int i = 0; i < 10; i++) {
            open(encrypted, message);
        }

        assertThat(keys.unwrapped()).isEqualTo(1);
    }

    @Test
    void refusesTheBytesOfAnotherEvent() throws Exception {
        QueueMessage.Parked read = format.readStored(message(encrypted, event(utf8(SECRET))));
        EventRecord other = new EventRecord(read.event().event().source(), "shardId-000000000001", "2", "key", now,
                read.event().event().data());

        assertThatThrownBy(() -> encrypted.open(other, read.data())).isInstanceOf(PayloadException.class)
                .hasMessageContaining("cannot be decrypted").hasMessageNotContaining("Lovelace");
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 11, 12, 27 })
    void refusesBytesThatAreCutOff(int length) throws Exception {
        QueueMessage.Parked read = format.readStored(message(encrypted, event(utf8(SECRET))));
        byte[] cut = java.util.Arrays.copyOf(read.event().event().data(), length);

        assertThatThrownBy(() -> encrypted.open(event(cut), read.data())).isInstanceOf(PayloadException.class);
    }

    @Test
    void keepsEncryptedWhatWasEncryptedThoughItEncryptsNothingElse() throws Exception {
        Payloads reader = new Payloads(Optional.of(keys), false, Optional.of(bucket), () -> now);
        LetterData before = format.readStored(message(encrypted, event(utf8(SECRET)))).data();

        String again = message(reader, event(utf8("{\"customer\":\"Ada King Lovelace\"}")), before);

        assertThat(again).doesNotContain("Lovelace");
        assertThat(open(reader, again)).isEqualTo(utf8("{\"customer\":\"Ada King Lovelace\"}"));
        assertThat(message(reader, event(utf8(SECRET)))).contains("Lovelace");
    }

    @Test
    void passesOnWhatItFoundAsItWas() throws Exception {
        QueueMessage.Parked found = format.readStored(message(encrypted, event(utf8(SECRET))));

        String passed = Payloads.INLINE.forward(found.event().event(), found.data(),
                (event, data) -> format.write(new QueueMessage.Parked(parked(event, Duration.ZERO), data)));

        assertThat(open(encrypted, passed)).isEqualTo(utf8(SECRET));
    }

    @Test
    void saysWhatIsMissingToReadABytesThatAreNotHere() throws Exception {
        QueueMessage.Parked sealed = format.readStored(message(encrypted, event(utf8(SECRET))));
        QueueMessage.Parked kept = format.readStored(message(plain, event(noise(2_000_000))));

        assertThatThrownBy(() -> Payloads.INLINE.open(sealed.event().event(), sealed.data()))
                .hasMessageContaining("are encrypted, and there is no key service here");
        assertThatThrownBy(() -> Payloads.INLINE.open(kept.event().event(), kept.data()))
                .hasMessageContaining("no bucket is allowed here");
        assertThatThrownBy(() -> plain.open(event(new byte[0]), new LetterData.Missing("it expired")))
                .hasMessageContaining("are missing: it expired");
    }
}
