package dev.punctual.local.s3;

/** CRC-64/NVME: reflected, polynomial 0xad93d23594c93659, all ones before and after. */
final class Crc64Nvme {

    private static final long REFLECTED = 0x9a6c_9329_ac4b_c9b5L;
    private static final long[] TABLE = table();

    private Crc64Nvme() {
    }

    static long of(byte[] content) {
        long crc = -1;
        for (byte b : content) {
            crc = TABLE[(int) (crc ^ b) & 0xff] ^ crc >>> Byte.SIZE;
        }
        return ~crc;
    }

    private static long[] table() {
        long[] table = new long[256];
        for (int i = 0; i < table.length; i++) {
            long crc = i;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ REFLECTED;
            }
            table[i] = crc;
        }
        return table;
    }
}
