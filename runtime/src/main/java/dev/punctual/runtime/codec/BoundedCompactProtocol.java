package dev.punctual.runtime.codec;

import org.apache.thrift.TException;
import org.apache.thrift.protocol.TCompactProtocol;
import org.apache.thrift.protocol.TList;
import org.apache.thrift.protocol.TMap;
import org.apache.thrift.protocol.TProtocolException;
import org.apache.thrift.protocol.TStruct;
import org.apache.thrift.transport.TTransport;

/**
 * The compact protocol with a bound on nesting: libthrift bounds no skipped field, and only structs that newer compilers
 * generated.
 */
final class BoundedCompactProtocol extends TCompactProtocol {

    private final int deepest;
    private int depth;

    BoundedCompactProtocol(TTransport bytes, int length, int deepest) {
        super(bytes, length, length);
        this.deepest = deepest;
    }

    private void enter() throws TProtocolException {
        if (++depth > deepest) {
            throw new TProtocolException(TProtocolException.DEPTH_LIMIT, "nested too deeply");
        }
    }

    @Override
    public TStruct readStructBegin() throws TException {
        enter();
        return super.readStructBegin();
    }

    @Override
    public void readStructEnd() throws TException {
        depth--;
        super.readStructEnd();
    }

    @Override
    public TMap readMapBegin() throws TException {
        enter();
        return super.readMapBegin();
    }

    @Override
    public void readMapEnd() throws TException {
        depth--;
        super.readMapEnd();
    }

    @Override
    public TList readListBegin() throws TException {
        enter();
        return super.readListBegin();
    }

    @Override
    public void readListEnd() throws TException {
        depth--;
        super.readListEnd();
    }

    /** Its beginning is read as a list's, which counts it. */
    @Override
    public void readSetEnd() throws TException {
        depth--;
        super.readSetEnd();
    }
}
