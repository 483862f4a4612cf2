package dev.punctual.deployment.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Payload types of many shapes. */
final class Payloads {

    private Payloads() {
    }

    enum Size {
        SMALL,
        LARGE {
            @Override
            public String toString() {
                return "large!";
            }
        }
    }

    record Everything(String text, boolean flag, byte tiny, short small, int number, long large, float narrow, double wide,
            char letter, Boolean maybeFlag, Byte maybeTiny, Short maybeSmall, Integer maybeNumber, Long maybeLarge,
            Float maybeNarrow, Double maybeWide, Character maybeLetter, BigDecimal price, BigInteger count, UUID id, URI link,
            byte[] data, Instant moment, LocalDate day, LocalDateTime local, OffsetDateTime offset, Size size) {
    }

    record Line(String dish, int count, Size size) {
    }

    record Holder(List<Line> lines, Set<String> tags, Collection<Integer> numbers, Map<String, Line> byName,
            Map<String, List<Map<String, Long>>> deep, Optional<String> note, Optional<Line> first, Optional<Integer> amount,
            String[] words, Line[] rows, Integer[] counts, List<Size> sizes, List<List<Double>> matrix, List<byte[]> blobs) {
    }

    static class Base {
        public String inherited;
        private int number;

        public int getNumber() {
            return number;
        }

        void setNumber(int number) {
            this.number = number;
        }
    }

    static class Plain extends Base {
        public static final String CONSTANT = "not a property";
        public transient String passing;
        public String text = "by default";
        public List<String> words = List.of("by", "default");
        String hidden = "hidden";
        private boolean open;
        private Line line;

        Plain() {
        }

        Plain(String text) {
            this.text = text;
        }

        public boolean isOpen() {
            return open;
        }

        public void setOpen(boolean open) {
            this.open = open;
        }

        public Line getLine() {
            return line;
        }

        public Plain setLine(Line line) {
            this.line = line;
            return this;
        }

        @JsonIgnore
        public int getComputed() {
            return 7;
        }
    }

    record Renamed(@JsonProperty("order_id") String id, @JsonProperty("größe \"x\"") int size, String $plain) {
    }

    record Tree(String name, List<Tree> children, Tree next) {
    }
}
