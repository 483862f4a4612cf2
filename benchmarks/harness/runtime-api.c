/*
 * A Lambda Runtime API on 127.0.0.1 that starts one program, feeds it, and measures it from outside.
 *
 *   runtime-api [-w WARM-UPS] [-n COUNTED] [-s EVENT] [-t SECONDS] FIRST LAST -- PROGRAM [ARGUMENT...]
 *
 * The program is given the event FIRST, then EVENT (-s) for WARM-UPS + COUNTED times, then LAST, which asks for its
 * checksum; then it is ended by SIGTERM. One line of JSON on the standard output tells what was measured:
 *
 *   first     from before exec to the last byte of the first answer
 *   steady    the counted invocations together
 *   checksum  what the program printed, as "checksum NUMBER"
 *
 * Processor time is the process's own clock, all threads, in user and kernel; memory is VmRSS and VmHWM. Answers to the same
 * event must be equal. Whatever else goes wrong ends the run with a message and the program's own last lines.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { CONNECTIONS = 16, REQUEST_BYTES = 1 << 22, LOG_BYTES = 1 << 14, FUNCTION_TIMEOUT_MS = 30000 };

typedef struct {
    char *bytes;
    size_t length;
} text;

typedef struct {
    int fd;
    char *bytes;
    size_t length;
    bool continued;
} connection;

typedef struct {
    double wall_ms, cpu_ms;
} instant;

static pid_t program;
static clockid_t program_clock;
static char log_tail[LOG_BYTES];
static size_t log_length;
static long long checksum = -1;
static bool has_checksum;

/* ---- failure ---- */

static void fail(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fputs("runtime-api: ", stderr);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fprintf(stderr, "\nThe program's last output:\n%.*s\n", (int) log_length, log_tail);
    if (program > 0) {
        kill(program, SIGKILL);
    }
    exit(1);
}

/* ---- clocks and memory ---- */

static double milliseconds(clockid_t clock) {
    struct timespec now;
    if (clock_gettime(clock, &now) != 0) {
        fail("clock %d: %s", clock, strerror(errno));
    }
    return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static instant now(void) {
    return (instant) {milliseconds(CLOCK_MONOTONIC), milliseconds(program_clock)};
}

static long status_kb(const char *field) {
    char path[64], line[256];
    long kb = -1;
    snprintf(path, sizeof path, "/proc/%d/status", program);
    FILE *status = fopen(path, "r");
    while (status && fgets(line, sizeof line, status)) {
        if (strncmp(line, field, strlen(field)) == 0) {
            sscanf(line + strlen(field), ": %ld", &kb);
        }
    }
    if (status) {
        fclose(status);
    }
    return kb;
}

/* ---- the program ---- */

static text read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    struct stat stat;
    if (!file || fstat(fileno(file), &stat) != 0) {
        fail("%s: %s", path, strerror(errno));
    }
    text content = {malloc(stat.st_size + 1), stat.st_size};
    if (fread(content.bytes, 1, content.length, file) != content.length) {
        fail("%s cannot be read", path);
    }
    fclose(file);
    return content;
}

static void start_program(char **command, int output) {
    program = fork();
    if (program == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        dup2(output, STDOUT_FILENO);
        dup2(output, STDERR_FILENO);
        execvp(command[0], command);
        fprintf(stderr, "%s: %s\n", command[0], strerror(errno));
        _exit(127);
    }
    if (program < 0 || clock_getcpuclockid(program, &program_clock) != 0) {
        fail("%s cannot be started", command[0]);
    }
}

/* Keeps the end of what the program prints, and finds its checksum; false once there is no more. */
static bool read_output(int output) {
    if (log_length > LOG_BYTES / 2) {
        memmove(log_tail, log_tail + log_length - LOG_BYTES / 2, LOG_BYTES / 2);
        log_length = LOG_BYTES / 2;
    }
    ssize_t got = read(output, log_tail + log_length, LOG_BYTES - 1 - log_length);
    if (got <= 0) {
        return false;
    }
    log_length += got;
    log_tail[log_length] = 0;
    char *line = strstr(log_tail, "checksum ");
    if (line && strchr(line, '\n')) {
        has_checksum = sscanf(line, "checksum %lld", &checksum) == 1;
    }
    return true;
}

