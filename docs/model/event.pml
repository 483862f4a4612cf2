/*
 * One event, one handler, two workers that may have it at the same time, and the ledger.
 *
 * A worker is an invocation: it takes a delivery, decides by the ledger's entry, acts, acknowledges. A crash, possible
 * before each step, loses what it knows; it goes on as another invocation. "Returns" means: does not acknowledge.
 *
 * Time is left out: a lease whose owner is gone may end at any time, and so may, as a fault, one whose owner is only slow.
 * Tokens are left out, too: knows[w] tells whether the token that worker w expects is the entry's. Any write renews it and
 * so takes that knowledge from the other worker.
 */
#ifndef CRASHES
#define CRASHES 1       /* of a process */
#endif
#ifndef FAULTS
#define FAULTS 2        /* of any other kind, see FAULT */
#endif
#define LIMIT 2         /* claims in a row that came to no end */
#define PARKS 2         /* how often the event may be parked */

#include "event-broken.pml"

mtype = { ABSENT, FREE, IN_PROGRESS, PARKED, HANDLED, DEAD, WRITTEN, CONFLICT, FAILED };

/* The entry in the ledger. */
mtype state = ABSENT;
bool sent;              /* whether the message of PARKED, the letter of DEAD is known to be sent */
byte claims, parks;
bool leaseAlive;
bool knows[2];

/* The platform: queue[0] is the source, queue[k] holds the retry message with number k, until it is acknowledged. */
bool queue[PARKS + 1];
bool wasSent[PARKS + 1];
byte letters;           /* a bit for each id */

/* What the claims are about, and the faults to come. */
byte owner, deaths, spent;
bool ownerGone;
byte crashes = CRASHES, faults = FAULTS;

#define TERMINAL     (state == HANDLED || state == DEAD)
#define FAULT        faults > 0 -> faults--; spent++
#define MAY_CRASH    :: atomic { crashes > 0 -> crashes--; spent++; goto crashed }

/* Delivery n may be forgotten: the outcome is durable, or another delivery brings the event. */
#define DURABLE(n)   (state == HANDLED || (state == DEAD && letters) \
    || (n != 0 && queue[0]) || (n != 1 && queue[1]) || (n != 2 && queue[2]))

inline apply(next, isSent) {
    assert(knows[me]);                                                          /* 5 */
    assert(!TERMINAL || (state == next && (isSent || !sent)));                  /* 2 */
    if
    :: next == IN_PROGRESS ->
        claims = (state == PARKED -> 0 : claims) + COUNTED;
        assert(claims <= spent + 1);                                            /* 8 */
        taken = claims; leaseAlive = true; owner = me; ownerGone = false
    :: next == FREE -> claims = (claims > 0 -> claims - 1 : 0)
    :: next == PARKED && !isSent -> parks++; message = parks; deaths = 0
    :: else
    fi;
    state = next; sent = isSent; knows[me] = true; knows[1 - me] = false;
    assert(state != HANDLED || !letters);                                       /* 3 */
    result = WRITTEN
}

/* A conditional write. Its answer may be lost: then it is tried again, and finds its own token unless others wrote since. */
inline write(next, isSent, fenced) {
    if
    MAY_CRASH
    :: atomic { FAULT; result = FAILED }
    :: atomic { fenced && !knows[me]; result = CONFLICT }
    :: d_step { !fenced || knows[me]; apply(next, isSent) }
    fi;
    if
    :: result == WRITTEN ->
        if
        :: atomic { FAULT; result = FAILED }
        :: atomic { FAULT }; if :: knows[me] :: else -> result = CONFLICT fi
        :: true
        fi
    :: else
    fi
}

/* A send may be lost, or its answer. */
#define SEND(what) \
    if \
    MAY_CRASH \
    :: atomic { FAULT; result = FAILED } \
    :: atomic { FAULT; what; result = FAILED } \
    :: atomic { what; result = WRITTEN } \
    fi
#define SEND_MESSAGE SEND(queue[message] = true; wasSent[message] = true)
#define SEND_LETTER  SEND(letters = letters | LETTER_ID; assert(state != HANDLED))      /* 3 */

inline acknowledge() {
    if
    MAY_CRASH
    :: atomic { assert(DURABLE(n)); queue[n] = false }                          /* 4 */
    fi
}

