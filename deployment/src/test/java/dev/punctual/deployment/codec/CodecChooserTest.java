package dev.punctual.deployment.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

class CodecChooserTest {

    record Line(String dish, int count) {
    }

    record Order(String id, List<Line> lines) {
    }

    record Timed(Duration length) {
    }

    record Deep(List<Map<String, Timed>> times) {
    }

    record Keyed(Map<Integer, String> names) {
    }

    record Listed(ArrayList<String> names) {
    }

    @SuppressWarnings("rawtypes")
    record Raw(List names) {
    }

    record Wild(List<? extends Line> lines) {
    }

    record Open<T>(T value) {
    }

    record Numbers(int[] numbers) {
    }

    record Anything(Object value) {
    }

    static class Animal {
        public String name;
    }

    static class Dog extends Animal {
        public int age;
    }

    record Zoo(Animal animal) {
    }

    record Formatted(@JsonFormat(pattern = "yy") String year) {
    }

    record Ignoring(String id, @JsonIgnore String secret) {
    }

    record Required(@JsonProperty(value = "id", required = true) String id) {
    }

    record Same(@JsonProperty("b") String a, String b) {
    }

    @JacksonAnnotationsInside
    @JsonInclude
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    @interface Custom {
    }

    @Custom
    record Customised(String id) {
    }

    record Computed(int count) {
        public int getTwice() {
            return 2 * count;
        }
    }

    private record Hidden(String id) {
    }

    static class Created {
        public String id;

        @JsonCreator
        Created(String id) {
            this.id = id;
        }
    }

    static class Closed {
        public String id;

        Closed(String id) {
            this.id = id;
        }
    }

    static class ReadOnly {
        private String id;

        public String getId() {
            return id;
        }
    }

    static class Fixed {
        public final String id = "a";
    }

    static class Shouting {
        private String url;

        public String getURL() {
            return url;
        }

        public void setURL(String url) {
            this.url = url;
        }
    }

    static class Empty {
    }

    class Inner {
        public String id;
    }

    enum Level {
        @JsonProperty("hi")
        HIGH
    }

    record Levelled(Level level) {
    }

    private static final List<Class<?>> CLASSES = List.of(Line.class, Order.class, Timed.class, Deep.class, Keyed.class,
            Listed.class, Raw.class, Wild.class, Open.class, Numbers.class, Anything.class, Animal.class, Dog.class, Zoo.class,
            Formatted.class, Ignoring.class, Required.class, Same.class, Custom.class, Customised.class, Computed.class,
            Hidden.class, Created.class, Closed.class, ReadOnly.class, Fixed.class, Shouting.class, Empty.class, Inner.class,
            Level.class, Levelled.class, JacksonAnnotationsInside.class);

    private static CodecChooser chooser(Optional<String> alwaysJackson) {
        try {
            IndexView index = Index.of(CLASSES);
            return new CodecChooser(index, alwaysJackson);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Type typeOf(Class<?> type) {
        return Type.create(DotName.createSimple(type), Type.Kind.CLASS);
    }

    @Test
    void generatesCodecsOfATypeAndOfThoseItHolds() {
        CodecChooser chooser = chooser(Optional.empty());

        assertThat(chooser.choose(typeOf(Order.class)))
                .isEqualTo(new CodecChoice.Generated(Order.class.getName() + "_JsonCodec"));
        assertThat(chooser.choose(typeOf(Line.class))).isInstanceOf(CodecChoice.Generated.class);
        assertThat(chooser.beans()).extracting(bean -> bean.type().toString()).containsExactly(Order.class.getName(),
                Line.class.getName());
    }

    @Test
    void takesASubclassWithWhatItInherits() {
        CodecChooser chooser = chooser(Optional.empty());

        assertThat(chooser.choose(typeOf(Dog.class))).isInstanceOf(CodecChoice.Generated.class);
        assertThat(chooser.beans()).singleElement().satisfies(
                bean -> assertThat(bean.properties()).extracting(JsonBean.Property::name).containsExactly("name", "age"));
    }

    @Test
    void leavesEverythingToJacksonWhereItIsToldTo() {
        CodecChooser chooser = chooser(Optional.of("so it is"));

        assertThat(chooser.choose(typeOf(Order.class))).isEqualTo(new CodecChoice.Jackson("so it is"));
        assertThat(chooser.beans()).isEmpty();
    }

    static List<Arguments> refused() {
        return List.of(Arguments.of(Timed.class, "property length: codecs do not know the type java.time.Duration"),
                Arguments.of(Deep.class, "Timed: property length: codecs do not know the type java.time.Duration"),
                Arguments.of(Keyed.class,
                        "property names: codecs do not know the type java.util.Map<java.lang.Integer, java.lang.String>"),
                Arguments.of(Listed.class,
                        "property names: codecs do not know the type java.util.ArrayList<java.lang.String>"),
                Arguments.of(Raw.class, "property names: codecs do not know the type java.util.List"),
                Arguments.of(Wild.class, "property lines: codecs do not know the type ? extends Line"),
                Arguments.of(Open.class, "Open has type variables"),
                Arguments.of(Numbers.class, "property numbers: codecs do not know the type int[]"),
                Arguments.of(Anything.class, "property value: codecs do not know the type java.lang.Object"),
                Arguments.of(Zoo.class, "property animal: Animal has subtypes"),
                Arguments.of(Formatted.class, "@JsonFormat on year"), Arguments.of(Ignoring.class, "@JsonIgnore on secret"),
                Arguments.of(Required.class, "@JsonProperty on id"), Arguments.of(Same.class, "two properties are named b"),
                Arguments.of(Customised.class, "@CodecChooserTest$Custom on Customised"),
                Arguments.of(Computed.class, "the method getTwice is a property beside its components"),
                Arguments.of(Hidden.class, "its constructor is private"), Arguments.of(Created.class, "@JsonCreator on <init>"),
                Arguments.of(Closed.class, "it has no constructor without parameters, or a private one"),
                Arguments.of(ReadOnly.class, "property id: it is neither a public field nor a getter with one setter"),
                Arguments.of(Fixed.class, "property id: it is neither a public field nor a getter with one setter"),
                Arguments.of(Shouting.class,
                        "the name of its method getURL does not go on with one capital and a small letter"),
                Arguments.of(Empty.class, "it has no properties"), Arguments.of(Inner.class, "it is an inner class"),
                Arguments.of(Levelled.class, "property level: @JsonProperty on HIGH"),
                Arguments.of(Level.class, "@JsonProperty on HIGH"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void leavesToJacksonWhatCodecsDoNotSuitAndSaysWhy(Class<?> type, String reason) {
        assertThat(chooser(Optional.empty()).choose(typeOf(type))).isInstanceOfSatisfying(CodecChoice.Jackson.class,
                choice -> assertThat(choice.reason().replace(CodecChooserTest.class.getName() + "$", "")).isEqualTo(reason));
    }
}
