package dev.punctual.deployment;

import dev.punctual.runtime.payload.PayloadBeans;
import dev.punctual.runtime.readback.ReadBackBeans;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;

/** Gives applications what gets at the bytes of events: each client of AWS that is on their class path. */
class PayloadProcessor {

    private static final String CLIENTS = "software.amazon.awssdk.services.";
    private static final String BEANS = "dev.punctual.runtime.";

    @BuildStep
    void beans(BuildProducer<AdditionalBeanBuildItem> beans) {
        beans.produce(AdditionalBeanBuildItem.builder().addBeanClasses(PayloadBeans.class, ReadBackBeans.class).setRemovable()
                .build());
        addIfPresent("s3.S3Client", "payload.S3Beans", beans);
        addIfPresent("kms.KmsClient", "payload.KmsBeans", beans);
        addIfPresent("kinesis.KinesisClient", "readback.KinesisReaderBeans", beans);
    }

    /** By name: the class of the bean needs what may not be there. */
    private static void addIfPresent(String client, String bean, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (QuarkusClassLoader.isClassPresentAtRuntime(CLIENTS + client)) {
            beans.produce(AdditionalBeanBuildItem.builder().addBeanClass(BEANS + bean).setRemovable().build());
        }
    }
}
