package dev.punctual.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureTest {

    private static RuntimeException atPlaceOne(String message) {
        return new IllegalStateException(message);
    }

    private static RuntimeException atPlaceTwo(String message) {
        return new IllegalStateException(message);
    }

    private static RuntimeException wrapped(Throwable cause) {
        return new RuntimeException("wrapped", cause);
    }

    @Test
    void namesTheExceptionAndItsMessage() {
        Failure failure = Failure.of(atPlaceOne("the restaurant is closed"));

        assertThat(failure.exception()).isEqualTo("java.lang.IllegalStateException");
        assertThat(failure.message()).isEqualTo("the restaurant is closed");
        assertThat(failure.fingerprint()).matches("[0-9a-f]{12}");
    }

    @Test
    void hasAnEmptyMessageWhereTheExceptionHasNone() {
        assertThat(Failure.of(new IllegalStateException()).message()).isEmpty();
    }

    @Test
    void hasTheSameFingerprintForTheSamePlaceWhateverTheMessageAndTheLine() {
        Failure first = Failure.of(atPlaceOne("order 1"));
        Failure second = Failure.of(atPlaceOne("order 2"));

        assertThat(first.fingerprint()).isEqualTo(second.fingerprint());
        assertThat(first.message()).isNotEqualTo(second.message());
    }

    @Test
    void hasAnotherFingerprintForAnotherPlace() {
        assertThat(Failure.of(atPlaceOne("x")).fingerprint()).isNotEqualTo(Failure.of(atPlaceTwo("x")).fingerprint());
    }

    @Test
    void hasAnotherFingerprintForAnotherClass() {
        // given
        RuntimeException state = new IllegalStateException();
        RuntimeException argument = new IllegalArgumentException();
        argument.setStackTrace(state.getStackTrace());

        // when, then
        assertThat(Failure.of(state).fingerprint()).isNotEqualTo(Failure.of(argument).fingerprint());
    }

    @Test
    void hasAnotherFingerprintForAnotherCause() {
        Failure one = Failure.of(wrapped(atPlaceOne("x")));
        Failure two = Failure.of(wrapped(atPlaceTwo("x")));

        assertThat(one.fingerprint()).isNotEqualTo(two.fingerprint());
    }

    @Test
    void describesAnExceptionWithoutStackTrace() {
        RuntimeException bare = new IllegalStateException("bare");
        bare.setStackTrace(new StackTraceElement[0]);

        assertThat(Failure.of(bare).fingerprint()).matches("[0-9a-f]{12}");
    }

    @Test
    void describesAChainOfCausesThatEndsInItself() {
        Exception outer = new Exception("outer");
        Exception inner = new Exception("inner", outer);
        outer.initCause(inner);

        assertThat(Failure.of(outer).fingerprint()).matches("[0-9a-f]{12}");
    }

    @Test
    void keepsAMessageOfTheLimit() {
        String message = "m".repeat(Failure.MESSAGE_LIMIT);

        assertThat(Failure.of(new IllegalStateException(message)).message()).isEqualTo(message);
    }

    @Test
    void cutsALongerMessageToTheLimit() {
        Failure failure = Failure.of(new IllegalStateException("m".repeat(1_000_000)));

        assertThat(failure.message()).hasSize(Failure.MESSAGE_LIMIT).endsWith("m…");
    }

    @Test
    void cutsNoCharacterInHalf() {
        // given: the 511th and 512th char are one emoji
        String message = "m".repeat(Failure.MESSAGE_LIMIT - 2) + "\uD83C\uDF55" + "m".repeat(10);

        // when
        Failure failure = Failure.of(new IllegalStateException(message));

        // then
        assertThat(failure.message()).hasSizeLessThanOrEqualTo(Failure.MESSAGE_LIMIT).endsWith("m…");
        assertThat(failure.message().chars())
                .noneMatch(unit -> unit >= Character.MIN_SURROGATE && unit <= Character.MAX_SURROGATE);
    }
}
