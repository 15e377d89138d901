package dev.latchkey.core.http;

import java.util.Arrays;
import java.util.List;

/**
 * Finds any of many secrets in one pass over a text, by the algorithm of Aho and Corasick: a tree of the secrets, and from each
 * node a link to the longest other start that it ends with. A plus and a space are the same, since a form writes one for the
 * other, and so are capitals and small letters of ASCII: of a host or a type OkHttp tells the small ones.
 */
final class SecretSearch {
    private static final int NONE = -1;
    private static final int ROOT = 0;

    private final int[] firstChild;
    private final int[] sibling;
    private final byte[] label;
    private final int[] fallback;
    private final int[] longest;
    private final boolean[] brief;
    private int size = 1;

    /** What is told of each place where a secret ends. */
    interface Found {
        /**
         * Told of the longest secret that ends there.
         *
         * @param from its first byte
         * @param to behind its last
         * @param brief whether one that cannot be masked with certainty ends there
         */
        void at(int from, int to, boolean brief);
    }

    SecretSearch(List<byte[]> secrets, List<byte[]> briefSecrets) {
        int nodes = 1 + total(secrets) + total(briefSecrets);
        firstChild = new int[nodes];
        sibling = new int[nodes];
        label = new byte[nodes];
        fallback = new int[nodes];
        longest = new int[nodes];
        brief = new boolean[nodes];
        Arrays.fill(firstChild, NONE);
        Arrays.fill(sibling, NONE);
        secrets.forEach(secret -> longest[add(secret)] = secret.length);
        briefSecrets.forEach(secret -> brief[add(secret)] = true);
        link();
    }

    static int total(List<byte[]> secrets) {
        return secrets.stream().mapToInt(secret -> secret.length).sum();
    }

    void in(byte[] text, Found found) {
        int node = ROOT;
        for (int i = 0; i < text.length; i++) {
            node = next(node, same(text[i]));
            if (longest[node] > 0 || brief[node]) {
                found.at(i + 1 - longest[node], i + 1, brief[node]);
            }
        }
    }

    private int add(byte[] secret) {
        int node = ROOT;
        for (byte each : secret) {
            byte b = same(each);
            int child = child(node, b);
            if (child == NONE) {
                child = size++;
                label[child] = b;
                sibling[child] = firstChild[node];
                firstChild[node] = child;
            }
            node = child;
        }
        return node;
    }

    /** Level by level, so that a node's link is known before those of its children are looked for. */
    private void link() {
        int[] queue = new int[size];
        int end = 1;
        for (int at = 0; at < end; at++) {
            int node = queue[at];
            for (int child = firstChild[node]; child != NONE; child = sibling[child]) {
                fallback[child] = node == ROOT ? ROOT : next(fallback[node], label[child]);
                longest[child] = Math.max(longest[child], longest[fallback[child]]);
                brief[child] |= brief[fallback[child]];
                queue[end++] = child;
            }
        }
    }

    private int next(int from, byte b) {
        int node = from;
        while (true) {
            int child = child(node, b);
            if (child != NONE) {
                return child;
            }
            if (node == ROOT) {
                return ROOT;
            }
            node = fallback[node];
        }
    }

    private int child(int node, byte b) {
        int child = firstChild[node];
        while (child != NONE && label[child] != b) {
            child = sibling[child];
        }
        return child;
    }

    private static byte same(byte b) {
        if (b >= 'A' && b <= 'Z') {
            return (byte) (b - 'A' + 'a');
        }
        return b == '+' ? (byte) ' ' : b;
    }
}
