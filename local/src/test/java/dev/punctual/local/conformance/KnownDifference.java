package dev.punctual.local.conformance;

/**
 * Where a target does not do what AWS documents; the suite fails when the target no longer differs, or differs otherwise.
 *
 * @param rule what the rule says
 * @param aws what is seen of AWS
 * @param seen what is seen of the target instead
 */
record KnownDifference(String target, String operation, String rule, String aws, String seen) {

    boolean concerns(String target, Rule<?> other) {
        return this.target.equals(target) && operation.equals(other.operation()) && rule.equals(other.says());
    }
}
