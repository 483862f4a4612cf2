package dev.punctual.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.punctual.testkit.faults.Fault;
import dev.punctual.testkit.faults.FaultRule;
import dev.punctual.testkit.faults.Trigger;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.NotFoundException;

class KmsEndpointTest {

    private static final Map<String, String> CONTEXT = Map.of("letter", "l-1", "source", "orders");

    private final LocalEndpoints endpoints = LocalEndpoints.start();
    private final KmsClient kms = Clients.kms(endpoints);
    private final String arn = kms.createKey().keyMetadata().arn();

    @AfterEach
    void close() {
        kms.close();
        endpoints.close();
    }

    @Test
    void decryptsADataKeyInItsContextOnly() {
        var key = kms.generateDataKey(request -> request.keyId(arn).keySpec(DataKeySpec.AES_256).encryptionContext(CONTEXT));

        var opened = kms.decrypt(request -> request.ciphertextBlob(key.ciphertextBlob()).encryptionContext(CONTEXT));

        assertThat(opened.plaintext()).isEqualTo(key.plaintext());
        assertThat(opened.plaintext().asByteArray()).hasSize(32);
        assertThat(opened.keyId()).isEqualTo(arn);
        assertThatThrownBy(() -> kms.decrypt(request -> request.ciphertextBlob(key.ciphertextBlob())
                .encryptionContext(Map.of("letter", "l-2", "source", "orders"))))
                .isInstanceOf(InvalidCiphertextException.class);
        assertThatThrownBy(() -> kms.decrypt(request -> request.ciphertextBlob(key.ciphertextBlob())))
                .isInstanceOf(InvalidCiphertextException.class);
    }

    @Test
    void namesAKeyByIdArnAliasAndTheAliasArn() {
        String id = arn.substring(arn.lastIndexOf('/') + 1);
        kms.createAlias(request -> request.aliasName("alias/letters").targetKeyId(id));

        for (String name : new String[] { id, arn, "alias/letters", arn.replace("key/" + id, "alias/letters") }) {
            assertThat(kms.encrypt(request -> request.keyId(name).plaintext(SdkBytes.fromUtf8String("text"))).keyId())
                    .isEqualTo(arn);
        }
        assertThatThrownBy(() -> kms.describeKey(request -> request.keyId("alias/none"))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void refusesAKeyOtherThanTheOneThatEncrypted() {
        String other = kms.createKey().keyMetadata().keyId();
        SdkBytes sealed = kms.encrypt(request -> request.keyId(arn).plaintext(SdkBytes.fromUtf8String("text")))
                .ciphertextBlob();

        assertThatThrownBy(() -> kms.decrypt(request -> request.keyId(other).ciphertextBlob(sealed)))
                .isInstanceOf(IncorrectKeyException.class);
    }

    @Test
    void refusesEveryCiphertextThatWasTamperedWithOrCutShort() {
        byte[] sealed = kms.encrypt(request -> request.keyId(arn).plaintext(SdkBytes.fromUtf8String("text"))).ciphertextBlob()
                .asByteArray();

        for (int i = 0; i < sealed.length; i++) {
            byte[] damaged = sealed.clone();
            damaged[i] ^= 1;
            assertRefused(damaged);
            if (i > 0) {
                assertRefused(Arrays.copyOf(sealed, i));
            }
        }
    }

    @Test
    void encryptsTheSameTextDifferentlyEachTime() {
        SdkBytes text = SdkBytes.fromUtf8String("text");

        assertThat(kms.encrypt(request -> request.keyId(arn).plaintext(text)).ciphertextBlob())
                .isNotEqualTo(kms.encrypt(request -> request.keyId(arn).plaintext(text)).ciphertextBlob());
    }

    @Test
    void refusesMoreThanKmsTakesAtOnce() {
        assertThatThrownBy(() -> kms.encrypt(request -> request.keyId(arn).plaintext(SdkBytes.fromByteArray(new byte[4_097]))))
                .hasMessageContaining("4096");
        assertThatThrownBy(() -> kms.generateDataKey(request -> request.keyId(arn)))
                .hasMessageContaining("either number of bytes or key spec");
    }

    @Test
    void throttlesAndFailsAsOrdered() {
        order(Trigger.call(1), Fault.throttle());
        order(Trigger.call(2), Fault.internalFailure());

        assertThatThrownBy(this::generate).isInstanceOfSatisfying(KmsException.class,
                refusal -> assertThat(refusal.isThrottlingException()).isTrue());
        assertThatThrownBy(this::generate).isInstanceOfSatisfying(KmsException.class,
                refusal -> assertThat(refusal.statusCode()).isEqualTo(500));
        generate();
    }

    private void order(Trigger trigger, Fault fault) {
        endpoints.faults().order(FaultRule.at("kms:GenerateDataKey", trigger, fault).on(arn));
    }

    private void generate() {
        kms.generateDataKey(request -> request.keyId(arn).numberOfBytes(16));
    }

    private void assertRefused(byte[] ciphertext) {
        assertThatThrownBy(() -> kms.decrypt(request -> request.ciphertextBlob(SdkBytes.fromByteArray(ciphertext))))
                .isInstanceOf(InvalidCiphertextException.class);
    }
}
