package dev.punctual.local.lambda.runtimeapi;

/**
 * What the Runtime API says to a runtime, in the words of AWS's.
 *
 * @param status the HTTP status
 * @param json the body
 */
public record ApiReply(int status, String json) {

    /** 202: taken. */
    public static ApiReply accepted() {
        return new ApiReply(202, "{\"status\":\"OK\"}");
    }

    /** 400: the request id is not that of the invocation under way. */
    public static ApiReply invalidRequestId() {
        return error(400, "InvalidRequestID", "Invalid request ID");
    }

    /** 403: the call does not fit the state. */
    public static ApiReply notAllowed(String state, String call) {
        return error(403, "InvalidStateTransition", "Transition from " + state + " to " + call + " is not allowed");
    }

    /** 404: no such path. */
    static ApiReply unknownPath() {
        return error(404, "PathNotFound", "The Runtime API 2018-06-01 has no such path or method");
    }

    /** 413: the response is larger than {@link ResponseBody#LIMIT_BYTES}. */
    public static ApiReply tooLarge() {
        return error(413, "RequestEntityTooLarge",
                "Exceeded maximum allowed payload size (" + ResponseBody.LIMIT_BYTES + " bytes).");
    }

    /** 500: the host is at fault. */
    static ApiReply broken() {
        return error(500, "InternalServerError", "The host failed to handle the call; its log says why");
    }

    private static ApiReply error(int status, String type, String message) {
        return new ApiReply(status, "{\"errorMessage\":\"" + message + "\",\"errorType\":\"" + type + "\"}");
    }
}
