/*
 * The events of one key, in order (PER_KEY), two workers, the ledger with an entry for each event and one for the key.
 *
 * Event 0 is the oldest. The source delivers an event when all before it are acknowledged; the retry queue delivers whatever
 * it has. What event.pml has shown of an event's own entry is taken for granted here: letters, claim counts, old messages and
 * writes whose answer is lost are left out, unless they touch the key's entry.
 */
#ifndef CRASHES
#define CRASHES 1
#endif
#ifndef FAULTS
#define FAULTS 1
#endif
#ifndef HALT
#define HALT false      /* after a dead event of the key, the later ones die as well; else they are released */
#endif
#ifndef TWIN
#define TWIN false      /* record 2 is event 0 again: its producer has put it twice */
#endif
#ifndef RECORDS
#define RECORDS 2       /* 2 or 3; with TWIN, 3 */
#endif
#define NONE 3
#define PARKS 2         /* the last message of an event comes when those before it are over: it polls for long enough */

#include "order-broken.pml"

mtype = { ABSENT, FREE, IN_PROGRESS, PARKED, HANDLED, DEAD };

/* The ledger: what a record is an event of, entries by event, and who waits, by record. */
#define ENTRY(r)     (TWIN && r == 2 -> 0 : r)
mtype state[3] = ABSENT;
bool sent[3];
byte parks[3];
bool leaseAlive[3];
bool waiting[3];

/* The platform: which records the source, and which message of an event (and record of it) the retry queue still holds. */
bool source[3];
byte message[3], messageRecord[3];

byte owner[3];
bool ownerGone[3];
bool knows[2];
byte current[2];
byte crashes = CRASHES, faults = FAULTS;

#define OVER(s)        (s == HANDLED || s == DEAD)
#define BLOCKS(s)      ((!OVER(s) && (s == PARKED || !ONLY_PARKED_BLOCK)) || (HALT && s == DEAD))
#define FAULT          faults > 0 -> faults--
#define MAY_CRASH      :: atomic { crashes > 0 -> crashes--; goto gone }

/* An event that was put twice stands in the line where it was entered first. */
#define PLACE          (OWN_PLACE && TWIN && r == 2 && waiting[0] -> 0 : r)
#define BEFORE(x)      (x < place)

inline apply(next, isSent) {
    assert(!OVER(state[e]));
    if
    :: next == IN_PROGRESS -> leaseAlive[e] = true; owner[e] = me; ownerGone[e] = false
    :: next == PARKED && !isSent -> parks[e]++; number = parks[e]
    :: else
    fi;
    state[e] = next; sent[e] = isSent; knows[me] = true;
    if :: current[1 - me] == e -> knows[1 - me] = false :: else fi
}

/* A write of the event's entry. */
inline write(next, isSent) {
    if
    MAY_CRASH
    :: atomic { FAULT; ok = false }
    :: atomic { knows[me] && FAULT; apply(next, isSent); ok = false }
    :: atomic { !knows[me] -> ok = false }
    :: atomic { knows[me] -> apply(next, isSent); ok = true }
    fi
}

/* A change of the key's entry: a compare-and-set, repeated until it succeeds, hence in one step here. */
#define CHANGE_KEY(what) \
    if \
    MAY_CRASH \
    :: atomic { FAULT; ok = false } \
    :: atomic { FAULT; what; ok = false } \
    :: atomic { what; ok = true } \
    fi

#define ENTER          CHANGE_KEY(waiting[place] = true)
#define OR_RETURN      if :: ok :: else -> goto gone fi

#define FROM_SOURCE(x, allowed) atomic { source[x] && (allowed) -> r = x; n = 0 }
#define FROM_QUEUE(x, allowed)  atomic { message[x] > 0 && (message[x] < PARKS || (allowed)) -> r = messageRecord[x]; n = message[x] }

