package dev.punctual.runtime.codec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.apache.thrift.TBase;
import org.apache.thrift.TException;
import org.apache.thrift.TFieldIdEnum;
import org.apache.thrift.protocol.TField;
import org.apache.thrift.protocol.TList;
import org.apache.thrift.protocol.TMap;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TProtocolException;
import org.apache.thrift.protocol.TProtocolUtil;
import org.apache.thrift.protocol.TSet;
import org.apache.thrift.protocol.TStruct;
import org.apache.thrift.protocol.TType;

/**
 * As the Thrift compiler makes it, by hand, since none is at hand: {@code struct Order { 1: required string id, 2: i32
 * amount, 3: list<Order> parts, 4: map<string, binary> notes, 5: set<i64> tags }}.
 */
public final class ThriftOrder implements TBase<ThriftOrder, ThriftOrder.Field> {

    private static final long serialVersionUID = 1L;

    public enum Field implements TFieldIdEnum {
        ID,
        AMOUNT,
        PARTS,
        NOTES,
        TAGS;

        @Override
        public short getThriftFieldId() {
            return (short) (ordinal() + 1);
        }

        @Override
        public String getFieldName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public String id;
    public int amount;
    public transient List<ThriftOrder> parts = new ArrayList<>();
    public transient Map<String, byte[]> notes = new LinkedHashMap<>();
    public transient Set<Long> tags = new HashSet<>();

    @Override
    public void read(TProtocol in) throws TException {
        in.readStructBegin();
        for (TField field = in.readFieldBegin(); field.type != TType.STOP; field = in.readFieldBegin()) {
            if (!known(in, field)) {
                TProtocolUtil.skip(in, field.type);
            }
            in.readFieldEnd();
        }
        in.readStructEnd();
        if (id == null) {
            throw new TProtocolException("Required field 'id' was not present! Struct: " + this);
        }
    }

    private boolean known(TProtocol in, TField field) throws TException {
        if (field.id == 1 && field.type == TType.STRING) {
            id = in.readString();
        } else if (field.id == 2 && field.type == TType.I32) {
            amount = in.readI32();
        } else if (field.id == 3 && field.type == TType.LIST) {
            readParts(in);
        } else if (field.id == 4 && field.type == TType.MAP) {
            readNotes(in);
        } else if (field.id == 5 && field.type == TType.SET) {
            readTags(in);
        } else {
            return false;
        }
        return true;
    }

    private void readParts(TProtocol in) throws TException {
        TList list = in.readListBegin();
        parts = new ArrayList<>(list.size);
        for (int i = 0; i < list.size; i++) {
            ThriftOrder part = new ThriftOrder();
            part.read(in);
            parts.add(part);
        }
        in.readListEnd();
    }

    private void readNotes(TProtocol in) throws TException {
        TMap map = in.readMapBegin();
        notes = new LinkedHashMap<>(2 * map.size);
        for (int i = 0; i < map.size; i++) {
            String key = in.readString();
            java.nio.ByteBuffer value = in.readBinary();
            byte[] bytes = new byte[value.remaining()];
            value.get(bytes);
            notes.put(key, bytes);
        }
        in.readMapEnd();
    }

    private void readTags(TProtocol in) throws TException {
        TSet set = in.readSetBegin();
        tags = new HashSet<>(2 * set.size);
        for (int i = 0; i < set.size; i++) {
            tags.add(in.readI64());
        }
        in.readSetEnd();
    }

    @Override
    public void write(TProtocol out) throws TException {
        if (id == null) {
            throw new TProtocolException("Required field 'id' was not present! Struct: " + this);
        }
        out.writeStructBegin(new TStruct("Order"));
        out.writeFieldBegin(new TField("id", TType.STRING, (short) 1));
        out.writeString(id);
        out.writeFieldEnd();
        out.writeFieldBegin(new TField("amount", TType.I32, (short) 2));
        out.writeI32(amount);
        out.writeFieldEnd();
        writeContainers(out);
        out.writeFieldStop();
        out.writeStructEnd();
    }

    private void writeContainers(TProtocol out) throws TException {
        out.writeFieldBegin(new TField("parts", TType.LIST, (short) 3));
        out.writeListBegin(new TList(TType.STRUCT, parts.size()));
        for (ThriftOrder part : parts) {
            part.write(out);
        }
        out.writeListEnd();
        out.writeFieldEnd();
        out.writeFieldBegin(new TField("notes", TType.MAP, (short) 4));
        out.writeMapBegin(new TMap(TType.STRING, TType.STRING, notes.size()));
        for (Map.Entry<String, byte[]> note : notes.entrySet()) {
            out.writeString(note.getKey());
            out.writeBinary(java.nio.ByteBuffer.wrap(note.getValue()));
        }
        out.writeMapEnd();
        out.writeFieldEnd();
        out.writeFieldBegin(new TField("tags", TType.SET, (short) 5));
        out.writeSetBegin(new TSet(TType.I64, tags.size()));
        for (long tag : tags) {
            out.writeI64(tag);
        }
        out.writeSetEnd();
        out.writeFieldEnd();
    }

    @Override
    public Field fieldForId(int fieldId) {
        return Field.values()[fieldId - 1];
    }

    @Override
    public boolean isSet(Field field) {
        return field != Field.ID || id != null;
    }

    @Override
    public Object getFieldValue(Field field) {
        return switch (field) {
            case ID -> id;
            case AMOUNT -> amount;
            case PARTS -> parts;
            case NOTES -> notes;
            case TAGS -> tags;
        };
    }

    @Override
    public void setFieldValue(Field field, Object value) {
        throw new UnsupportedOperationException(field.name());
    }

    @Override
    public ThriftOrder deepCopy() {
        ThriftOrder copy = new ThriftOrder();
        copy.id = id;
        copy.amount = amount;
        parts.forEach(part -> copy.parts.add(part.deepCopy()));
        notes.forEach((key, value) -> copy.notes.put(key, value.clone()));
        copy.tags.addAll(tags);
        return copy;
    }

    @Override
    public void clear() {
        id = null;
        amount = 0;
        parts.clear();
        notes.clear();
        tags.clear();
    }

    @Override
    public int compareTo(ThriftOrder other) {
        return id.compareTo(other.id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ThriftOrder order && Objects.equals(id, order.id) && amount == order.amount
                && parts.equals(order.parts) && tags.equals(order.tags) && notes.keySet().equals(order.notes.keySet())
                && notes.entrySet().stream().allMatch(note -> java.util.Arrays.equals(note.getValue(),
                        order.notes.get(note.getKey())));
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, amount);
    }

    @Override
    public String toString() {
        return "Order(id:" + id + ", amount:" + amount + ")";
    }
}
