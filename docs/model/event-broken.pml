/* The switches of the variants that are broken on purpose. Without any of them, these are the protocol's values. */

#ifdef COMPLETION_UNFENCED
#define FENCED false
#else
#define FENCED true
#endif
#ifdef RELEASE_UNFENCED
#define RELEASE_FENCED false
#else
#define RELEASE_FENCED true
#endif
#ifdef CLAIMS_NOT_COUNTED
#define COUNTED (claims == 0)
#else
#define COUNTED 1
#endif
#ifdef LETTER_ID_RANDOM
#define LETTER_ID (1 << me)
#else
#define LETTER_ID 1
#endif
#ifdef NUMBER_OFF_BY_ONE
#define NEWER_THAN >=
#else
#define NEWER_THAN >
#endif
#ifdef ACK_BEFORE_SEND
#define ACK_FIRST acknowledge();
#else
#define ACK_FIRST
#endif
#ifdef MARK_BEFORE_SEND
#define MARK_FIRST(s) write(s, true, true);
#else
#define MARK_FIRST(s)
#endif
#ifdef LETTER_BEFORE_DEAD
#define LETTER_FIRST SEND_LETTER; if :: result == WRITTEN :: else -> goto returned fi;
#else
#define LETTER_FIRST
#endif
#ifndef NO_LETTER_RESEND
#define NO_LETTER_RESEND false
#endif
#ifndef NO_MESSAGE_RESEND
#define NO_MESSAGE_RESEND false
#endif
#ifndef LEASE_IGNORED
#define LEASE_IGNORED false
#endif
#ifndef ACK_WHILE_OWNED
#define ACK_WHILE_OWNED false
#endif
