package dev.punctual.local.s3;

import java.util.Map;
import java.util.Optional;

import dev.punctual.local.http.HttpRequest;

/** A request, taken apart but for its body. */
record S3Request(HttpRequest http, S3Address address, Query query, Map<String, String> headers) {

    static S3Request of(HttpRequest http) {
        return new S3Request(http, S3Address.of(http), Query.parse(http.query()), http.headers());
    }

    String bucket() {
        return address.bucket();
    }

    String key() {
        return address.key();
    }

    Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }
}
