package dev.punctual.deployment.codec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Finds what a class inherits from. */
final class Ancestry {

    private Ancestry() {
    }

    /** The class after those it extends, without Object. */
    static List<ClassInfo> classes(ClassInfo type, IndexView index) {
        List<ClassInfo> classes = new ArrayList<>();
        for (ClassInfo at = type; at != null && at.superName() != null; at = index.getClassByName(at.superName())) {
            classes.add(0, at);
        }
        return classes;
    }

    /** The interfaces of a class and of those it extends. */
    static Set<ClassInfo> interfaces(ClassInfo type, IndexView index) {
        Set<ClassInfo> found = new LinkedHashSet<>();
        classes(type, index).forEach(each -> add(each, index, found));
        return found;
    }

    private static void add(ClassInfo type, IndexView index, Set<ClassInfo> found) {
        for (DotName name : type.interfaceNames()) {
            ClassInfo contract = index.getClassByName(name);
            if (contract != null && found.add(contract)) {
                add(contract, index, found);
            }
        }
    }
}
