package dev.punctual.template.cost;

/**
 * What a resource costs.
 *
 * @param resource its id in the template, or what it is
 * @param atRest in a month of 730 hours, whatever happens
 * @param perMillion for a million events of its source, in addition
 */
record Cost(String resource, double atRest, double perMillion) {
}