proctype Worker(byte me) {
    byte r, e, n, number, place;
    bool ok, behind0, behind1, halted;

gone:
    atomic {
        if :: current[me] != NONE && owner[e] == me -> ownerGone[e] = true :: else fi;
        current[me] = NONE; knows[me] = false; r = 0; e = 0; n = 0; number = 0; place = 0;
        ok = false; behind0 = false; behind1 = false; halted = false
    };
end_idle:
    if
    :: FROM_SOURCE(0, true)
    :: FROM_SOURCE(1, LANE_IGNORED || !source[0])
    :: FROM_SOURCE(2, LANE_IGNORED || (!source[0] && !source[1]))
    :: FROM_QUEUE(0, true)
    :: FROM_QUEUE(1, OVER(state[0]))
    :: FROM_QUEUE(2, OVER(state[0]) && OVER(state[1]))
    fi;
    e = ENTRY(r);

    if
    MAY_CRASH
    :: atomic {
        state[e] != IN_PROGRESS || !leaseAlive[e] -> current[me] = e; knows[me] = true; number = parks[e];
        if
        :: OVER(state[e]) -> goto ack
        :: state[e] == PARKED && parks[e] > n && sent[e] -> goto ack
        :: state[e] == PARKED && parks[e] > n && !sent[e] -> goto forward
        :: else
        fi
       }
    fi;
    write(IN_PROGRESS, false);
    OR_RETURN;

look:
    if
    MAY_CRASH
    :: atomic { place = PLACE; behind0 = waiting[0] && BEFORE(0); behind1 = waiting[1] && BEFORE(1) }
    fi;
    if
    MAY_CRASH
    :: atomic {
        behind0 = behind0 && (BLOCKS(state[ENTRY(0)]) || !PRUNED);
        behind1 = behind1 && (BLOCKS(state[ENTRY(1)]) || !PRUNED);
        halted = HALT && ((behind0 && state[ENTRY(0)] == DEAD) || (behind1 && state[ENTRY(1)] == DEAD));
        if
        :: halted && !GATE_IGNORED -> goto die
        :: (behind0 || behind1) && !halted && !GATE_IGNORED ->
            assert(parks[e] < PARKS || !knows[me]);                             /* 1: not behind for ever */
            goto park
        :: else -> behind0 = false; behind1 = false
        fi
       }
    fi;

    /* attempt */
    if
    MAY_CRASH
    :: atomic {
        assert(!BEFORE(0) || OVER(state[ENTRY(0)]));                            /* 9 */
        assert(!BEFORE(1) || OVER(state[ENTRY(1)]));                            /* 9 */
        assert(!HALT || !BEFORE(0) || state[ENTRY(0)] != DEAD);
        assert(!HALT || !BEFORE(1) || state[ENTRY(1)] != DEAD);
        if
        :: true
        :: parks[e] < PARKS -> goto park
        :: goto die
        :: FAULT; goto release
        fi
       }
    fi;
    write(HANDLED, true);
    OR_RETURN;
leave:
    CHANGE_KEY(waiting[place] = false);
    goto ack;                                           /* struck out or not: others look at the event's own entry */

release:
    write(FREE, false);
    goto gone;

park:
    if :: ENTERED_FIRST -> ENTER; OR_RETURN :: else fi;
    write(PARKED, false);
    OR_RETURN;
forward:
    if
    MAY_CRASH
    :: atomic { FAULT; goto gone }
    :: atomic { number > message[e] -> message[e] = number; messageRecord[e] = r }
    :: number <= message[e]                             /* a late or second copy, of no consequence */
    fi;
    write(PARKED, true);
    if :: !ENTERED_FIRST -> ENTER :: else fi;
    goto ack;

die:
    if :: HALT && !halted && HALTS_FIRST -> ENTER; OR_RETURN :: else fi;
    write(DEAD, true);
    OR_RETURN;
    if :: HALT && !halted && !HALTS_FIRST -> ENTER :: !HALT -> goto leave :: else fi;

ack:
    if
    MAY_CRASH
    :: atomic { n == 0 -> source[r] = false }
    :: atomic { n > 0 -> if :: message[e] == n -> message[e] = 0; messageRecord[e] = 0 :: else fi }
    fi;
    goto gone
}

#define LEASE_ENDS(x) atomic { state[x] == IN_PROGRESS && leaseAlive[x] && ownerGone[x] -> leaseAlive[x] = false }
#define SLOW_OWNER(x) atomic { state[x] == IN_PROGRESS && leaseAlive[x] && !ownerGone[x] && FAULT; leaseAlive[x] = false }
#define AT_REST(x)    (x >= RECORDS || (OVER(state[ENTRY(x)]) && !source[x] && !message[x]))

/* What happens by itself, and, when nothing can happen any more, what must have been reached. */
proctype Platform() {
    do
    :: LEASE_ENDS(0) :: LEASE_ENDS(1) :: LEASE_ENDS(2)
    :: SLOW_OWNER(0) :: SLOW_OWNER(1) :: SLOW_OWNER(2)
    :: atomic { crashes + faults > 0 -> crashes = 0; faults = 0 }
    :: timeout -> break
    od;
    assert(AT_REST(0) && AT_REST(1) && AT_REST(2))                              /* 1 */
}

init {
    atomic {
        source[0] = true; source[1] = true; source[2] = RECORDS > 2;
        current[0] = NONE; current[1] = NONE;
        run Worker(0); run Worker(1); run Platform()
    }
}