/* ---- HTTP ---- */

static void send_all(int fd, const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t sent = send(fd, bytes, length, MSG_NOSIGNAL);
        if (sent < 0) {
            fail("the program does not take what it asked for: %s", strerror(errno));
        }
        bytes += sent;
        length -= sent;
    }
}

static void send_text(int fd, const char *text) {
    send_all(fd, text, strlen(text));
}

static void send_event(int fd, text event, long number) {
    char head[1024];
    struct timespec wall;
    clock_gettime(CLOCK_REALTIME, &wall);
    long long deadline = wall.tv_sec * 1000LL + wall.tv_nsec / 1000000 + FUNCTION_TIMEOUT_MS;
    int length = snprintf(head, sizeof head,
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
            "Lambda-Runtime-Aws-Request-Id: 8476a536-e9f4-11e8-9739-%012ld\r\n"
            "Lambda-Runtime-Deadline-Ms: %lld\r\n"
            "Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-1:123456789012:function:orders\r\n"
            "Lambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0\r\n"
            "Content-Length: %zu\r\n\r\n",
            number, deadline, event.length);
    send_all(fd, head, length);
    send_all(fd, event.bytes, event.length);
}

/* The value of a header of the request, or null; its end is the line's. */
static const char *header(const char *head, const char *end, const char *name) {
    for (const char *line = head; line && line < end; line = strstr(line, "\r\n") ? strstr(line, "\r\n") + 2 : NULL) {
        if (strncasecmp(line, name, strlen(name)) == 0 && line[strlen(name)] == ':') {
            const char *value = line + strlen(name) + 1;
            return value + strspn(value, " ");
        }
    }
    return NULL;
}

/* Where a chunked body ends; null while some of it is missing. Joins the chunks at TO, if that is given. */
static char *chunks(char *at, const char *end, char *to, size_t *length) {
    *length = 0;
    for (;;) {
        char *line = memmem(at, end - at, "\r\n", 2);
        size_t size = line ? strtoul(at, NULL, 16) : 0;
        if (!line || line + 2 + size + 2 > end) {
            return NULL;
        }
        if (to) {
            memmove(to + *length, line + 2, size);
        }
        *length += size;
        at = line + 2 + size + 2;
        if (size == 0) {
            return at;
        }
    }
}

typedef enum { NONE, NEXT, ANSWER } kind;

typedef struct {
    kind kind;
    int fd;
    text body;
} call;

static const call NO_CALL = {NONE, -1, {NULL, 0}};

/* Takes a call off the connection, once it is complete. */
static call take_call(connection *c) {
    c->bytes[c->length] = 0;
    char *head_end = strstr(c->bytes, "\r\n\r\n");
    if (!head_end) {
        return NO_CALL;
    }
    char *start = head_end + 4, *arrived = c->bytes + c->length, *behind = start;
    size_t length = 0;
    const char *declared = header(c->bytes, head_end, "Content-Length");
    if (header(c->bytes, head_end, "Expect") && !c->continued) {
        c->continued = true;
        send_text(c->fd, "HTTP/1.1 100 Continue\r\n\r\n");
    }
    if (declared) {
        length = strtoul(declared, NULL, 10);
        behind = start + length;
    } else if (header(c->bytes, head_end, "Transfer-Encoding")) {
        behind = chunks(start, arrived, NULL, &length);
        if (behind) {
            chunks(start, arrived, start, &length);
        }
    }
    if (!behind || behind > arrived) {
        return NO_CALL;
    }
    bool get = strncmp(c->bytes, "GET ", 4) == 0;
    *strstr(c->bytes, "\r\n") = 0;
    if (!get && !strstr(c->bytes, "/response ")) {
        fail("the program reports an error: %s\n%.*s", c->bytes, (int) length, start);
    }
    call taken = {get ? NEXT : ANSWER, c->fd, {memcpy(malloc(length + 1), start, length), length}};
    taken.body.bytes[length] = 0;
    c->length = arrived - behind;
    memmove(c->bytes, behind, c->length);
    c->continued = false;
    return taken;
}

