package dev.punctual.testkit.keys;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

import dev.punctual.testkit.aws.AwsException;
import dev.punctual.testkit.aws.AwsLocation;
import dev.punctual.testkit.aws.RandomIds;
import dev.punctual.testkit.faults.Call;
import dev.punctual.testkit.faults.FaultPlan;

/**
 * Symmetric keys of AWS KMS, in memory: real AES-256-GCM, but keys that anybody on this machine may use.
 *
 * <p>
 * Operations are named after AWS's and refuse what AWS refuses, by a {@link KmsException} or, where a fault was ordered, any
 * {@link AwsException}. A key is named by its id, its ARN, its alias or its alias' ARN; faults see it as the caller named it.
 * Thread-safe; no operation blocks.
 */
public final class KeyService {

    private static final Pattern ALIAS = Pattern.compile("alias/(?!aws/)[a-zA-Z0-9/_-]{1,250}");
    private static final int MAXIMUM_PLAINTEXT = 4_096;
    private static final int MAXIMUM_CONTEXT = 8_192;

    private final AwsLocation location;
    private final FaultPlan faults;
    private final RandomGenerator random;
    private final RandomIds ids;
    private final Map<String, Key> keys = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();

    /** @param random draws ids, keys and initialization vectors; used under a lock of this service only */
    public KeyService(AwsLocation location, FaultPlan faults, RandomGenerator random) {
        this.location = location;
        this.faults = faults;
        this.random = random;
        this.ids = new RandomIds(random);
    }

    /** Creates a key. @return its ARN */
    public synchronized String createKey() {
        admit("CreateKey", "");
        var id = ids.uuid();
        var key = Key.of(id, arn("key/" + id), draw(Key.BYTES));
        keys.put(id, key);
        return key.arn();
    }

    /** Names a key; {@code alias/} and the name. */
    public synchronized void createAlias(String alias, String keyId) {
        admit("CreateAlias", keyId);
        if (!ALIAS.matcher(alias).matches()) {
            throw KmsException.invalidAlias(alias);
        }
        if (aliases.putIfAbsent(alias, find(keyId).id()) != null) {
            throw KmsException.alreadyExists(alias);
        }
    }

    /** The ARN of the key that is named so. */
    public synchronized String describeKey(String keyId) {
        admit("DescribeKey", keyId);
        return find(keyId).arn();
    }

    /** Draws a data key, and encrypts it. @param bytes 1–1,024 */
    public synchronized Encrypted generateDataKey(String keyId, int bytes, Map<String, String> context) {
        admit("GenerateDataKey", keyId);
        if (bytes < 1 || bytes > 1_024) {
            throw KmsException.validation("NumberOfBytes must be 1 to 1024, was " + bytes + ".");
        }
        return encrypted(find(keyId), draw(bytes), context);
    }

    /** Encrypts 1 to 4,096 bytes. */
    public synchronized Encrypted encrypt(String keyId, byte[] plaintext, Map<String, String> context) {
        admit("Encrypt", keyId);
        if (plaintext.length < 1 || plaintext.length > MAXIMUM_PLAINTEXT) {
            throw KmsException.validation("Plaintext must have 1 to " + MAXIMUM_PLAINTEXT + " bytes, had " + plaintext.length
                    + "; encrypt more under a data key.");
        }
        return encrypted(find(keyId), plaintext, context);
    }

    /** Decrypts what one of these keys encrypted in this context. @param keyId the only key that may, if present */
    public synchronized Decrypted decrypt(Optional<String> keyId, byte[] ciphertext, Map<String, String> context) {
        admit("Decrypt", keyId.orElse(""));
        var parsed = Ciphertext.parse(ciphertext);
        var expected = keyId.map(this::find);
        if (expected.filter(key -> !key.id().equals(parsed.keyId())).isPresent()) {
            throw KmsException.incorrectKey();
        }
        var key = keys.get(parsed.keyId());
        if (key == null) {
            throw KmsException.invalidCiphertext();
        }
        return new Decrypted(key.arn(), key.open(parsed, checked(context)));
    }

    private Encrypted encrypted(Key key, byte[] plaintext, Map<String, String> context) {
        return new Encrypted(key.arn(), plaintext, key.seal(plaintext, draw(Key.VECTOR_BYTES), checked(context)).toBytes());
    }

    private static Map<String, String> checked(Map<String, String> context) {
        long size = context.entrySet().stream().mapToLong(pair -> pair.getKey().length() + pair.getValue().length()).sum();
        if (size > MAXIMUM_CONTEXT) {
            throw KmsException.validation("EncryptionContext may have " + MAXIMUM_CONTEXT + " characters, had " + size + ".");
        }
        return context;
    }

    private Key find(String keyId) {
        var prefix = arn("");
        var local = keyId.startsWith(prefix) ? keyId.substring(prefix.length()) : keyId;
        var id = local.startsWith("alias/") ? aliases.get(local)
                : local.startsWith("key/") ? local.substring("key/".length()) : local;
        var key = id == null ? null : keys.get(id);
        if (key == null) {
            throw KmsException.notFound(keyId);
        }
        return key;
    }

    private String arn(String resource) {
        return "arn:aws:kms:" + location.region() + ":" + location.account() + ":" + resource;
    }

    private byte[] draw(int bytes) {
        var drawn = new byte[bytes];
        random.nextBytes(drawn);
        return drawn;
    }

    private void admit(String operation, String keyId) {
        faults.decide(new Call("kms:" + operation, keyId, 0)).refuse(() -> KmsException.throttled(keyId));
    }
}
