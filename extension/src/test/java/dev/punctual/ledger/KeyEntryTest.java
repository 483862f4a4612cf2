package dev.punctual.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class KeyEntryTest {

    private static final Waiter NINE = new Waiter("9", "nine");
    private static final Waiter TEN = new Waiter("10", "ten");

    private final KeyEntry empty = KeyEntry.unknown("k");

    @Test
    void keepsThoseThatWaitInTheOrderOfTheirNumbers() {
        assertThat(empty.with(TEN).with(NINE).waiting()).containsExactly(NINE, TEN);
    }

    @Test
    void knowsWhomAnEventHasToWaitFor() {
        KeyEntry entry = empty.with(TEN).with(NINE);

        assertThat(entry.before(NINE)).isEmpty();
        assertThat(entry.before(TEN)).containsExactly(NINE);
        assertThat(entry.before(new Waiter("11", "eleven"))).containsExactly(NINE, TEN);
    }

    @Test
    void anEventThatWasPutTwiceHasThePlaceOfTheFirst() {
        KeyEntry entry = empty.with(TEN).with(NINE);
        Waiter nineAgain = new Waiter("12", "nine");

        assertThat(entry.before(nineAgain)).isEmpty();
        assertThat(entry.before(new Waiter("12", "ten"))).containsExactly(NINE);
        assertThat(entry.with(nineAgain)).isSameAs(entry);
        assertThat(entry.with(new Waiter("8", "ten")).waiting()).containsExactly(new Waiter("8", "ten"), NINE);
        assertThat(entry.without(List.of(nineAgain)).waiting()).containsExactly(TEN);
    }

    @Test
    void isTheSameWhereNothingChanges() {
        KeyEntry entry = empty.with(NINE).applied("7");

        assertThat(entry.with(NINE)).isSameAs(entry);
        assertThat(entry.without(List.of(TEN))).isSameAs(entry);
        assertThat(entry.applied("7")).isSameAs(entry);
        assertThat(entry.applied("6")).isSameAs(entry);
    }

    @Test
    void strikesOutThoseThatAreOver() {
        assertThat(empty.with(TEN).with(NINE).without(List.of(NINE)).waiting()).containsExactly(TEN);
    }

    @Test
    void knowsTheLatestThatWasApplied() {
        KeyEntry entry = empty.applied("9").applied("10").applied("8");

        assertThat(entry.lastApplied()).isEqualTo("10");
        assertThat(entry.hasApplied("9")).isTrue();
        assertThat(entry.hasApplied("10")).isFalse();
        assertThat(entry.hasApplied("11")).isFalse();
        assertThat(empty.hasApplied("1")).isFalse();
    }

    @Test
    void keepsTheRestWhenItIsRenewed() {
        KeyEntry entry = empty.with(NINE).applied("7").renewed("t");

        assertThat(entry).isEqualTo(new KeyEntry("k", "t", "7", List.of(NINE)));
    }
}
