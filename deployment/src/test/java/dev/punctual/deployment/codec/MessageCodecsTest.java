package dev.punctual.deployment.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.thrift.TBase;
import org.apache.thrift.TException;
import org.apache.thrift.TFieldIdEnum;
import org.apache.thrift.protocol.TField;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TProtocolUtil;
import org.apache.thrift.protocol.TStruct;
import org.apache.thrift.protocol.TType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;

import dev.punctual.OnEvent;
import dev.punctual.deployment.Applications;
import dev.punctual.runtime.codec.PayloadCodecs;
import dev.punctual.runtime.handler.HandlerRegistry;
import dev.punctual.spi.EventCodec;
import dev.punctual.spi.UndecodableException;
import io.quarkus.builder.BuildChainBuilder;
import io.quarkus.builder.BuildContext;
import io.quarkus.deployment.builditem.GeneratedResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.test.QuarkusUnitTest;

class MessageCodecsTest {

    private static final String REGISTERED = "registered-messages";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.of(Ticket.class, Ticket.Field.class, Handlers.class)
            .addBuildChainCustomizer(writeDownWhatIsRegistered());

    /** As the Thrift compiler makes it, cut down: {@code struct Ticket { 1: i32 number }}. */
    static class Ticket implements TBase<Ticket, Ticket.Field> {

        private static final long serialVersionUID = 1L;

        enum Field implements TFieldIdEnum {
            NUMBER;

            @Override
            public short getThriftFieldId() {
                return 1;
            }

            @Override
            public String getFieldName() {
                return "number";
            }
        }

        int number;

        public Ticket() {
        }

        @Override
        public void read(TProtocol in) throws TException {
            in.readStructBegin();
            for (TField field = in.readFieldBegin(); field.type != TType.STOP; field = in.readFieldBegin()) {
                if (field.id == 1 && field.type == TType.I32) {
                    number = in.readI32();
                } else {
                    TProtocolUtil.skip(in, field.type);
                }
            }
            in.readStructEnd();
        }

        @Override
        public void write(TProtocol out) throws TException {
            out.writeStructBegin(new TStruct("Ticket"));
            out.writeFieldBegin(new TField("number", TType.I32, (short) 1));
            out.writeI32(number);
            out.writeFieldStop();
            out.writeStructEnd();
        }

        @Override
        public Field fieldForId(int id) {
            return Field.NUMBER;
        }

        @Override
        public boolean isSet(Field field) {
            return true;
        }

        @Override
        public Object getFieldValue(Field field) {
            return number;
        }

        @Override
        public void setFieldValue(Field field, Object value) {
            number = (int) value;
        }

        @Override
        public Ticket deepCopy() {
            Ticket copy = new Ticket();
            copy.number = number;
            return copy;
        }

        @Override
        public void clear() {
            number = 0;
        }

        @Override
        public int compareTo(Ticket other) {
            return Integer.compare(number, other.number);
        }
    }

    @ApplicationScoped
    static class Handlers {
        @OnEvent(stream = "orders", type = "message")
        void onMessage(Struct message) {
        }

        @OnEvent(stream = "orders", type = "ticket")
        void onTicket(Ticket ticket) {
        }
    }

    @Inject
    HandlerRegistry registry;

    @Inject
    PayloadCodecs codecs;

    @SuppressWarnings("unchecked")
    private EventCodec<Object> codec(String type) {
        return (EventCodec<Object>) registry.handlers().stream().filter(handler -> handler.definition().type().equals(type))
                .findFirst().orElseThrow().codec();
    }

    @Test
    void readsAndWritesMessagesOfProtobuf() throws UndecodableException {
        EventCodec<Object> codec = codec("message");
        Struct message = Struct.newBuilder().putFields("n", Value.newBuilder().setNumberValue(1).build()).build();

        assertThat(codec.contentType()).isEqualTo("application/protobuf");
        assertThat(codec.encode(message)).isEqualTo(message.toByteArray());
        assertThat(codec.decode(message.toByteArray())).isEqualTo(message);
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> codec.decode(new byte[] { 7 }))
                .withMessageContaining("does not fit com.google.protobuf.Struct");
    }

    @Test
    void readsAndWritesStructsOfThrift() throws UndecodableException {
        EventCodec<Object> codec = codec("ticket");
        Ticket ticket = new Ticket();
        ticket.number = 7;

        assertThat(codec.contentType()).isEqualTo("application/vnd.apache.thrift.compact");
        assertThat(((Ticket) codec.decode(codec.encode(ticket))).number).isEqualTo(7);
    }

    @Test
    void generatesThemWithoutReflection() {
        for (String type : List.of("message", "ticket")) {
            assertThat(codec(type).getClass().getPackageName())
                    .isEqualTo(type.equals("message") ? Struct.class.getPackageName() : Ticket.class.getPackageName());
        }
    }

    @Test
    void registersWhatPrintersOfMessagesCall() throws IOException {
        assertThat(registered()).contains("com.google.protobuf.Struct", "com.google.protobuf.Struct$Builder",
                "com.google.protobuf.Value", "com.google.protobuf.ListValue$Builder").doesNotContain(Ticket.class.getName());
    }

    private static List<String> registered() throws IOException {
        try (InputStream resource = Thread.currentThread().getContextClassLoader().getResourceAsStream(REGISTERED)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static Consumer<BuildChainBuilder> writeDownWhatIsRegistered() {
        return chain -> chain.addBuildStep(MessageCodecsTest::writeDown).consumes(ReflectiveClassBuildItem.class)
                .produces(GeneratedResourceBuildItem.class).build();
    }

    private static void writeDown(BuildContext context) {
        String lines = context.consumeMulti(ReflectiveClassBuildItem.class).stream()
                .flatMap(item -> item.getClassNames().stream()).distinct().collect(Collectors.joining("\n"));
        context.produce(new GeneratedResourceBuildItem(REGISTERED, lines.getBytes(StandardCharsets.UTF_8)));
    }
}