/* ---- serving ---- */

static int listener, output;
static connection connections[CONNECTIONS];

static void listen_on_loopback(void) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
    socklen_t size = sizeof address;
    char authority[32];
    listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (bind(listener, (struct sockaddr *) &address, size) != 0 || listen(listener, CONNECTIONS) != 0
            || getsockname(listener, (struct sockaddr *) &address, &size) != 0) {
        fail("no port on 127.0.0.1: %s", strerror(errno));
    }
    snprintf(authority, sizeof authority, "127.0.0.1:%d", ntohs(address.sin_port));
    setenv("AWS_LAMBDA_RUNTIME_API", authority, 1);
    for (int i = 0; i < CONNECTIONS; i++) {
        connections[i].fd = -1;
    }
}

static void accept_connection(void) {
    int fd = accept4(listener, NULL, NULL, SOCK_CLOEXEC), one = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    for (int i = 0; i < CONNECTIONS; i++) {
        if (connections[i].fd < 0) {
            char *bytes = connections[i].bytes ? connections[i].bytes : malloc(REQUEST_BYTES);
            connections[i] = (connection) {fd, bytes, 0, false};
            return;
        }
    }
    fail("the program holds more than %d connections", CONNECTIONS);
}

static void receive(connection *c) {
    ssize_t got = recv(c->fd, c->bytes + c->length, REQUEST_BYTES - 1 - c->length, 0);
    if (got <= 0) {
        close(c->fd);
        c->fd = -1;
        c->length = 0;
        return;
    }
    c->length += got;
}

static call take_any_call(void) {
    for (int i = 0; i < CONNECTIONS; i++) {
        call taken = connections[i].length > 0 ? take_call(&connections[i]) : NO_CALL;
        if (taken.kind != NONE) {
            return taken;
        }
    }
    return NO_CALL;
}

/* Serves what arrives until a call is complete or, with UNTIL_CHECKSUM, the checksum was printed. */
static call next_call(bool until_checksum) {
    for (;;) {
        call taken = take_any_call();
        if (taken.kind != NONE || (until_checksum && has_checksum)) {
            return taken;
        }
        struct pollfd fds[CONNECTIONS + 2] = {{listener, POLLIN, 0}, {output, POLLIN, 0}};
        for (int i = 0; i < CONNECTIONS; i++) {
            fds[i + 2] = (struct pollfd) {connections[i].fd, POLLIN, 0};
        }
        if (poll(fds, CONNECTIONS + 2, FUNCTION_TIMEOUT_MS) <= 0) {
            fail("the program is silent for %d ms", FUNCTION_TIMEOUT_MS);
        }
        if (fds[1].revents && !read_output(output)) {
            fail("the program has ended");
        }
        for (int i = 0; i < CONNECTIONS; i++) {
            if (fds[i + 2].revents) {
                receive(&connections[i]);
            }
        }
        if (fds[0].revents) {
            accept_connection();
        }
    }
}

typedef struct {
    text answer;
    instant begun, answered;
} invocation;

static invocation invoke(text event) {
    static long number;
    call next = next_call(false);
    if (next.kind != NEXT) {
        fail("an answer that nobody waits for");
    }
    free(next.body.bytes);
    instant begun = now();
    send_event(next.fd, event, ++number);
    call answer = next_call(false);
    if (answer.kind != ANSWER) {
        fail("a call for the next event in the place of an answer");
    }
    instant answered = now();
    send_text(answer.fd, "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{\"status\":\"OK\"}");
    return (invocation) {answer.body, begun, answered};
}

/* ---- the run ---- */

