package dev.punctual.testkit.simulation;

import java.util.Optional;

/**
 * What came of a campaign.
 *
 * @param summary of the runs that held
 * @param failure the run of the lowest seed that violates an invariant; seeds above it may not have been run
 */
public record CampaignResult(Summary summary, Optional<SimulationResult> failure) {
}
