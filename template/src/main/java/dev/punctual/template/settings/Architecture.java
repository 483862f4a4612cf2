package dev.punctual.template.settings;

/** The processors that functions run on. */
public enum Architecture {
    /** AWS Graviton: costs a fifth less. */
    ARM64("arm64"),
    /** Intel and AMD. */
    X86_64("x86_64");

    private final String text;

    Architecture(String text) {
        this.text = text;
    }

    /** As Lambda writes it. */
    public String text() {
        return text;
    }
}