static void print_answer(text answer) {
    fputs("\"answer\":\"", stdout);
    for (size_t i = 0; i < answer.length; i++) {
        fputs(answer.bytes[i] == '"' || answer.bytes[i] == '\\' ? "\\" : "", stdout);
        fputc(answer.bytes[i] < ' ' ? ' ' : answer.bytes[i], stdout);
    }
    fputs("\"}", stdout);
}

static void steady(text event, int warm_ups, int counted) {
    text expected = invoke(event).answer;
    double wall = 0, cpu = 0;
    for (int i = 1; i < warm_ups + counted; i++) {
        invocation done = invoke(event);
        if (done.answer.length != expected.length || memcmp(done.answer.bytes, expected.bytes, expected.length) != 0) {
            fail("the answer to invocation %d, %s, differs from the first one, %s", i, done.answer.bytes, expected.bytes);
        }
        free(done.answer.bytes);
        if (i >= warm_ups) {
            wall += done.answered.wall_ms - done.begun.wall_ms;
        }
        if (i == warm_ups - 1) {
            cpu = done.answered.cpu_ms;
        } else if (i == warm_ups + counted - 1) {
            cpu = done.answered.cpu_ms - cpu;
        }
    }
    printf(",\"steady\":{\"wallMs\":%.6f,\"cpuMs\":%.6f,\"rssKb\":%ld,\"peakKb\":%ld,", wall / counted, cpu / counted,
            status_kb("VmRSS"), status_kb("VmHWM"));
    print_answer(expected);
}

static int end_program(int seconds) {
    int status = 0;
    kill(program, SIGTERM);
    for (int i = 0; i < seconds * 100; i++) {
        struct pollfd fd = {output, POLLIN, 0};
        if (poll(&fd, 1, 10) > 0 && !read_output(output)) {
            usleep(10000);
        }
        if (waitpid(program, &status, WNOHANG) == program) {
            return status;
        }
    }
    fail("the program still runs %d s after SIGTERM", seconds);
    return status;
}

int main(int count, char **arguments) {
    int option, warm_ups = 0, counted = 0, seconds = 60, pipe_ends[2];
    char *steady_event = NULL;
    while ((option = getopt(count, arguments, "+w:n:s:t:")) != -1) {
        switch (option) {
        case 'w': warm_ups = atoi(optarg); break;
        case 'n': counted = atoi(optarg); break;
        case 's': steady_event = optarg; break;
        case 't': seconds = atoi(optarg); break;
        default: return 2;
        }
    }
    if (count - optind < 4 || strcmp(arguments[optind + 2], "--") != 0 || (steady_event && (warm_ups < 1 || counted < 1))) {
        fputs("Usage: runtime-api [-w WARM-UPS -n COUNTED -s EVENT] [-t SECONDS] FIRST LAST -- PROGRAM [ARGUMENT...]\n", stderr);
        return 2;
    }
    prctl(PR_SET_PDEATHSIG, SIGKILL); /* with whoever started it, as the program with it */
    text first = read_file(arguments[optind]), last = read_file(arguments[optind + 1]);
    listen_on_loopback();
    if (pipe2(pipe_ends, O_CLOEXEC) != 0) {
        fail("no pipe: %s", strerror(errno));
    }
    output = pipe_ends[0];
    double begun = milliseconds(CLOCK_MONOTONIC);
    start_program(arguments + optind + 3, pipe_ends[1]);
    close(pipe_ends[1]);
    invocation answered = invoke(first);
    printf("{\"first\":{\"wallMs\":%.6f,\"cpuMs\":%.6f,\"rssKb\":%ld,\"peakKb\":%ld,", answered.answered.wall_ms - begun,
            answered.answered.cpu_ms, status_kb("VmRSS"), status_kb("VmHWM"));
    print_answer(answered.answer);
    if (steady_event) {
        steady(read_file(steady_event), warm_ups, counted);
    }
    invoke(last);
    while (!has_checksum) {
        next_call(true);
    }
    printf(",\"checksum\":%lld,\"exit\":%d}\n", checksum, end_program(seconds));
    return 0;
}
