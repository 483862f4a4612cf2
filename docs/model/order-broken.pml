/* The switches of the variants that are broken on purpose. Without any of them, these are the protocol's values. */

#ifndef LANE_IGNORED
#define LANE_IGNORED false
#endif
#ifndef ONLY_PARKED_BLOCK
#define ONLY_PARKED_BLOCK false
#endif
#ifndef GATE_IGNORED
#define GATE_IGNORED false
#endif
#ifdef WAITS_FOR_ITSELF
#define OWN_PLACE false
#else
#define OWN_PLACE true
#endif
#ifdef NEVER_PRUNED
#define PRUNED false
#else
#define PRUNED true
#endif
#ifdef ENTERED_AFTER_SEND
#define ENTERED_FIRST false
#else
#define ENTERED_FIRST true
#endif
#ifdef ENTERED_AFTER_DEAD
#define HALTS_FIRST false
#else
#define HALTS_FIRST true
#endif
