package dev.punctual.local.kms;

import java.util.Map;
import java.util.Optional;

import dev.punctual.local.wire.AwsService;
import dev.punctual.local.wire.Operations;
import dev.punctual.testkit.aws.AwsException;
import dev.punctual.testkit.keys.Decrypted;
import dev.punctual.testkit.keys.Encrypted;
import dev.punctual.testkit.keys.KeyService;

/** AWS KMS on the wire (AWS JSON 1.1, API version 2014-11-01), over symmetric keys in memory. Thread-safe. */
public final class KmsEndpoint implements AwsService {

    private final Operations operations = new Operations();
    private final KeyService keys;

    public KmsEndpoint(KeyService keys) {
        this.keys = keys;
        operations.answer("CreateKey", KeyShapes.Request.class, in -> described(keys.createKey()))
                .run("CreateAlias", KeyShapes.Request.class,
                        in -> keys.createAlias(KeyShapes.required(in.aliasName(), "AliasName"),
                                KeyShapes.required(in.targetKeyId(), "TargetKeyId")))
                .answer("DescribeKey", KeyShapes.Request.class, in -> described(keys.describeKey(key(in))))
                .answer("GenerateDataKey", KeyShapes.Request.class, this::generate)
                .answer("Encrypt", KeyShapes.Request.class, this::encrypt)
                .answer("Decrypt", KeyShapes.Request.class, this::decrypt);
    }

    @Override
    public String target() {
        return "TrentService";
    }

    @Override
    public String actionPrefix() {
        return "kms";
    }

    @Override
    public Operations operations() {
        return operations;
    }

    @Override
    public WireError error(AwsException refusal) {
        return new WireError(refusal.code(), Map.of());
    }

    private KeyShapes.DataKey generate(KeyShapes.Request in) {
        Encrypted drawn = keys.generateDataKey(key(in), in.dataKeyBytes(), in.context());
        return new KeyShapes.DataKey(drawn.ciphertext(), drawn.plaintext(), drawn.keyArn());
    }

    private KeyShapes.Sealed encrypt(KeyShapes.Request in) {
        Encrypted sealed = keys.encrypt(key(in.symmetric()), KeyShapes.required(in.plaintext(), "Plaintext"), in.context());
        return new KeyShapes.Sealed(sealed.ciphertext(), sealed.keyArn(), KeyShapes.SYMMETRIC);
    }

    private KeyShapes.Opened decrypt(KeyShapes.Request in) {
        Decrypted opened = keys.decrypt(Optional.ofNullable(in.symmetric().keyId()),
                KeyShapes.required(in.ciphertextBlob(), "CiphertextBlob"), in.context());
        return new KeyShapes.Opened(opened.plaintext(), opened.keyArn(), KeyShapes.SYMMETRIC);
    }

    private static String key(KeyShapes.Request in) {
        return KeyShapes.required(in.keyId(), "KeyId");
    }

    private static KeyShapes.Described described(String arn) {
        String account = arn.split(":")[4];
        return new KeyShapes.Described(new KeyShapes.Metadata(account, arn.substring(arn.lastIndexOf('/') + 1), arn, true,
                "Enabled", "ENCRYPT_DECRYPT", KeyShapes.SYMMETRIC));
    }
}
