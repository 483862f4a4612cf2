package dev.punctual.testkit.keys;

import dev.punctual.testkit.aws.AwsException;

/** A refusal of the key model, worded as AWS KMS does; it never tells plaintext. */
public final class KmsException extends AwsException {

    private static final long serialVersionUID = 1L;

    private KmsException(String code, String message) {
        super(code, message, 400);
    }

    static KmsException notFound(String keyId) {
        return new KmsException("NotFoundException", "The key or alias '" + keyId + "' does not exist.");
    }

    static KmsException alreadyExists(String alias) {
        return new KmsException("AlreadyExistsException", "An alias with the name " + alias + " already exists.");
    }

    static KmsException invalidAlias(String alias) {
        return new KmsException("InvalidAliasNameException", "The alias '" + alias
                + "' must be alias/ with 1 to 250 letters, digits, '/', '_' and '-', and not begin with alias/aws/.");
    }

    static KmsException invalidCiphertext() {
        return new KmsException("InvalidCiphertextException", "The ciphertext is none of this service, was damaged, or was"
                + " encrypted in another encryption context.");
    }

    static KmsException incorrectKey() {
        return new KmsException("IncorrectKeyException",
                "The key ID in the request does not identify a CMK that can perform this operation.");
    }

    static KmsException validation(String message) {
        return new KmsException("ValidationException", message);
    }

    static KmsException throttled(String keyId) {
        return new KmsException("ThrottlingException",
                "You have exceeded the rate at which you may call KMS: " + keyId + " (ordered fault).");
    }
}
