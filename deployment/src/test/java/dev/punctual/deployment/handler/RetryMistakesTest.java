package dev.punctual.deployment.handler;

import static org.junit.jupiter.api.Assertions.fail;

import jakarta.enterprise.context.ApplicationScoped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;
import dev.punctual.deployment.Applications;
import io.quarkus.test.QuarkusUnitTest;

class RetryMistakesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.refused(RetryMistakesTest.class,
            """
                    14 mistakes in event methods:
                    @RetryWithin on Orders#backoffBeyondBudget: backoff '2m': backoff must not be longer than the budget PT1M, was PT2M; \
                    lower backoff or raise the budget.
                    @RetryWithin on Orders#defaultBeyondBudget: backoff '200ms' (the default): \
                    backoff must not be longer than the budget PT0.1S, was PT0.2S; lower backoff or raise the budget.
                    @RetryWithin on Orders#everything: backoff 'P': 'P' is not a duration; write it like 200ms, 5s, 2m, 1h, 1d or PT5S.
                    @RetryWithin on Orders#everything: maxAttempts -1: maxAttempts must be at least 1, was -1; leave it out for as many as fit.
                    @RetryWithin on Orders#everything: maxBackoff 'ever': 'ever' is not a duration; \
                    write it like 200ms, 5s, 2m, 1h, 1d or PT5S.
                    @RetryWithin on Orders#everything: value '': '' is not a duration; write it like 200ms, 5s, 2m, 1h, 1d or PT5S.
                    @RetryWithin on Orders#expression: value '${orders.budget}' (now '0s'): a time budget must be positive, was PT0S; \
                    give a time such as 5s, or remove the annotation to disable retries.
                    @RetryWithin on Orders#maxBelowBackoff: maxBackoff '10s' (the default): \
                    maxBackoff must not be shorter than backoff PT20S, was PT10S; raise maxBackoff or lower backoff.
                    @RetryWithin on Orders#negative: value '-PT5S': a time budget must be positive, was PT-5S; \
                    give a time such as 5s, or remove the annotation to disable retries.
                    @RetryWithin on Orders#noAttempt: maxAttempts 0: maxAttempts must be at least 1, was 0; leave it out for as many as fit.
                    @RetryWithin on Orders#noBackoff: backoff '0ms': backoff must be positive, was PT0S; \
                    give the bound of the first wait, such as 200ms.
                    @RetryWithin on Orders#soon: value 'soon': 'soon' is not a duration; write it like 200ms, 5s, 2m, 1h, 1d or PT5S.
                    @RetryWithin on Orders#tooLong: value '366d': a time budget must be at most 365 days, was PT8784H; \
                    give a time such as 5s, or remove the annotation to disable retries.
                    @RetryWithin on Orders#zero: value '0s': a time budget must be positive, was PT0S; \
                    give a time such as 5s, or remove the annotation to disable retries.""",
            Order.class, Orders.class).overrideConfigKey("orders.budget", "0s");

    record Order(String id) {
    }

    @ApplicationScoped
    static class Orders {
        @OnEvent(stream = "orders")
        @RetryWithin("0s")
        void zero(Order order) {
        }

        @OnEvent(stream = "orders")
        @RetryWithin("-PT5S")
        void negative(Order order) {
        }

        @OnEvent(stream = "orders")
        @RetryWithin("366d")
        void tooLong(Order order) {
        }

        @OnEvent(stream = "orders")
        @RetryWithin("soon")
        void soon(Order order) {
        }

        @OnEvent(stream = "orders")
        @RetryWithin("${orders.budget}")
        void expression(Order order) {
        }

        @OnEvent(stream = "orders")
        @RetryWithin("${orders.not-known-yet}")
        void openUntilStart(Order order) {
        }

        @OnEvent(stream = "orders")
        @RetryWithin(value = "5s", maxAttempts = 0)
        void noAttempt(Order order) {
        }

        @OnEvent(stream = "orders")
        @RetryWithin(value = "5s", backoff = "0ms")
        void noBackoff(Order order) {
        }

        @OnEvent(stream = "orders")
        @RetryWithin(value = "1m", backoff = "2m", maxBackoff = "2m")
        void backoffBeyondBudget(Order order) {
        }

        @OnEvent(stream = "orders")
        @RetryWithin("100ms")
        void defaultBeyondBudget(Order order) {
        }

        @OnEvent(stream = "orders")
        @RetryWithin(value = "1m", backoff = "20s")
        void maxBelowBackoff(Order order) {
        }

        @OnEvent(stream = "orders")
        @RetryWithin(value = "", maxAttempts = -1, backoff = "P", maxBackoff = "ever")
        void everything(Order order) {
        }
    }

    @Test
    void refusesRetriesThatMakeNoSense() {
        fail(QuarkusUnitTest.THE_BUILD_WAS_EXPECTED_TO_FAIL);
    }
}
