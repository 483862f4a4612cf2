package dev.punctual.samples.parcel.driver;

import java.util.Base64;
import java.util.Random;

/** Events as other applications put them. */
final class Events {

    /** In a message, its letter does not fit: encrypted, and in base64 twice. */
    private static final int LARGE = 700_000;

    private Events() {
    }

    static String parcel(String type, String parcelId, String sender, String recipient) {
        return event(type, parcelId + type,
                "{\"parcelId\":\"" + parcelId + "\",\"sender\":\"" + sender + "\",\"recipient\":\"" + recipient + "\"}");
    }

    static String movement(String type, String eventId, String parcelId, String place) {
        return event(type, eventId, "{\"parcelId\":\"" + parcelId + "\",\"place\":\"" + place + "\"}");
    }

    static String payment(String type, String paymentId, String sender, int cents) {
        return event(type, paymentId + type,
                "{\"paymentId\":\"" + paymentId + "\",\"sender\":\"" + sender + "\",\"cents\":" + cents + "}");
    }

    /** Its photo has 700 kB. */
    static String scan(String parcelId, String scanner, String place) {
        byte[] photo = new byte[LARGE];
        new Random(parcelId.hashCode()).nextBytes(photo);
        return scan(parcelId, scanner, place, photo);
    }

    static String scan(String parcelId, String scanner, String place, byte[] photo) {
        return "{\"parcelId\":\"" + parcelId + "\",\"scanner\":\"" + scanner + "\",\"place\":\"" + place + "\",\"photo\":\""
                + Base64.getEncoder().encodeToString(photo) + "\"}";
    }

    static String addressCheck(String parcelId, String town) {
        return "{\"parcelId\":\"" + parcelId + "\",\"town\":\"" + town + "\"}";
    }

    private static String event(String type, String id, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"/elsewhere\",\"type\":\"" + type
                + "\",\"datacontenttype\":\"application/json\",\"data\":" + data + "}";
    }
}
