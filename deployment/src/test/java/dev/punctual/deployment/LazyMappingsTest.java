package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.punctual.runtime.config.LazyMappings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithDefault;

class LazyMappingsTest {

    /** Of an extension. */
    @ConfigMapping(prefix = "kitchen")
    public interface Kitchen {

        /** Who cooks. */
        String chef();

        /** How many. */
        @WithDefault("4")
        int stoves();
    }

    /** As the build generates it. */
    private record StandIn(Supplier<Object> mapping) implements Kitchen {
        @Override
        public String chef() {
            return ((Kitchen) mapping.get()).chef();
        }

        @Override
        public int stoves() {
            return ((Kitchen) mapping.get()).stoves();
        }
    }

    private static final class Mappings extends LazyMappings {

        Mappings(Supplier<SmallRyeConfig> config) {
            super(config);
        }

        @Override
        protected @Nullable Object standIn(String type, Supplier<Object> mapping) {
            return type.equals(Kitchen.class.getName()) ? new StandIn(mapping) : null;
        }
    }

    private static SmallRyeConfig config(String... pairs) {
        AtomicReference<SmallRyeConfig> config = new AtomicReference<>();
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(Kitchen.class)
                .withCustomizers(it -> new Mappings(config::get).configBuilder(it));
        for (int i = 0; i < pairs.length; i += 2) {
            builder.withDefaultValue(pairs[i], pairs[i + 1]);
        }
        config.set(builder.build());
        return config.get();
    }

    @Test
    void aMappingIsReadWhenItIsAsked() {
        Kitchen kitchen = config("kitchen.chef", "Ada").getConfigMapping(Kitchen.class);

        assertThat(kitchen).isInstanceOf(StandIn.class);
        assertThat(kitchen.chef()).isEqualTo("Ada");
        assertThat(kitchen.stoves()).isEqualTo(4);
    }

    @Test
    void whatItLacksIsSaidThen() {
        Kitchen kitchen = config().getConfigMapping(Kitchen.class);

        assertThatExceptionOfType(ConfigValidationException.class).isThrownBy(kitchen::stoves)
                .withMessageContaining("kitchen.chef");
    }

    @Test
    void namesThatNoExtensionKnowsAreNotRefused() {
        Kitchen kitchen = config("kitchen.chef", "Ada", "kitchen.cook", "Bob").getConfigMapping(Kitchen.class);

        assertThat(kitchen.chef()).isEqualTo("Ada");
    }

    @Test
    void aTypeWithoutMappingIsRefusedAsEver() {
        SmallRyeConfig built = config("kitchen.chef", "Ada");

        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> built.getConfigMapping(Runnable.class));
    }
}
