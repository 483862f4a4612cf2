package dev.punctual.testkit.aws;

/**
 * A refusal as AWS words it: an error code that SDK clients map to their exceptions, a message and an HTTP status.
 *
 * <p>
 * Thrown as it stands for faults to order; each model has sub-classes for its own refusals.
 */
public class AwsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final int httpStatus;

    /**
     * @param code such as {@code ResourceNotFoundException}
     * @param httpStatus 4xx where the caller is at fault, 5xx where the service is
     */
    public AwsException(String code, String message, int httpStatus) {
        super(message);
        this.code = code;
        this.httpStatus = httpStatus;
    }

    /** AWS's error code. */
    public final String code() {
        return code;
    }

    /** The HTTP status AWS answers with. */
    public final int httpStatus() {
        return httpStatus;
    }

    /** The message, never null. */
    public final String detail() {
        var message = getMessage();
        return message == null ? code : message;
    }
}
