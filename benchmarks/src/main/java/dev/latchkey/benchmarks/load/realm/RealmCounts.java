package dev.latchkey.benchmarks.load.realm;

/**
 * What a realm has seen so far.
 *
 * @param tokenRequests requests for tokens, whatever became of them
 * @param accepted calls with a token that lived
 * @param refused calls answered with 401
 * @param mostRefusalsOfOneCall how often the call was refused that was refused most, by its {@code X-Request-Id}
 */
public record RealmCounts(int tokenRequests, int accepted, int refused, int mostRefusalsOfOneCall) {
    String text() {
        return tokenRequests + " " + accepted + " " + refused + " " + mostRefusalsOfOneCall;
    }

    static RealmCounts of(String text) {
        String[] numbers = text.split(" ", -1);
        return new RealmCounts(
                Integer.parseInt(numbers[0]),
                Integer.parseInt(numbers[1]),
                Integer.parseInt(numbers[2]),
                Integer.parseInt(numbers[3]));
    }
}