proctype Worker(byte me) {
    byte n, message, taken;
    bool alone, givenUp;
    mtype result;

crashed:
returned:
    atomic {
        if :: owner == me -> ownerGone = true :: else fi;
        knows[me] = false; n = 0; message = 0; taken = 0; alone = false; givenUp = false; result = 0
    };
end_idle:
    if
    :: atomic { queue[0] -> n = 0 }
    :: atomic { queue[1] -> n = 1 }
    :: atomic { queue[2] -> n = 2 }
    :: atomic { queue[1] && FAULT; n = 1; givenUp = true }      /* by the platform: this is the dead-letter function */
    :: atomic { queue[2] && FAULT; n = 2; givenUp = true }
    fi;

claim:
    if
    MAY_CRASH
    :: atomic {
        state != IN_PROGRESS || !leaseAlive || LEASE_IGNORED -> knows[me] = true; message = parks;
        if
        :: state == HANDLED || (state == DEAD && (sent || NO_LETTER_RESEND)) -> goto ack
        :: state == DEAD && !sent && !NO_LETTER_RESEND -> goto bury
        :: state == PARKED && parks NEWER_THAN n && (sent || NO_MESSAGE_RESEND) -> goto ack
        :: state == PARKED && parks NEWER_THAN n && !sent && !NO_MESSAGE_RESEND -> goto forward
        :: else
        fi
       }
    :: atomic { ACK_WHILE_OWNED && state == IN_PROGRESS && leaseAlive -> goto ack }
    fi;
    write(IN_PROGRESS, false, true);
    if :: result == WRITTEN :: else -> goto returned fi;

    atomic {
        if
        :: taken > LIMIT || givenUp -> goto die
        :: taken > 1 && taken <= LIMIT && !givenUp && !alone -> alone = true    /* set aside, to run alone */
        :: else -> goto attempt
        fi
    };
    write(FREE, false, RELEASE_FENCED);
    if :: result == WRITTEN -> goto claim :: else -> goto returned fi;

attempt:
    assert(!knows[me] || deaths < LIMIT);                                       /* 8 */
    if
    :: atomic { crashes > 0 -> crashes--; spent++; if :: knows[me] -> deaths++ :: else fi; goto crashed }
    :: true                                             /* the handler returns */
    :: parks < PARKS -> goto park                       /* it fails, and there is time for another attempt */
    :: goto die                                         /* it fails for good */
    :: atomic { FAULT } -> goto release                 /* the invocation has to answer */
    fi;
    write(HANDLED, false, FENCED);
    if :: result == WRITTEN -> goto ack :: else -> goto returned fi;

release:
    write(FREE, false, RELEASE_FENCED);
    goto returned;

park:
    write(PARKED, false, FENCED);
    if :: result == WRITTEN :: else -> goto returned fi;
forward:
    ACK_FIRST
    MARK_FIRST(PARKED)
    SEND_MESSAGE;
    if :: result == WRITTEN :: else -> goto returned fi;
    write(PARKED, true, true);
    goto ack;                                           /* marked or not: the queue has it */

die:
    LETTER_FIRST
    write(DEAD, false, FENCED);
    if :: result == WRITTEN :: else -> goto returned fi;
bury:
    ACK_FIRST
    MARK_FIRST(DEAD)
    SEND_LETTER;
    if :: result == WRITTEN :: else -> goto returned fi;
    write(DEAD, true, true);

ack:
    acknowledge();
    goto returned
}

/* What happens by itself, and, when nothing can happen any more, what must have been reached. */
#define DELIVER_AGAIN(k) atomic { wasSent[k] && !queue[k] && FAULT; queue[k] = true }

proctype Platform() {
    do
    :: atomic { state == IN_PROGRESS && leaseAlive && ownerGone -> leaseAlive = false }
    :: atomic { state == IN_PROGRESS && leaseAlive && !ownerGone && FAULT; leaseAlive = false }     /* a slow owner */
    :: DELIVER_AGAIN(0) :: DELIVER_AGAIN(1) :: DELIVER_AGAIN(2)
    :: atomic { crashes + faults > 0 -> crashes = 0; faults = 0 }                                   /* faults stop */
    :: timeout -> break
    od;
    assert(TERMINAL && !queue[0] && !queue[1] && !queue[2]);                    /* 1 */
    assert(state != HANDLED || letters == 0);                                   /* 3 */
    assert(state != DEAD || letters == 1 || letters == 2)                       /* 3 */
}

init {
    atomic {
        queue[0] = true; wasSent[0] = true;
        run Worker(0); run Worker(1); run Platform()
    }
}
