package dev.punctual.publish;

/** What is left of one call's limits; for one thread. */
final class CallBudget {

    private int records;
    private int bytes;

    /** Whether more fits; a first record always does, and it is for Kinesis to refuse it. */
    boolean hasRoom(int moreRecords, int moreBytes) {
        return records == 0
                || records + moreRecords <= PutLimits.CALL_RECORDS && bytes + moreBytes <= PutLimits.CALL_BYTES;
    }

    void take(int moreRecords, int moreBytes) {
        records += moreRecords;
        bytes += moreBytes;
    }
}
