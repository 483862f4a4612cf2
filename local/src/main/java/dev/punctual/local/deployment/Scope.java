package dev.punctual.local.deployment;

/** What the intrinsic functions of a template refer to. */
interface Scope {

    /**
     * What a parameter holds, or the identity of a resource.
     *
     * @throws IllegalArgumentException if the template has neither
     */
    Object ref(String id);

    /**
     * An attribute of a resource.
     *
     * @throws IllegalArgumentException if the template has no such resource, or it no such attribute
     */
    Object attribute(String id, String attribute);

    /**
     * Whether a condition holds.
     *
     * @throws IllegalArgumentException if the template does not have it
     */
    boolean holds(String condition);
}
