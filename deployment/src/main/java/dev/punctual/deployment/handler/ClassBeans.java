package dev.punctual.deployment.handler;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;

import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.processor.BeanInfo;

/** The beans that the container made of classes, by class. */
final class ClassBeans {

    private final Map<DotName, BeanInfo> byClass;

    ClassBeans(BeanDiscoveryFinishedBuildItem discovered) {
        this.byClass = discovered.beanStream().classBeans().stream()
                .collect(Collectors.toMap(BeanInfo::getBeanClass, bean -> bean, (first, second) -> first));
    }

    Optional<BeanInfo> of(ClassInfo type) {
        return Optional.ofNullable(byClass.get(type.name()));
    }
}
