package dev.punctual.template.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** How numbers are rounded, and how people read them. */
final class Numbers {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 4;

    private Numbers() {
    }

    static long ceilDiv(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }

    static long share(long whole, BigDecimal share) {
        return share.multiply(BigDecimal.valueOf(whole)).setScale(0, RoundingMode.CEILING).longValueExact();
    }

    /** {@code 657,000} or {@code 0.0047}. */
    static String quantity(BigDecimal quantity) {
        if (quantity.compareTo(HUNDRED) >= 0) {
            return String.format(Locale.ROOT, "%,d", quantity.setScale(0, RoundingMode.HALF_UP).longValueExact());
        }
        BigDecimal rounded = quantity.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.setScale(Math.max(0, rounded.scale()), RoundingMode.UNNECESSARY).toPlainString();
    }

    /** With so many decimals. */
    static String money(BigDecimal money, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", money);
    }
}
