package dev.punctual.local.s3;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import dev.punctual.local.http.HttpAnswer;
import dev.punctual.local.wire.PageToken;
import dev.punctual.testkit.objects.ObjectPage;
import dev.punctual.testkit.objects.ObjectService;
import dev.punctual.testkit.objects.StoredObject;

/** ListObjectsV2: the objects of a bucket, page by page. */
final class ListOperation {

    private static final Set<String> KNOWN = Set.of("list-type", "prefix", "max-keys", "continuation-token", "start-after",
            "encoding-type", "fetch-owner");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC);

    private final ObjectService objects;

    ListOperation(ObjectService objects) {
        this.objects = objects;
    }

    HttpAnswer list(S3Request request) {
        Query query = request.query();
        query.allowOnly(KNOWN);
        if (query.get("list-type").filter("2"::equals).isEmpty()) {
            throw S3Refusals.notImplemented("The older ListObjects, without list-type=2,");
        }
        String after = query.get("continuation-token")
                .map(token -> PageToken.parse(token, "InvalidArgument").last())
                .or(() -> query.get("start-after")).orElse("");
        ObjectPage page = objects.listObjects(request.bucket(), query.get("prefix").orElse(""), after, maximum(query));
        return new HttpAnswer(200, Map.of("Content-Type", "application/xml"),
                Xml.document(xml -> write(xml, request, page)));
    }

    private static int maximum(Query query) {
        String told = query.get("max-keys").orElse(Integer.toString(ObjectService.MAXIMUM_KEYS));
        if (!told.matches("\\d{1,9}")) {
            throw S3Refusals.argument("max-keys", told, "a whole number of 0 or more");
        }
        return Math.min(Integer.parseInt(told), ObjectService.MAXIMUM_KEYS);
    }

    private static void write(XMLStreamWriter xml, S3Request request, ObjectPage page) throws XMLStreamException {
        Query query = request.query();
        boolean encoded = query.get("encoding-type").filter("url"::equals).isPresent();
        xml.writeStartElement("ListBucketResult");
        xml.writeDefaultNamespace(Xml.NAMESPACE);
        Xml.element(xml, "Name", request.bucket());
        Xml.element(xml, "Prefix", text(query.get("prefix").orElse(""), encoded));
        Xml.element(xml, "KeyCount", page.objects().size());
        Xml.element(xml, "MaxKeys", maximum(query));
        Xml.element(xml, "IsTruncated", page.truncated());
        for (String told : new String[] { "encoding-type:EncodingType", "continuation-token:ContinuationToken" }) {
            String[] names = told.split(":");
            if (query.get(names[0]).isPresent()) {
                Xml.element(xml, names[1], query.get(names[0]).get());
            }
        }
        if (page.truncated() && !page.objects().isEmpty()) {
            String last = page.objects().get(page.objects().size() - 1).key();
            Xml.element(xml, "NextContinuationToken", new PageToken(request.bucket(), last).text());
        }
        for (StoredObject object : page.objects()) {
            write(xml, object, encoded);
        }
        xml.writeEndElement();
    }

    private static void write(XMLStreamWriter xml, StoredObject object, boolean encoded) throws XMLStreamException {
        xml.writeStartElement("Contents");
        Xml.element(xml, "Key", text(object.key(), encoded));
        Xml.element(xml, "LastModified", MILLIS.format(object.modified()));
        Xml.element(xml, "ETag", ObjectHeaders.quoted(object));
        Xml.element(xml, "Size", object.content().length);
        Xml.element(xml, "StorageClass", "STANDARD");
        xml.writeEndElement();
    }

    private static String text(String text, boolean encoded) {
        return encoded ? URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/") : text;
    }
}
