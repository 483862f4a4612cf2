package dev.punctual.deployment;

import java.lang.constant.ClassDesc;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import dev.punctual.runtime.config.LazyMappings;
import dev.punctual.runtime.config.PunctualBuildConfig;
import io.quarkus.deployment.GeneratedClassGizmo2Adaptor;
import io.quarkus.deployment.IsProduction;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.ConfigurationBuildItem;
import io.quarkus.deployment.builditem.GeneratedClassBuildItem;
import io.quarkus.deployment.builditem.GeneratedResourceBuildItem;
import io.quarkus.deployment.builditem.RunTimeConfigBuilderBuildItem;
import io.quarkus.deployment.builditem.StaticInitConfigBuilderBuildItem;
import io.quarkus.gizmo2.Const;
import io.quarkus.gizmo2.Gizmo;
import io.quarkus.gizmo2.ParamVar;
import io.quarkus.gizmo2.desc.ConstructorDesc;
import io.quarkus.gizmo2.desc.FieldDesc;
import io.quarkus.gizmo2.desc.MethodDesc;
import io.quarkus.runtime.util.HashUtil;
import io.smallrye.config.ConfigMappings.ConfigClass;

/** Generates what stands in for the configuration of extensions until it is needed: what {@link LazyMappings} is for. */
class LazyMappingsProcessor {

    private static final String PACKAGE = "dev.punctual.generated.";
    private static final String NAME = PACKAGE + "StandIns";
    private static final MethodDesc GET = MethodDesc.of(Supplier.class, "get", Object.class);
    private static final MethodDesc EQUALS = MethodDesc.of(String.class, "equals", boolean.class, Object.class);

    @BuildStep(onlyIf = IsProduction.class)
    void generate(PunctualBuildConfig config, ConfigurationBuildItem configuration,
            BuildProducer<GeneratedClassBuildItem> classes, BuildProducer<GeneratedResourceBuildItem> resources,
            BuildProducer<StaticInitConfigBuilderBuildItem> staticInit, BuildProducer<RunTimeConfigBuilderBuildItem> runTime) {
        if (!config.bareStart()) {
            return;
        }
        Gizmo gizmo = Gizmo.create(new GeneratedClassGizmo2Adaptor(classes, resources, true));
        List<Class<?>> mappings = configuration.getReadResult().getRunTimeMappings().stream()
                .<Class<?>> map(ConfigClass::getType)
                .filter(LazyMappingsProcessor::canBePostponed).distinct().toList();
        mappings.forEach(mapping -> standIn(gizmo, mapping));
        choice(gizmo, mappings);
        staticInit.produce(new StaticInitConfigBuilderBuildItem(NAME));
        runTime.produce(new RunTimeConfigBuilderBuildItem(NAME));
    }

    /** Interfaces that a class of another package can implement, and whose methods are properties. */
    static boolean canBePostponed(Class<?> mapping) {
        return mapping.isInterface() && isPublic(mapping)
                && LazyMappings.EXTENSIONS.stream().anyMatch(mapping.getName()::startsWith)
                && Arrays.stream(mapping.getMethods()).filter(LazyMappingsProcessor::isProperty)
                        .allMatch(method -> method.getParameterCount() == 0 && isPublic(method.getReturnType()));
    }

    private static boolean isProperty(Method method) {
        return !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic();
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> enclosing = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers()) && (enclosing == null || isPublic(enclosing));
    }

    private static String nameOf(Class<?> mapping) {
        return PACKAGE + mapping.getSimpleName() + "_" + HashUtil.sha1(mapping.getName());
    }

    private static void standIn(Gizmo gizmo, Class<?> mapping) {
        gizmo.class_(nameOf(mapping), type -> {
            type.public_();
            type.implements_(mapping);
            FieldDesc read = type.field("mapping", field -> {
                field.private_();
                field.final_();
                field.setType(Supplier.class);
            });
            type.constructor(constructor -> {
                constructor.public_();
                ParamVar supplier = constructor.parameter("mapping", Supplier.class);
                constructor.body(body -> {
                    body.invokeSpecial(ConstructorDesc.of(Object.class), type.this_());
                    body.set(type.this_().field(read), supplier);
                    body.return_();
                });
            });
            Arrays.stream(mapping.getMethods()).filter(LazyMappingsProcessor::isProperty)
                    .forEach(property -> type.method(MethodDesc.of(property), method -> {
                        method.public_();
                        method.body(body -> body.return_(body.invokeInterface(
                                MethodDesc.of(mapping, property.getName(), property.getReturnType()),
                                body.cast(body.invokeInterface(GET, type.this_().field(read)), mapping))));
                    }));
        });
    }

    private static void choice(Gizmo gizmo, List<Class<?>> mappings) {
        gizmo.class_(NAME, type -> {
            type.public_();
            type.extends_(LazyMappings.class);
            type.defaultConstructor();
            type.method("standIn", method -> {
                method.protected_();
                method.returning(Object.class);
                ParamVar name = method.parameter("type", String.class);
                ParamVar supplier = method.parameter("mapping", Supplier.class);
                method.body(body -> {
                    mappings.forEach(mapping -> body.if_(
                            body.invokeVirtual(EQUALS, name, Const.of(mapping.getName())),
                            found -> found.return_(found.new_(
                                    ConstructorDesc.of(ClassDesc.of(nameOf(mapping)), Supplier.class), supplier))));
                    body.returnNull();
                });
            });
        });
    }
}
